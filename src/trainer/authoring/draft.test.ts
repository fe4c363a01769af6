import { describe, expect, test } from 'vitest';
import { courseIds, isOwnId } from '../../practice/scenario.ts';
import { checkScenarioFile } from '../../practice/scenario-check.ts';
import { readScenarioFile, writeScenarioFile } from '../../practice/scenario-file.ts';
import guest from '../../practice/scenarios/guest-network.json';
import '../../practice/testing/all-courses.ts';
import { screenOf, type Control } from '../../simulator/world.ts';
import {
	beginningOf,
	choicesOf,
	deedOf,
	setUp,
	setUpUndone,
	solutionUndone,
	solve,
	solvedByPilot,
	solvedSoFar,
} from './doing.ts';
import {
	draftOf,
	fileOf,
	inRealTime,
	newDraft,
	readDraft,
	troublesOf,
	withBeginning,
	withCourse,
	withFault,
	withGoal,
	withNotes,
	withRules,
	withWords,
	type Draft,
} from './draft.ts';
import { hasOption, optionsOf, options, withOption } from './options.ts';

const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const value = <Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value => {
	if (!result.ok) throw new Error(result.reason);
	return result.value;
};
const reason = (result: { ok: boolean }) => ('reason' in result ? result.reason : 'taken');
const press = (control: string) => ({ do: 'press', control }) as const;

/** The wrong Wi-Fi, as a trainer makes it. */
const wifi = (): Draft => {
	const bare = withBeginning(newDraft('desktop', { title: 'The wrong Wi-Fi' }), 'connect-to-router');
	return withFault(withGoal(bare, 'enter-email-address'), 'guest-wifi', true);
};

/** Goes through a file, and takes what comes out of it as the tests of this repository do. */
function expectWhole(draft: Draft): void {
	expect(troublesOf(draft)).toEqual([]);
	const read = readScenarioFile(writeScenarioFile(fileOf(draft)));
	const file = value(read);
	expect(file).toEqual(asKept(fileOf(draft)));
	expect(isOwnId(file.scenario.id)).toBe(true);
	expect(checkScenarioFile(file)).toMatchObject({ ok: true });
}

describe('an exercise in the making', () => {
	test.each(courseIds)('of %s: the autopilot solves it, and its file is one of this repository', (course) => {
		const draft = newDraft(course, { title: 'All of it' });
		expect(troublesOf(draft).map(({ part }) => part)).toEqual(['solution']);
		expectWhole(value(solvedByPilot(draft)));
	});

	test('says what it lacks, each at its part', () => {
		const parts = (draft: Draft) => troublesOf(draft).map(({ part }) => part);
		expect(parts(newDraft('desktop'))).toEqual(['words', 'solution']);
		expect(parts(withGoal(wifi(), 'boot-and-acknowledge'))).toEqual(['goal']);
		expect(parts(withFault(wifi(), 'cable-loose', true))).toEqual(['faults']);
		const solved = value(solvedByPilot(wifi()));
		expect(parts(solved)).toEqual([]);
		// what is put in later is not on the way of the solution
		expect(parts(withFault(solved, 'teams-loops', true))).toEqual(['faults']);
		expect(parts(solutionUndone(solved))).toEqual(['solution']);
	});

	test('is what it was when it is kept and read', () => {
		const draft = withRules(withNotes(value(solvedByPilot(wifi())), 'Ask:\r\nwhich network?'), {
			mistakes: 0,
		});
		expect(draft.notes).toBe('Ask:\nwhich network?');
		expect(readDraft(asKept(draft))).toEqual({ ok: true, value: asKept(draft) });
		const tried = { ...withWords(draft, { title: '' }), tried: 'own-000000000000001' };
		expect(readDraft(asKept(tried))).toEqual({ ok: true, value: asKept(tried) });
		expect(readDraft({ handrail: 'exercise' }).ok).toBe(false);
		expect(readDraft(null).ok).toBe(false);
		expect(reason(readDraft({ ...draft, scenario: 1 }))).toMatch(/damaged/);
	});

	test('goes on from a file of this repository', () => {
		const file = value(readScenarioFile(JSON.stringify(guest)));
		const draft = draftOf(file);
		expectWhole(draft);
		expect({ ...fileOf(draft).scenario, id: guest.scenario.id }).toEqual(file.scenario);
	});

	test('keeps its words with another course, and nothing of another beginning', () => {
		const set = value(
			setUp(withBeginning(newDraft('desktop'), 'enroll-and-create-pin'), press('taskbar.browser')),
		);
		const solved = value(solvedByPilot(set));
		const moved = withBeginning(solved, 'start-outlook');
		expect(moved.solution).toEqual([]);
		expect(moved.scenario.before).toBeUndefined();
		const other = withCourse(withWords(solved, { title: 'A', about: 'B\nC' }), 'push');
		expect(other.scenario).toMatchObject({ course: 'push', title: 'A', about: 'B C' });
		expect(other.solution).toEqual([]);
	});

	test('has rules only where they forbid something', () => {
		const strict = withRules(newDraft('desktop'), { hints: false, minutes: 10 });
		expect(strict.scenario.rules).toEqual({ hints: false, mistakes: null, minutes: 10 });
		expect(withRules(strict, { hints: true, minutes: null }).scenario).not.toHaveProperty('rules');
	});

	test('is in real time only with a real app', () => {
		expect(newDraft('own-app').scenario.realTime).toBe(true);
		expect(inRealTime(newDraft('own-app'), false).scenario).not.toHaveProperty('realTime');
		expect(inRealTime(newDraft('desktop'), true).scenario).not.toHaveProperty('realTime');
	});

	test('is never changed by what follows it', () => {
		const draft = wifi();
		const before = JSON.stringify(draft);
		withGoal(draft, 'all');
		withFault(draft, 'guest-wifi', false);
		solvedByPilot(draft);
		setUp(draft, 60);
		expect(JSON.stringify(draft)).toBe(before);
	});
});

describe('its World', () => {
	test.each(options.flatMap(({ id, courses }) => courses.map((course) => [course, id] as const)))(
		'of %s: %s is put on and off, and can be solved',
		(course, id) => {
			const draft = newDraft(course, { title: 'A' });
			const on = withOption(draft, id, true);
			expect(hasOption(on, id)).toBe(true);
			expect(withOption(on, id, false)).toEqual(draft);
			for (const other of optionsOf(draft)) expect(hasOption(on, other.id)).toBe(other.id === id);
			expectWhole(value(solvedByPilot(on)));
			expect(readDraft(asKept(on))).toEqual({ ok: true, value: asKept(on) });
		},
	);

	test('keeps what a file says of it beside the options', () => {
		const policy = { pin: { length: 6 }, lock: { threshold: 5 } };
		const given = newDraft('push');
		const draft = { ...given, scenario: { ...given.scenario, made: { policy } } };
		const on = withOption(withOption(draft, 'no-pin', true), 'hello', true);
		expect(on.scenario.made).toEqual({
			policy: { pin: { length: 6, type: 'None' }, lock: { threshold: 5 } },
			push: { hello: true },
		});
		expect(withOption(withOption(on, 'no-pin', false), 'hello', false)).toEqual(draft);
	});

	test('is set up by doing: acts, waits and things that go wrong', () => {
		const start = withBeginning(newDraft('desktop', { title: 'A' }), 'enroll-and-create-pin');
		let draft = value(setUp(start, press('taskbar.browser')));
		draft = value(setUp(draft, press('browser.close')));
		draft = value(setUp(draft, 90));
		draft = value(setUp(draft, { do: 'break', fault: 'trivial-pin-refused' }));
		expect(draft.scenario.before).toHaveLength(4);
		expectWhole(value(solvedByPilot(withGoal(draft, 'enroll-and-create-pin'))));
		expect(reason(setUp(draft, press('no.button')))).toMatch(/does not take/);
		expect(reason(setUp(draft, 0))).toMatch(/^Seconds/);
		expect(reason(setUp(draft, 1.5))).toMatch(/^Seconds/);
		expect(setUpUndone(draft).scenario.before).toHaveLength(3);
		const bare = [1, 2, 3, 4, 5].reduce(setUpUndone, draft);
		expect(bare).toEqual(start);
	});

	test('offers what can still go wrong where it begins, and what was chosen', () => {
		const ids = (draft: Draft) => choicesOf(draft).map(({ fault }) => fault);
		const late = withBeginning(newDraft('desktop'), 'sign-in-to-teams');
		expect(ids(late)).toContain('teams-loops');
		expect(ids(late)).not.toContain('no-power');
		expect(choicesOf(withFault(late, 'no-power', true)).find(({ chosen }) => chosen)?.fault).toBe('no-power');
		// those of the first step come first
		expect(ids(late)[0]).toMatch(/^teams-/);
		const push = ids(newDraft('push'));
		expect(push.length).toBeGreaterThan(3);
		expect(push.every((id) => id.startsWith('push-') || id.startsWith('hello-'))).toBe(true);
	});
});

describe('its solution', () => {
	test('is done by hand, act by act, and taken back', () => {
		const start = wifi();
		const one = value(solve(start, press('logon.network')));
		expect(one.solution).toEqual([{ ...press('logon.network'), after: 2 }]);
		expect(solvedSoFar(one)?.world.now).toBe((beginningOf(start)?.now ?? 0) + 2000);
		expect(reason(solve(one, press('no.button')))).toMatch(/does not take/);
		expect(solutionUndone(one)).toEqual(start);
		const two = value(solve(one, { do: 'wait' }, 12.5));
		expect(two.solution.at(-1)).toEqual({ do: 'wait', after: 12.5 });
		expect(solutionUndone(two, true)).toEqual(start);
		expect(solutionUndone(start)).toEqual(start);
	});

	test('goes on with the autopilot from where a hand has left it', () => {
		const one = value(solve(wifi(), press('logon.network')));
		const next = value(solvedByPilot(one, 1));
		expect(next.solution).toHaveLength(2);
		const all = value(solvedByPilot(next));
		expectWhole(all);
		expect(reason(solvedByPilot(all))).toBe('The goal is reached.');
		expect(reason(solve(all, press('logon.network')))).toBe('The goal is reached.');
	});

	test('cannot be done where the beginning cannot be made', () => {
		const draft = withFault(withBeginning(newDraft('desktop'), 'sign-in-to-teams'), 'no-power', true);
		expect(beginningOf(draft)).toBeUndefined();
		expect(reason(solve(draft, { do: 'wait' }))).toMatch(/cannot be set up/);
		expect(reason(solvedByPilot(draft))).toMatch(/No way on/);
	});

	test('holds what was typed by its name, and nothing of other text', () => {
		const world = beginningOf(withBeginning(newDraft('desktop'), 'enter-email-address'))!;
		const controls = screenOf(world).controls;
		const field = controls.find(({ kind }) => kind === 'field') as Control;
		const text = (kind: Control['kind']) => controls.find((one) => one.kind === kind) as Control;
		expect(reason(deedOf(world, 'laptop', field, 'hunter2 is mine'))).toMatch(/not on the card/);
		expect(value(deedOf(world, 'laptop', field, ''))).toMatchObject({ entry: { kind: 'nothing' } });
		expect(value(deedOf(world, 'laptop', text('button')))).toMatchObject({ do: 'press' });
		expect(reason(deedOf(world, 'laptop', text('heading')))).toMatch(/nothing to use/);
	});
});
