import type { Remark } from './coach.ts';
import type { Exercise } from './exercise.ts';
import type { Tally } from './tally.ts';

/** What the coach says where its help is not allowed. */
export const withoutHelp: Remark = {
	kind: 'way',
	words: 'This drill is without help. You can still call the service desk.',
};

const MINUTE = 60_000;
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Everything that was refused or stopped in a try, also what was taken back afterwards. */
export const mistakesIn = ({ mistakes }: Pick<Exercise, 'mistakes'>, tally: Tally): number =>
	mistakes.length + tally.stopped + (tally.mistakesUndone ?? 0);

/**
 * What stands between a try and "passed", each as a sentence with its figures: something was done for the person,
 * or a rule of the drill was broken. Nothing for a try that counts.
 */
export function missedOf(exercise: Pick<Exercise, 'scenario' | 'mistakes'>, tally: Tally): readonly string[] {
	const { hints = true, mistakes = null, minutes = null } = exercise.scenario.rules ?? {};
	const made = mistakesIn(exercise, tally);
	const missed: string[] = [];
	if (tally.helped > 0)
		missed.push(`${counted(tally.helped, 'thing was', 'things were')} done for you. None may be.`);
	if (!hints && tally.hints > 0)
		missed.push(`You asked for ${counted(tally.hints, 'hint', 'hints')}. None was allowed.`);
	if (mistakes !== null && made > mistakes)
		missed.push(`You made ${counted(made, 'mistake', 'mistakes')}. At most ${mistakes} may be made.`);
	if (minutes !== null && tally.spent > minutes * MINUTE)
		missed.push(
			`It took you ${counted(Math.ceil(tally.spent / MINUTE), 'minute', 'minutes')}. ${minutes} ${minutes === 1 ? 'was' : 'were'} allowed.`,
		);
	return missed;
}
