import { readDrill, scenarioOfDrill } from './drill-link.ts';
import type { Scenario } from './scenario.ts';
import { drillOf, mixed, roads, steps, troubles } from './scenarios/desktop.ts';
import { androidRoads, androidStepScenarios, androidTroubles } from './scenarios/android.ts';
import { managers } from './scenarios/manager.ts';
import { migrationRoads, migrationStepScenarios, migrationTroubles } from './scenarios/migration.ts';
import { ownApp } from './scenarios/own-app.ts';
import { pushRoads, pushSteps, pushTroubles } from './scenarios/push.ts';
import { isOwnId } from './scenario.ts';

export type { Scenario } from './scenario.ts';
export { drill, drillOf, stepScenarioId } from './scenarios/desktop.ts';

/** The group that the drills by number belong to as well. */
export const mixedTitle = 'Mixed';

/** What can be practiced, as it is listed. */
export const groups: readonly { readonly title: string; readonly scenarios: readonly Scenario[] }[] = [
	{ title: 'When all goes well', scenarios: roads },
	{ title: 'When something goes wrong', scenarios: troubles },
	{ title: 'For managers', scenarios: managers },
	{ title: 'A token on an Android phone', scenarios: androidRoads },
	{ title: 'When something goes wrong on the phone', scenarios: androidTroubles },
	{ title: 'Push: when all goes well', scenarios: pushRoads },
	{ title: 'Push: when something goes wrong', scenarios: pushTroubles },
	{ title: 'The operator console', scenarios: migrationRoads },
	{ title: 'The operator console: when something goes wrong', scenarios: migrationTroubles },
	{ title: 'With your own authenticator app', scenarios: ownApp },
	{ title: mixedTitle, scenarios: mixed },
];
export const scenarios: readonly Scenario[] = groups.flatMap((group) => group.scenarios);

/** Every exercise that has an address of its own. */
export const allScenarios: readonly Scenario[] = [
	...scenarios,
	...steps,
	...androidStepScenarios,
	...pushSteps,
	...migrationStepScenarios,
];

/** @returns nothing for an id that no scenario has */
export const scenarioOf = (id: string): Scenario | undefined =>
	allScenarios.find((one) => one.id === id) ??
	(id.startsWith('drill-') ? drillNamed(id.slice('drill-'.length)) : undefined);

/** By its number, or by the link that a trainer made. */
function drillNamed(name: string): Scenario | undefined {
	const numbered = drillOf(name);
	if (numbered) return numbered;
	const read = readDrill(name);
	return read.ok ? scenarioOfDrill(read.value) : undefined;
}

/**
 * The address of an exercise from the site's root. A drill's name, and the id of an exercise that somebody made, are
 * no page of the site, so they stand behind #.
 */
export const exercisePath = ({ id }: Scenario): string =>
	allScenarios.some((one) => one.id === id)
		? `/practice/${id}/`
		: isOwnId(id)
			? `/practice/own/#${id}`
			: `/practice/drill/#${id.slice('drill-'.length)}`;
