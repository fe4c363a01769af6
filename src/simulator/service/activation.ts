import { nextBytes } from '../../domain/random.ts';
import type { PinType, Policy, Target, TokenApp } from '../policy.ts';
import { readString } from './activation-string.ts';
import { toBase32 } from './base32.ts';
import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { lineRefusal, type LineRefusal, type OfLine } from './self-enrollment.ts';
import { act, deny, done } from './settle.ts';
import type { Credential, Outcome, PushState, Seed, Service, Token } from './state.ts';
import type { TaskId, UserId } from './state.ts';
import { freeSerial, reserve, tokenOf } from './stock.ts';
import { changeLine, endLine, lineOf, taskOf } from './task-lines.ts';
import { becomeActive, drawServerPin, giveTo, takeBack } from './tokens.ts';
import { tokensOf } from './users.ts';

/** By the open page's link (automatic), or by the string that was copied and pasted. */
type ActivationBy =
	| {
			readonly by: 'link';
			readonly task: TaskId;
			readonly user: UserId;
			readonly session: number;
	  }
	| { readonly by: 'string'; readonly entry: Entry };
export type ActivationInput = ActivationBy & { readonly target: Target; readonly app: TokenApp };

export type ActivationRefusal =
	| LineRefusal
	/** Unreadable, truncated or mistyped; a try is counted where the line can be read from it. */
	| 'string-invalid'
	/** The Self-Enrollment page was closed or opened anew. */
	| 'session-closed'
	| 'target-not-allowed'
	/** The target is set to the other app (facts 5.6). */
	| 'wrong-app';

/** What the app needs for its next pages. */
export type Activation = {
	readonly task: TaskId;
	readonly user: UserId;
	readonly pinType: PinType;
	readonly pin: Policy['pin'];
	/** Whether the app is to ask for permission to push (facts 4, "Server has push off"). */
	readonly push: boolean;
};

const whose = (input: ActivationInput) =>
	input.by === 'link'
		? { by: input.user, to: input.task }
		: input.entry.kind === 'activation-string'
			? { by: input.entry.user, to: input.entry.task }
			: { by: '', to: '' };

/** "Contacting server": checks, and promises nothing. Nothing is saved until `enroll` (facts 8.4, assumed). */
export const checkActivation = act(
	'check-activation',
	whose,
	(service, input: ActivationInput): Outcome<Activation, ActivationRefusal> => {
		const { service: next, reply } = check(service, input);
		if (!reply.ok) return { service: next, reply };
		const { pin, targets } = service.policy;
		return done(next, { ...reply.value, pinType: pin.type, pin, push: pushFor(input, targets, true) });
	},
);

/**
 * The end of the app's pages. Everything is checked again, for the task may have ended meanwhile. Then, in one
 * step: a serial leaves the stock, a secret is made, the token is Active, the static password is removed, the
 * line is Enrolled (facts 8.1).
 *
 * @returns what the app keeps
 */
export const enroll = act(
	'enroll',
	whose,
	(
		service,
		input: ActivationInput & { readonly deviceType: string; readonly allowPush?: boolean },
	): Outcome<Credential, ActivationRefusal> => {
		const { service: next, reply } = check(service, input);
		if (!reply.ok) return { service: next, reply };
		const { task, user } = reply.value;
		const push = pushState(input, service.policy);
		const device = { target: input.target, deviceType: input.deviceType, push };
		return complete(next, { task, user }, input.app, device);
	},
);

function check(service: Service, input: ActivationInput): Outcome<OfLine, ActivationRefusal> {
	const found = input.by === 'link' ? byLink(service, input) : byString(service, input.entry);
	if (!found.reply.ok) return found;
	const row = service.policy.targets[input.target];
	if (!row.allowed) return deny(found.service, 'target-not-allowed');
	return row.app === input.app ? found : deny(found.service, 'wrong-app');
}

function byLink(
	service: Service,
	{ task, user, session }: Extract<ActivationInput, { by: 'link' }>,
): Outcome<OfLine, ActivationRefusal> {
	const refusal = lineRefusal(service, { task, user });
	if (refusal) return deny(service, refusal);
	if (lineOf(service, task, user)?.session !== session) return deny(service, 'session-closed');
	return done(service, { task, user });
}

function byString(service: Service, entry: Entry): Outcome<OfLine, ActivationRefusal> {
	const text = textOf(service, '', entry);
	const read = text === null ? null : readString(service, text);
	if (!read) return deny(service, 'string-invalid');
	const refusal = lineRefusal(service, read);
	if (refusal) return deny(service, refusal);
	if (read.complete) return done(service, { task: read.task, user: read.user });
	const tries = (lineOf(service, read.task, read.user)?.tries ?? 0) + 1;
	const counted = changeLine(service, read.task, read.user, () => ({ tries }));
	return tries < service.policy.task.maxTries
		? deny(counted, 'string-invalid')
		: deny(endLine(counted, read.task, read.user, 'Locked'), 'enrollment-locked');
}

function complete(
	service: Service,
	{ task, user }: OfLine,
	app: TokenApp,
	device: NonNullable<Token['device']>,
): Outcome<Credential, ActivationRefusal> {
	// The serial is chosen first: an older token that goes back into stock is not given out again at once.
	const assigned = tokensOf(service, user).find(({ state, seed }) => state === 'Assigned' && !seed);
	const serial = assigned?.serial ?? freeSerial(service) ?? '';
	const token = tokenOf(service, serial);
	if (!token) throw new Error(`enroll: expected a reserved token in stock for ${task}, got an empty stock`);

	const replaces = taskOf(service, task)?.replaces && app === 'MobilePASS+';
	let next = replaces ? endOlder(service, user) : service;
	if (!assigned) next = giveTo(next, user, token);
	const drawn = newSeed(next, app);
	const { seed } = drawn;
	const fresh: Token = {
		...token,
		owner: user,
		seed,
		mark: -1,
		drift: 0,
		device,
		task,
		enrolledAt: next.now,
		lastSuccess: null,
		comment: '',
	};
	next = becomeActive(reserve(drawn.service, -1), fresh);
	if (seed.pinType === 'Server') next = drawServerPin(next, serial, true);
	next = changeLine(next, task, user, () => ({ status: 'Enrolled', serial, session: null }));
	return done(next, { ...seed, serial, activation: token.retired.length, user });
}

/** A seed as the policy wants it now; a later change of policy leaves it as it is (facts 5.1). */
export function newSeed(service: Service, app: TokenApp): { service: Service; seed: Seed } {
	const draw = nextBytes(service.random, 20);
	const { otp, pin } = service.policy;
	const seed: Seed = { app, secret: toBase32(draw.value), ...otp, pinType: pin.type };
	return { service: { ...service, random: draw.random }, seed };
}

/** The user's older MobilePASS+ tokens go back to Inventory (assumed); a MobilePASS 8 token stays (facts 5.14). */
function endOlder(service: Service, user: UserId): Service {
	return tokensOf(service, user)
		.filter(({ seed }) => seed?.app === 'MobilePASS+')
		.reduce((next, token) => takeBack(next, token, 'Inventory', 'replaced'), service);
}

const pushFor = ({ app, target }: ActivationInput, targets: Policy['targets'], wanted: boolean): boolean =>
	app === 'MobilePASS+' && targets[target].push && wanted;

function pushState(input: ActivationInput & { readonly allowPush?: boolean }, policy: Policy): PushState {
	if (input.app === 'MobilePASS 8') return 'Not Applicable';
	return pushFor(input, policy.targets, input.allowPush ?? false) ? 'Enabled' : 'Disabled';
}
