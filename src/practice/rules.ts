import type { Remark } from './coach.ts';
import type { Exercise } from './exercise.ts';
import type { Tally } from './tally.ts';

/** What the coach says where its help is not allowed. */
export const withoutHelp: Remark = {
	kind: 'way',
	words: 'This drill is without help. You can still call the service desk.',
};

const MINUTE = 60_000;

/** Everything that was refused or stopped in a try, also what was taken back afterwards. */
const mistakesIn = ({ mistakes }: Pick<Exercise, 'mistakes'>, tally: Tally): number =>
	mistakes.length + tally.stopped + (tally.mistakesUndone ?? 0);

/**
 * What stands between a try and "passed", each as a sentence with its figures: something was done for the person
 * (by the page, or by an operator at the console), or a rule of the drill was broken. Nothing for a try that counts.
 */
export function missedOf(
	exercise: Pick<Exercise, 'scenario' | 'mistakes'> & Partial<Pick<Exercise, 'log'>>,
	tally: Tally,
): readonly string[] {
	const { hints = true, mistakes = null, minutes = null } = exercise.scenario.rules ?? {};
	const made = mistakesIn(exercise, tally);
	const missed: string[] = [];
	if (tally.helped > 0) missed.push(`Done for you: ${tally.helped}. None may be.`);
	const operated = exercise.log?.filter((command) => command.do === 'operate').length ?? 0;
	if (operated > 0) missed.push(`Done by an operator: ${operated}. None may be.`);
	if (!hints && tally.hints > 0) missed.push(`Hints: ${tally.hints}. None was allowed.`);
	if (mistakes !== null && made > mistakes) missed.push(`Mistakes: ${made}. Allowed: ${mistakes}.`);
	if (minutes !== null && tally.spent > minutes * MINUTE)
		missed.push(`Minutes: ${Math.ceil(tally.spent / MINUTE)}. Allowed: ${minutes}.`);
	return missed;
}
