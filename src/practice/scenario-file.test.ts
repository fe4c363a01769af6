import { describe, expect, test } from 'vitest';
import { checkedFile, checkScenarioFile, replaySolution } from './scenario-check.ts';
import { courseOf } from './course.ts';
import { act, begin, isDone } from './exercise.ts';
import {
	asOwn,
	asScenarioFile,
	LARGEST_FILE,
	ownIdOf,
	readScenarioFile,
	writeScenarioFile,
	type ScenarioFile,
	type SolutionAct,
} from './scenario-file.ts';
import { isOwnId, type Scenario } from './scenario.ts';
import { scenarioOf } from './scenarios.ts';
import guest from './scenarios/guest-network.json';
import './testing/all-courses.ts';

const copy = (change: object = {}): unknown => JSON.parse(JSON.stringify({ ...guest, ...change }));
const read = asScenarioFile(copy());
if (!read.ok) throw new Error(read.reason);
const file: ScenarioFile = read.value;
const reason = (result: { ok: boolean }) => ('reason' in result ? result.reason : 'taken');
const changed = (change: Partial<Scenario>): ScenarioFile => ({
	...file,
	scenario: { ...file.scenario, ...change },
});

describe('the file of an exercise', () => {
	test('is the same after it was written and read', () => {
		expect(readScenarioFile(writeScenarioFile(file))).toEqual({ ok: true, value: file });
	});

	const text = writeScenarioFile(file);
	test.each([
		['no JSON', 'hello', /no exercise, or it was cut short/],
		['null', 'null', /This file is no exercise\.$/],
		['another file', '{"handrail":"recording","version":1}', /This file is no exercise\.$/],
		['a file that is too large', ' '.repeat(LARGEST_FILE + 1), /too large/],
		['half a file', text.slice(0, text.length / 2), /cut short/],
		['a newer one', text.replace('"version": 1', '"version": 2'), /newer version/],
	])('%s is refused with a sentence', (_, given, words) => {
		expect(reason(readScenarioFile(given))).toMatch(words);
	});

	const press = guest.solution[0];
	test.each([
		['an unknown member', { secret: 1 }, /"secret"/],
		['no solution', { solution: undefined }, /"solution"/],
		['an act without seconds', { solution: [{ do: 'wait' }] }, /"solution.0.after"/],
		['an act before the one in front of it', { solution: [{ do: 'wait', after: -1 }] }, /"solution.0.after"/],
		['an act with a time', { solution: [{ ...press, at: 5 }] }, /"solution.0": expected no time/],
		['an unknown act', { solution: [{ do: 'fly', after: 1 }] }, /"solution.0": "do"/],
		['too many acts', { solution: Array.from({ length: 2001 }, () => press) }, /at most 2000 acts/],
		['notes without an end', { notes: 'x'.repeat(2001) }, /at most 2000 characters/],
		['notes with control characters', { notes: 'a\u0007b' }, /expected plain text/],
		['a scenario that is none', { scenario: { ...guest.scenario, course: 'juggling' } }, /"course"/],
	])('%s is refused with its place', (_, change, words) => {
		expect(reason(asScenarioFile(copy(change)))).toMatch(words);
	});

	test('never holds typed text, neither in its solution nor before it', () => {
		const typed = { do: 'type', control: 'a.b', entry: { kind: 'raw', text: '4711' } };
		expect(reason(asScenarioFile(copy({ solution: [{ ...typed, after: 1 }] })))).toMatch(/typed text/);
		const scenario = { ...guest.scenario, before: [typed] };
		expect(reason(asScenarioFile(copy({ scenario })))).toMatch(/typed text/);
	});

	test('gives an exercise the id of its contents', () => {
		const own = asOwn(file);
		expect(isOwnId(own.scenario.id)).toBe(true);
		// as every id in this repository
		expect(own.scenario.id).toMatch(/^[a-z]+(-[a-z]+|-\d+)*$/);
		expect(asOwn(own)).toEqual(own);
		// the order of members makes no other one
		const turned = Object.fromEntries(Object.entries(file.scenario).reverse()) as unknown as Scenario;
		expect(ownIdOf(turned)).toBe(own.scenario.id);
		// other contents do, under the same title
		expect(ownIdOf({ ...file.scenario, faults: [] })).not.toBe(own.scenario.id);
		expect(isOwnId('own-authenticator')).toBe(false);
	});
});

const trouble = (given: ScenarioFile) => {
	const checked = checkScenarioFile(given);
	return checked.ok ? null : checked.trouble;
};

describe('an exercise with its solution', () => {
	test('is taken when the solution solves it', () => {
		expect(trouble(file)).toBeNull();
		expect(checkedFile(file)).toEqual({ ok: true, value: file });
		const { end, refused } = replaySolution(begin(file.scenario), file.solution);
		expect(refused).toBeNull();
		expect(isDone(end)).toBe(true);
	});

	test.each<[string, ScenarioFile, string, RegExp]>([
		['no end', changed({ until: null }), 'goal', /no end/],
		['an end before its beginning', changed({ until: 'boot-and-acknowledge' }), 'goal', /before it begins/],
		[
			'nothing to do',
			changed({ faults: [], from: 'connect-to-router', until: 'connect-to-router' }),
			'goal',
			/Nothing is left/,
		],
		['the same twice', changed({ faults: ['guest-wifi', 'guest-wifi'] }), 'faults', /cannot both happen/],
		[
			'two that exclude each other',
			changed({ faults: ['guest-wifi', 'cable-loose'] }),
			'faults',
			/both happen/,
		],
		[
			'something that is over',
			changed({ from: 'sign-in-to-teams', until: 'all', faults: ['no-power'] }),
			'faults',
			/cannot happen any more/,
		],
		[
			'a beginning that is refused',
			changed({ before: [{ do: 'press', control: 'no.button' }] }),
			'beginning',
			/cannot be set up/,
		],
		['no solution', { ...file, solution: [] }, 'solution', /no solution yet/],
		['half a solution', { ...file, solution: file.solution.slice(0, -1) }, 'solution', /does not lead/],
		[
			'a solution that does what no learner can',
			{ ...file, solution: [{ do: 'break', fault: 'teams-loops', after: 0 }, ...file.solution] },
			'solution',
			/Act 1 is none/,
		],
		[
			'a solution with a button that is gone',
			{ ...file, solution: [{ do: 'press', control: 'no.button', after: 1 }, ...file.solution] },
			'solution',
			/Act 1 cannot be done/,
		],
		[
			'a fault that nobody meets',
			changed({ faults: ['guest-wifi', 'teams-loops'] }),
			'faults',
			/Nobody meets/,
		],
		[
			'a fault that was put in before and shows to nobody',
			changed({ before: [{ do: 'break', fault: 'teams-loops' }] }),
			'faults',
			/Nobody meets/,
		],
	])('is refused with %s', (_, given, part, words) => {
		expect(trouble(given)).toMatchObject({ part, words: expect.stringMatching(words) as string });
	});

	test('makes no more mistakes than its rules allow', () => {
		const scenario = scenarioOf('password-refused-caps')!;
		let exercise = begin(scenario);
		const solution: SolutionAct[] = [];
		while (!isDone(exercise)) {
			const { deed, after } = courseOf(scenario).nextMove(exercise.world, scenario)!;
			exercise = act(exercise, deed, exercise.world.now + after).exercise;
			solution.push({ ...deed, after: after / 1000 });
		}
		expect(exercise.mistakes).toEqual(['typed']);
		const withRules = (mistakes: number | null): ScenarioFile => ({
			...file,
			scenario: { ...scenario, rules: { hints: true, mistakes, minutes: null } },
			solution,
		});
		expect(trouble(withRules(0))).toEqual({
			part: 'rules',
			words: 'Mistakes in the solution itself: 1. The rules allow 0.',
		});
		expect(trouble(withRules(1))).toBeNull();
		expect(trouble(withRules(null))).toBeNull();
	});
});
