/**
 * The authentication service: the only door to this folder.
 *
 * Every act is `(service, input, now) => { service, reply }`: pure and total. `now` is true time,
 * epoch ms UTC; a `now` before the service's own counts as the service's own. Whatever came due by
 * then (e-mails, unlocking, ends of tasks and static passwords) is done first. A refused act may
 * change the service too: failures count, and every act stands in the audit log.
 */
import { checkActivation, enroll } from './activation.ts';
import { checkComputerPassword } from './computer-password.ts';
import { activate, assign, reinitialize, removeToken, revoke, suspend, unlock } from './life-cycle.ts';
import { login } from './login.ts';
import { changePolicy } from './policy-change.ts';
import { moveStopDate, provision, removeTaskLines, requestReplacementToken } from './provisioning.ts';
import { resync } from './resync.ts';
import { closeEnrollment, openEnrollment } from './self-enrollment.ts';
import { resetServerPin, setServerPin } from './server-pin.ts';
import type { Instant, Outcome, Service } from './state.ts';
import { changeStaticPassword, requestStaticPassword, revokeStaticPassword } from './static-password.ts';

export type { Activation, ActivationInput, ActivationRefusal } from './activation.ts';
export { auditOf } from './audit.ts';
export type { ComputerPasswordRefusal } from './computer-password.ts';
export { createService, type NewService, type NewUser } from './create.ts';
export type { CardValue, Entry, NearMiss } from './entry.ts';
export { nearMiss, textOf } from './entry-text.ts';
export type { Revocation } from './life-cycle.ts';
export type { LoggedIn } from './login.ts';
export type { LoginRefusal } from './login-refusal.ts';
export { mailOf } from './mail.ts';
export { passcode, stepAt } from './passcodes.ts';
export {
	addressMoved,
	enrollmentAged,
	enrollmentMoved,
	mailDelayed,
	mailDropped,
	oldPasswordFound,
	passwordChanged,
	unprovisioned,
} from './past.ts';
export { passwordProblem } from './passwords.ts';
export {
	changeTokenPin,
	createTokenPin,
	isTrivial,
	pinProblem,
	serverPinProblem,
	tryTokenPin,
} from './pin.ts';
export type { TokenPin } from './pin.ts';
export type { ProvisionRefusal } from './provisioning.ts';
export { resultCode, type ResultCode } from './result-code.ts';
export type { LineRefusal } from './self-enrollment.ts';
export { offeredTargets } from './self-enrollment.ts';
export type { SetPinRefusal } from './server-pin.ts';
export { nextDue, settle } from './settle.ts';
export type * from './state.ts';
export type { ChangePasswordRefusal, StaticPasswordRefusal } from './static-password.ts';
export { stockOf, tokenOf } from './stock.ts';
export { lineOf, taskOf } from './task-lines.ts';
export { setPasswordOf, tokensOf, userByEmail, userOf } from './users.ts';

/** Every act by its name, for command logs and the operator console. */
export const acts = {
	login,
	changeStaticPassword,
	setServerPin,
	checkComputerPassword,
	requestStaticPassword,
	requestReplacementToken,
	openEnrollment,
	closeEnrollment,
	checkActivation,
	enroll,
	provision,
	removeTaskLines,
	moveStopDate,
	assign,
	suspend,
	activate,
	unlock,
	revoke,
	revokeStaticPassword,
	reinitialize,
	removeToken,
	resetServerPin,
	resync,
	changePolicy,
} as const;

export {
	activate,
	assign,
	changePolicy,
	changeStaticPassword,
	checkActivation,
	checkComputerPassword,
	closeEnrollment,
	enroll,
	login,
	moveStopDate,
	openEnrollment,
	provision,
	reinitialize,
	removeTaskLines,
	removeToken,
	requestReplacementToken,
	requestStaticPassword,
	resetServerPin,
	resync,
	revoke,
	revokeStaticPassword,
	setServerPin,
	suspend,
	unlock,
};

type ActName = keyof typeof acts;
/** An act as data: one line of a command log. */
export type ServiceCommand = {
	[Name in ActName]: { readonly act: Name; readonly input: Parameters<(typeof acts)[Name]>[1] };
}[ActName];

/** Does the act that a command names. The reply is that act's own. */
export function perform(service: Service, command: ServiceCommand, now: Instant): Outcome<unknown, string> {
	// The name and the input belong together by the command's type, which TypeScript cannot follow here.
	const run = acts[command.act] as (
		service: Service,
		input: ServiceCommand['input'],
		now: Instant,
	) => Outcome<unknown, string>;
	return run(service, command.input, now);
}
