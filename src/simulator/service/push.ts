/** Push logins: the door for what only Worlds with push load. Acts are as in `service.ts`. */
export { approvePush, denyPush, reportPush } from './push-answer.ts';
export type { ApproveRefusal, OfPush, PushRefusal } from './push-answer.ts';
export { askForPush, type AskPush, type AskPushRefusal } from './push-ask.ts';
export {
	pushesOf,
	pushHistoryOf,
	pushRequestOf,
	pushRequestsOf,
	pushTokensOf,
	takesPush,
	waitingPushes,
} from './push-requests.ts';
export { pushForbidden } from './push-past.ts';
export type { PushAlert, PushOrigin, PushRequest, Pushes } from './push-state.ts';
