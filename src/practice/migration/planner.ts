import { byShare, habits, SECOND_MAIL, type Habit } from '../../simulator/migration/index.ts';
import { PATIENCE, waveFrom } from './pilot.ts';

/** The answer to "N users, M spare tokens". */
export type Plan = {
	readonly waves: number;
	/** Working days until everybody is on the new app and every old token is back. */
	readonly days: number;
	/** How many are asked in each wave. */
	readonly sizes: readonly number[];
};

/** How far a drill may be from its plan: so much of the figure, and at least so many. `planner.test.ts` holds it to this. */
export const bounds = { days: { share: 0.2, least: 4 }, waves: { share: 0.2, least: 1 } } as const;

/** The least and the most that a drill takes by a plan. */
export function within(figure: number, { share, least }: (typeof bounds)['days' | 'waves']) {
	const off = Math.max(least, Math.ceil(figure * share));
	return { from: Math.max(1, figure - off), to: figure + off };
}

/** No plan is longer. */
const MOST_DAYS = 5000;

/**
 * How many waves and working days a migration takes when it is run as the pilot runs it: what is expected of everybody
 * together, from the same table of habits that the people of the drill have.
 *
 * @param users people to move, 1 or more
 * @param spare free tokens, 1 or more
 */
export function plan(users: number, spare: number): Plan {
	const back = backBy(users);
	const sizes: number[] = [];
	const asked: { readonly day: number; readonly size: number }[] = [];
	let left = users;
	for (let day = 0; day <= MOST_DAYS; day += 1) {
		const out = asked.reduce((sum, wave) => sum + wave.size * (1 - back(day - wave.day)), 0);
		if (left === 0 && out < 0.5) return { waves: sizes.length, days: day, sizes };
		const available = Math.round(spare - out);
		if (left === 0 || available < waveFrom(spare, left)) continue;
		const size = Math.min(left, available);
		asked.push({ day, size });
		sizes.push(size);
		left -= size;
	}
	throw new RangeError(`plan: expected at most ${MOST_DAYS} days for ${users} users and ${spare} tokens`);
}

/** The share of people whose old token is back so many working days after they were asked. */
function backBy(users: number): (days: number) => number {
	const ways = byShare(habits, users).flatMap((habit) => {
		const took = daysOf(habit);
		return took.map((days) => ({ days, share: 1 / took.length / users }));
	});
	const byDay: number[] = [];
	for (const { days, share } of ways) byDay[days] = (byDay[days] ?? 0) + share;
	let sum = 0;
	const upTo = Array.from(byDay, (share) => (sum += share ?? 0));
	return (days) => (days < 0 ? 0 : (upTo[Math.min(days, upTo.length - 1)] ?? 0));
}

/** The working days from being asked to the morning on which the old token is taken back, each as likely. */
function daysOf({ id, opens, again, signsIn }: Habit): number[] {
	const second = range(SECOND_MAIL);
	if (!opens) return second.map((days) => PATIENCE + days + 1);
	return range(opens).flatMap((days) => {
		if (id === 'cut-string') return second.map((more) => days + 1 + more + 1);
		const refused = id === 'old-app' || id === 'other-device' ? again : 0;
		return [days + refused + signsIn + 1];
	});
}

const range = ([from, to]: readonly [number, number]) =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);
