/** Push logins: the door for what only Worlds with push load. Acts are as in `service.ts`. */
export { approvePush, denyPush, reportPush } from './push-answer.ts';
export type { ApproveRefusal } from './push-answer.ts';
export { askForPush, type AskPush, type AskPushRefusal } from './push-ask.ts';
export {
	pushesOf,
	pushHistoryOf,
	pushRequestOf,
	pushRequestsOf,
	pushTokensOf,
	waitingPushes,
} from './push-requests.ts';
export { pushForbidden } from './push-past.ts';
export type { PushAlert, PushOrigin, PushRequest } from './push-state.ts';
