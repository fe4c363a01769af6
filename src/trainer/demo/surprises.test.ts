import { describe, expect, test } from 'vitest';
import '../../practice/testing/all-courses.ts';
import { scenarioOf } from '../../practice/scenarios.ts';
import { allFaultIds, faultOf, screenOf } from '../../simulator/world.ts';
import { broken, demoOf, flownOn, planOf } from './demo.ts';
import { surprisesOf } from './surprises.ts';
import { flightOf, openedAt } from './ways.ts';

const known = (id: string) => {
	const found = scenarioOf(id);
	if (!found) throw new Error(`expected a scenario ${id}`);
	return found;
};
const demos = ['all-steps', 'android-link', 'push-all-steps'].map((id) => demoOf(known(id)));
const listOf = ({ exercise: { world, scenario } }: (typeof demos)[number]) => surprisesOf(world, scenario);

describe('what can go wrong', () => {
	test('is every fault there is, each in the list of its own course', () => {
		const listed = demos.flatMap((demo) => listOf(demo).map(({ fault }) => fault));
		expect(listed.toSorted()).toEqual([...allFaultIds()].sort());
	});

	test.each(allFaultIds())('%s says what the class will see, and what helps', (fault) => {
		const { does, shows, cure } = faultOf(fault);
		for (const words of [does, shows, cure]) expect(words).toMatch(/^["A-Z].{3,}[.!?"]$/);
	});

	test('is listed in the order of the steps', () => {
		const numbers = listOf(demos[0]!).map(({ step }) => step);
		const inOrder = [...new Set(numbers)];
		expect(numbers).toEqual(inOrder.flatMap((step) => numbers.filter((one) => one === step)));
	});

	test('says why it cannot be put in: it is in, it is hidden, it is too late', () => {
		const start = demos[0]!;
		const whyNot = (demo: typeof start, id: string) => listOf(demo).find(({ fault }) => fault === id)?.not;
		expect(whyNot(start, 'caps-lock-on')).toBeUndefined();
		expect(whyNot(broken(start, 'caps-lock-on'), 'caps-lock-on')).toBe('It is in already.');
		expect(
			whyNot(
				openedAt(flightOf(start.exercise.scenario), { step: 'download-mobilepass' }).demo,
				'caps-lock-on',
			),
		).toMatch(/no more/);
	});

	test('what is said to be possible is; what is not changes nothing on the screen', () => {
		for (const start of demos) {
			let demo = start;
			for (let acts = 0; acts < 400 && planOf(demo); acts += 1) {
				if (acts % 9 === 0)
					for (const { fault, not } of listOf(demo)) {
						const after = broken(demo, fault);
						expect(
							after.exercise.world.faults[fault] === true && demo.exercise.world.faults[fault] !== true,
						).toBe(not === undefined);
						if (not) expect(screenOf(after.exercise.world)).toEqual(screenOf(demo.exercise.world));
					}
				demo = flownOn(demo);
			}
		}
	});
});
