import { entryOf } from 'virtual:entry';
import { textOf as textOfStep } from 'virtual:steps';
import { stepNow } from '../../practice/exercise.ts';
import type { GoalId, Scenario } from '../../practice/scenario.ts';
import { atFirst, type Workspace } from '../../practice/workspace.ts';
import { drawingsFor, type Drawings } from '../../screens/drawing.ts';
import type { GoalEntry, GoalText } from './goal.ts';
import { loadCourse } from './load-course.ts';

/** The text of a goal. */
export async function textOf(scenario: Scenario, goal: GoalId): Promise<GoalText | undefined> {
	const { goalTexts } = await ownTexts(scenario);
	return goalTexts?.find(({ page }) => page.slug === goal) ?? (await textOfStep(scenario.course, goal));
}

/** The goals of a course, in their order. */
async function entriesOf(scenario: Scenario): Promise<readonly GoalEntry[]> {
	const { goalTexts } = await ownTexts(scenario);
	return goalTexts?.map(({ page }) => page) ?? (await entryOf(scenario.course))?.steps ?? [];
}

const ownTexts = async ({ course }: Scenario): Promise<{ goalTexts?: readonly GoalText[] }> =>
	course === 'own-app' ? await import('./goal-texts.ts') : {};

/** What the workspace shows at once when an exercise is opened. */
export type Opening = {
	scenario: Scenario;
	first: Workspace;
	/** All goals of its course. */
	steps: readonly GoalEntry[];
	text: GoalText | undefined;
	drawings: Drawings | undefined;
};

export async function openingOf(scenario: Scenario): Promise<Opening> {
	await loadCourse(scenario);
	const first = atFirst(scenario);
	const goal = stepNow(first.exercise);
	const text = goal && (await textOf(scenario, goal));
	const drawings = await drawingsFor(first.world);
	return { scenario, first, steps: await entriesOf(scenario), text, drawings };
}
