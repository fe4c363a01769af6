import { forService, type Entry } from '../entries.ts';
import {
	approvePush,
	denyPush,
	pushesOf,
	pushRequestsOf,
	pushHistoryOf,
	pushRequestOf,
	pushTokensOf,
	reportPush,
	waitingPushes,
	type PushAlert,
	type PushRequest,
} from '../service/push.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';

/** Requests that wait for an answer with a token of the person, the oldest first. */
export const pendingRequests = ({ service, people }: World, serial: string): readonly PushRequest[] =>
	waitingPushes(service, people.user, serial);

/** "Push Authentication History" of a token, newest first. */
export const requestHistory = ({ service, people }: World, serial: string): readonly PushRequest[] =>
	pushHistoryOf(service, people.user, serial);

export const requestOf = ({ service, people }: World, id: string): PushRequest | undefined =>
	pushRequestOf(service, people.user, id);

/** The person's requests that wait, and the last ones that ended, oldest first. */
export const requestsOf = ({ service, people }: World): readonly PushRequest[] =>
	pushRequestsOf(service, people.user);

/** What was reported to the organization, oldest first. */
export const alertsOf = ({ service }: World): readonly PushAlert[] => pushesOf(service).alerts;

/** Does the service offer the person a login by push? */
export const pushOffered = ({ service, people }: World): boolean =>
	pushTokensOf(service, people.user).length > 0;

/** An answer from an app. What the app asks before (PIN or biometric) is its own affair. */
export type PushAnswer = { readonly request: string; readonly serial: string } & (
	| {
			readonly do: 'approve';
			/** The code that the app sends: of this enrollment, for this time step or count of the device. */
			readonly activation: number;
			readonly step: number;
			/** A Server PIN that was typed. */
			readonly pin?: Entry;
			/** Number matching: the number that was chosen. */
			readonly number?: number | null;
	  }
	| { readonly do: 'deny' | 'report' }
);

/** What the app is told: taken; the request is over; or it was not accepted. */
export type PushWord = 'ok' | 'over' | 'no';

/** Gives the service an answer to a request. Why one was not taken is for the coach alone. */
export function answer(world: World, given: PushAnswer): { readonly world: World; readonly word: PushWord } {
	const { service, people, now } = world;
	const of = { user: people.user, request: given.request, serial: given.serial };
	if (given.do === 'approve') return approved(world, given);
	if (given.do === 'deny') {
		const outcome = denyPush(service, of, now);
		return { world: heard(world, 'push', null, outcome), word: outcome.reply.ok ? 'ok' : 'over' };
	}
	const outcome = reportPush(service, of, now);
	return { world: { ...world, service: outcome.service }, word: outcome.reply.ok ? 'ok' : 'over' };
}

type Approval = Extract<PushAnswer, { do: 'approve' }>;

function approved(world: World, given: Approval): { world: World; word: PushWord } {
	const { request, serial, number, pin = null } = given;
	const of = { user: world.people.user, request, serial, entry: codeOf(world, given) };
	const matched = typeof number === 'number' ? { number } : {};
	const outcome = approvePush(world.service, { ...of, ...matched }, world.now);
	return { world: heard(world, 'push', pin, outcome), word: wordOf(outcome.reply) };
}

/** The code; with a Server PIN both, in the policy's order. */
function codeOf({ service }: World, given: Approval) {
	const { serial, activation, step, pin } = given;
	const code = { kind: 'passcode', serial, activation, step } as const;
	if (!pin) return code;
	const before = service.policy.serverPin.place === 'before';
	return {
		kind: 'joined',
		parts: before ? ([forService(pin), code] as const) : ([code, forService(pin)] as const),
	} as const;
}

const wordOf = (reply: ReturnType<typeof approvePush>['reply']): PushWord =>
	reply.ok ? 'ok' : reply.reason === 'unknown-request' || reply.reason === 'not-waiting' ? 'over' : 'no';
