/** What only the operator console asks of the service: the door to it beside `service.ts`. */
export { verifyCaller, HELP_DESK } from './caller.ts';
export { noRecords, policyPageIds, type PolicyPageId, type PolicyValue } from './console-records.ts';
export { detailsOf, figuresOf, mobileAppOf, tokenStates, type TokenDetails } from './figures.ts';
export { applyPolicy, changesOf, policyValue, type PolicyValues } from './policy-apply.ts';
export { policyField, policyFields, takesValue, targetNames, type PolicyField } from './policy-fields.ts';
export { reportColumns, reportRows, type ReportColumn, type ReportRow } from './report-rows.ts';
export { tokensFound, usersFound, userTexts, type UserText } from './search.ts';
export { openTasks } from './task-list.ts';
export { tokenType, tokenTypes, workingTypes, type TokenType } from './token-types.ts';
