import type { Reply, World } from '../simulator/world.ts';

/** What kind of thing was refused. */
export const mistakeKinds = ['typed', 'used', 'clock', 'locked', 'link', 'pin', 'order', 'foreign'] as const;
export type Mistake = (typeof mistakeKinds)[number];

type Truth = NonNullable<World['truth']>;

const kinds: Readonly<Record<string, Mistake | undefined>> = {
	'nothing-typed': 'typed',
	'unknown-user': 'typed',
	wrong: 'typed',
	'no-method': 'used',
	'old-password': 'used',
	'old-token': 'used',
	'used-already': 'used',
	'already-completed': 'used',
	'clock-off': 'clock',
	'out-of-step': 'clock',
	'not-consecutive': 'clock',
	'account-locked': 'locked',
	'enrollment-locked': 'locked',
	'fake-challenge': 'typed',
	'wrong-number': 'typed',
	'not-waiting': 'used',
	'unknown-request': 'used',
	'no-push': 'used',
	'wrong-code': 'typed',
	'older-code': 'used',
	'code-expired': 'used',
	'no-tries-left': 'locked',
	'wrong-pin': 'pin',
	'pin-in-front': 'pin',
};
/** Answers that are a question, not a refusal. */
const asked: ReadonlySet<string> = new Set([
	'ok',
	'again',
	'challenge',
	'change-password',
	'pin-given',
	'set-pin',
]);

/**
 * The mistake of an act, if it was one: what a service refused, or what the device did not take.
 *
 * @param before what was known of the services' last answer before the act
 */
export function mistakeOf(before: Truth | null, after: Truth | null, reply: Reply): Mistake | undefined {
	if (!reply.ok) return 'order';
	if (!after || after === before || asked.has(after.outcome)) return undefined;
	return kinds[after.outcome] ?? 'link';
}
