import type { GoalId, Scenario } from '../../../practice/scenario.ts';
import { groups, scenarioOf } from '../../../practice/scenarios.ts';

/** Where a demo begins: at its beginning, at a step, or at a problem (by the name of what goes wrong). */
export type DemoStart = {
	readonly scenario: Scenario;
	readonly step?: GoalId;
	readonly problem?: string;
};

/** What can be shown: exercises that begin on a clock of their own and have an end. */
export const shownGroups = groups
	.map(({ title, scenarios }) => ({
		title,
		scenarios: scenarios.filter(({ realTime, until }) => !realTime && until !== null),
	}))
	.filter(({ scenarios }) => scenarios.length > 0);

const shape = /^#([\w-]+)(?:\/(!?)([a-z][a-z0-9-]*))?$/;

/** The demo that an address means; nothing where it means none. */
export function startIn(hash: string): DemoStart | undefined {
	const [, id = '', problem, at] = shape.exec(hash) ?? [];
	const scenario = scenarioOf(id);
	if (!scenario || scenario.realTime || scenario.until === null) return undefined;
	if (!at) return { scenario };
	return problem ? { scenario, problem: at } : { scenario, step: at as GoalId };
}

export const hashOf = ({ scenario, step, problem }: DemoStart): string =>
	`#${scenario.id}${problem ? `/!${problem}` : step ? `/${step}` : ''}`;
