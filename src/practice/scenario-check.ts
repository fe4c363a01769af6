import { ok, type Result } from '../domain/result.ts';
import { excluded, faultOf, type AnyFaultId } from '../simulator/world.ts';
import { courseOf, worldOf } from './course.ts';
import { act, begin, isDone, type Exercise } from './exercise.ts';
import { checkScenario } from './scenario-data.ts';
import type { ScenarioFile, SolutionAct } from './scenario-file.ts';
import type { Scenario } from './scenario.ts';

/** The part of an exercise in which something has to be changed. */
export type Part = 'words' | 'beginning' | 'goal' | 'faults' | 'rules' | 'solution';
/** What is wrong with an exercise, in a plain sentence. */
export type Trouble = { readonly part: Part; readonly words: string };
type Checked<Value> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly trouble: Trouble };

const trouble = (part: Part, words: string): Checked<never> => ({ ok: false, trouble: { part, words } });

/** What an exercise puts in so that it goes wrong: at its beginning, or in what came before. */
const faultsOf = ({ faults, before = [] }: Scenario): readonly AnyFaultId[] => [
	...faults,
	...before.flatMap((one) => (typeof one === 'object' && one.do === 'break' ? [one.fault] : [])),
];

/**
 * Can a scenario be begun, and is there something to do? Its course must have been loaded.
 *
 * @returns its beginning; or the first thing that is wrong
 */
export function checkBeginning(scenario: Scenario): Checked<Exercise> {
	const { from, until, faults } = scenario;
	const goals = courseOf(scenario).goals.map(({ id }) => id);
	if (until === null) return trouble('goal', 'It has no end. Choose a goal.');
	if (goals.includes(from) && until !== 'all' && goals.indexOf(until) < goals.indexOf(from))
		return trouble('goal', 'It ends before it begins. Choose a later goal.');
	for (const [at, one] of faults.entries())
		for (const other of faults.slice(at + 1))
			if (one === other || excluded(one, other))
				return trouble('faults', `These cannot both happen: ${says(one)} ${says(other)}`);
	const checked = checkScenario(scenario);
	if (!checked.ok) {
		const late = faults.find(
			(_, at) => !begins({ ...scenario, faults: faults.slice(0, at + 1), before: [] }),
		);
		return late && begins({ ...scenario, faults: [], before: [] })
			? trouble('faults', `This cannot happen any more where the exercise begins: ${says(late)}`)
			: trouble('beginning', `The beginning cannot be set up: ${checked.reason}.`);
	}
	const start = begin(scenario);
	return isDone(start)
		? trouble(
				'goal',
				'Nothing is left to do at its beginning. Choose a later goal, or something that goes wrong.',
			)
		: { ok: true, value: start };
}

/** The sentence of a fault that says what a person sees of it. */
const says = (fault: AnyFaultId): string => `“${faultOf(fault).shows}”`;

function begins(scenario: Scenario): boolean {
	try {
		worldOf(scenario);
		return true;
	} catch {
		return false;
	}
}

/**
 * Where a solution leads.
 *
 * @returns the exercise after its last act; or the number of the act, from 1, that a World refuses
 */
export function replaySolution(
	start: Exercise,
	solution: readonly SolutionAct[],
): { readonly end: Exercise; readonly refused: number | null } {
	let end = start;
	for (const [index, { after, ...deed }] of solution.entries()) {
		const taken = act(end, deed, end.world.now + Math.round(after * 1000));
		if (!taken.reply.ok) return { end, refused: index + 1 };
		end = taken.exercise;
	}
	return { end, refused: null };
}

/**
 * Is an exercise whole? It can be begun, its solution leads to its end with acts that a learner can do, all that
 * goes wrong shows on the way, and its own rules allow it. Its course must have been loaded.
 *
 * @returns the exercise at the end of its solution; or the first thing that is wrong
 */
export function checkScenarioFile({
	scenario,
	solution,
}: Pick<ScenarioFile, 'scenario' | 'solution'>): Checked<Exercise> {
	const begun = checkBeginning(scenario);
	if (!begun.ok) return begun;
	if (solution.length === 0) return trouble('solution', 'It has no solution yet. Do it once.');
	const foreign = solution.findIndex(({ do: what }) => what === 'break' || what === 'operate');
	if (foreign >= 0) return trouble('solution', `Act ${foreign + 1} is none that a learner can do.`);
	const { end, refused } = replaySolution(begun.value, solution);
	if (refused) return trouble('solution', `Act ${refused} cannot be done any more. Do it once anew.`);
	if (!isDone(end)) return trouble('solution', 'The solution does not lead to the goal yet.');
	const unmet = faultsOf(scenario).find((fault) => !end.world.shown.includes(fault));
	if (unmet) return trouble('faults', `Nobody meets this on the way: ${says(unmet)}`);
	const most = scenario.rules?.mistakes ?? null;
	const made = end.mistakes.length;
	if (most !== null && made > most)
		return trouble('rules', `Mistakes in the solution itself: ${made}. The rules allow ${most}.`);
	return { ok: true, value: end };
}

/** The same check, for those who only have to say whether a file can be taken. */
export function checkedFile(file: ScenarioFile): Result<ScenarioFile, string> {
	const checked = checkScenarioFile(file);
	return checked.ok ? ok(file) : { ok: false, reason: checked.trouble.words };
}
