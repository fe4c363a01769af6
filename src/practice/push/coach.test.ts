import { beforeEach, describe, expect, test } from 'vitest';
import { createWorld, screenOf, type World } from '../../simulator/world.ts';
import { act, begin, isDone, undo, type Exercise } from '../exercise.ts';
import { remarkOnRefusal } from '../coach.ts';
import { scenarioOf } from '../scenarios.ts';
import { openWorkspace, type Bench } from '../workspace.ts';
import { keepIn } from '../keeping.ts';
import { alertsOf, requestsOf } from '../../simulator/push/index.ts';
import { courseOf } from '../course.ts';
import '../push-course.ts';

const course = courseOf({ course: 'push' });

/** A person at the workspace, with no store. */
async function opened(id: string): Promise<{ bench: Bench; pass: (seconds: number) => void }> {
	const scenario = scenarioOf(id)!;
	let clock = 0;
	const keeping = keepIn(
		undefined,
		scenario,
		() => 'one',
		() => clock,
	);
	const bench = openWorkspace(scenario, Promise.resolve(keeping), () => clock);
	await bench.settled();
	const pass = (seconds: number) => {
		for (let i = 0; i < seconds; i += 1) {
			clock += 1000;
			bench.tick();
		}
	};
	return { bench, pass };
}
const world = (bench: Bench): World => bench.getSnapshot().world;
const words = (bench: Bench): string => bench.getSnapshot().remark?.words ?? '';
function press(bench: Bench, id: string, typed?: string): void {
	const control = screenOf(world(bench)).controls.find((one) => one.id === id);
	if (!control) throw new Error(`expected ${id} on ${screenOf(world(bench)).name}`);
	bench.use('laptop', control, typed);
}

describe('a request that nobody asked for', () => {
	let bench: Bench;
	let pass: (seconds: number) => void;
	beforeEach(async () => {
		({ bench, pass } = await opened('push-unexpected'));
		pass(21);
		press(bench, 'notification.open');
	});
	const passed = () => bench.getSnapshot().tally.done;

	test('"Deny", then "Report" is right, and the exercise is done', () => {
		press(bench, 'request.deny');
		expect(words(bench)).toMatch(/^Right: you did not ask for it\. Select "Report"/);
		expect(passed()).toBeNull();
		press(bench, 'request.report');
		expect(words(bench)).toMatch(/^Reported\. Somebody knows your password/);
		expect(passed()).toMatchObject({ passed: true });
	});

	test('approving is explained: what would have happened, and it can be tried again', () => {
		press(bench, 'request.approve');
		const pin = world(bench).service.users;
		const card = Object.values(pin)
			.flatMap((bucket) => Object.values(bucket))
			.find(({ id }) => id === world(bench).people.user)!.card.pin;
		press(bench, 'request.pin', card);
		press(bench, 'request.submit');
		expect(words(bench)).toMatch(
			/You had not logged in\. With this approval, somebody who knows your password/,
		);
		expect(passed()).toBeNull();
		press(bench, 'request.close');
		pass(31);
		press(bench, 'notification.open');
		press(bench, 'request.deny');
		press(bench, 'request.report');
		expect(passed()).not.toBeNull();
		expect(requestsOf(world(bench)).map(({ state }) => state)).toEqual(['approved', 'denied']);
	});

	test('one that was let pass, or only denied, comes again until it is reported', () => {
		pass(60);
		expect(screenOf(world(bench)).name).toBe('mobilepass.request-over');
		pass(31);
		press(bench, 'notification.open');
		press(bench, 'request.deny');
		press(bench, 'request.close');
		expect(passed()).toBeNull();
		pass(31);
		press(bench, 'notification.open');
		press(bench, 'request.deny');
		press(bench, 'request.report');
		expect(passed()).not.toBeNull();
		pass(120);
		expect(requestsOf(world(bench))).toHaveLength(3);
	});
});

/** Goes on with the pilot until this control can be used. */
function until(id: string, control: string): Exercise {
	const scenario = scenarioOf(id)!;
	let exercise = begin(scenario);
	for (let i = 0; i < 60; i += 1) {
		if (screenOf(exercise.world).controls.some((one) => one.id === control && one.enabled)) return exercise;
		const move = course.nextMove(exercise.world, scenario)!;
		exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
	}
	throw new Error(`expected ${control} on the way of ${id}`);
}
const remark = (before: Exercise, ...controls: string[]) => {
	let was = before;
	let next = before;
	for (const control of controls) {
		const kind = screenOf(next.world).controls.find(({ id }) => id === control)?.kind;
		was = next;
		next = act(next, { do: kind === 'choice' ? 'choose' : 'press', control }, next.world.now + 1000).exercise;
	}
	return { next, words: course.remark!(was.world, next.world)?.words };
};

describe('the coach on a person’s own login', () => {
	test('says that "Deny" was a mistake, and counts nothing as a report', () => {
		const denied = remark(until('push-log-in', 'request.deny'), 'request.deny');
		expect(denied.words).toMatch(/^This was your own login\. "Deny" counts as a failed login/);
		const reported = remark(denied.next, 'request.report');
		expect(reported.words).toMatch(/^That was your own login\. Tell the service desk/);
		expect(alertsOf(reported.next.world)).toHaveLength(1);
		expect(isDone(reported.next)).toBe(false);
	});

	test('tells of the lock with the denial that led to it', () => {
		let exercise = until('push-log-in', 'request.deny');
		for (let i = 0; i < 2; i += 1) {
			exercise = remark(exercise, 'request.deny', 'request.close').next;
			const scenario = scenarioOf('push-log-in')!;
			for (let moves = 0; moves < 30 && screenOf(exercise.world).name !== 'mobilepass.request'; moves += 1) {
				const move = course.nextMove(exercise.world, scenario)!;
				exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
			}
		}
		expect(remark(exercise, 'request.deny').words).toMatch(/the account is locked for 15 minutes/);
	});

	test('says nothing of what went right', () => {
		expect(remark(until('push-log-in', 'request.approve'), 'request.approve').words).toBeUndefined();
		expect(remark(until('push-log-in', 'login.submit'), 'login.submit').words).toBeUndefined();
	});

	test('names the clock, and the number', () => {
		const late = until('push-approved-but-refused', 'request.pin');
		const typed = act(
			late,
			{ do: 'type', control: 'request.pin', entry: { kind: 'card', value: 'pin' } },
			late.world.now,
		).exercise;
		expect(remark(typed, 'request.submit').words).toMatch(/the clock of the computer.*too far off/);
		const asked = until('push-number-matching', 'request.approve');
		const { next } = remark(asked, 'request.approve');
		const { match } = requestsOf(next.world).at(-1)!;
		const wrong = match!.choices.find((one) => one !== match!.shown)!;
		const chosen = remark(next, `request.number-${wrong}`).next;
		const given = act(
			chosen,
			{ do: 'type', control: 'request.pin', entry: { kind: 'card', value: 'pin' } },
			chosen.world.now,
		).exercise;
		expect(remark(given, 'request.submit').words).toMatch(/^The login page shows another number/);
	});

	test('names a wrong first factor, which the page does not', () => {
		const wrong = {
			kind: 'near-miss',
			of: { kind: 'card', value: 'computer-password' },
			how: 'case',
		} as const;
		let exercise = begin(scenarioOf('at-enter-credentials')!);
		const type = (control: string, entry: object) => {
			exercise = act(exercise, { do: 'type', control, entry: entry as never }, exercise.world.now).exercise;
		};
		type('login.user', { kind: 'card', value: 'user-id' });
		type('login.password', wrong);
		const { words: said, next } = remark(exercise, 'login.sign-in', 'login.autosend', 'login.submit');
		expect(said).toMatch(/No request was sent/);
		expect([next.mistakes, undo(next).world.push?.page]).toEqual([['typed'], 'sign-in-method']);
	});

	test('a World without push has nothing of it', () => {
		const plain = createWorld({ seed: 1, startsAt: 0 });
		expect(course.remark!(plain, plain)).toBeNull();
		expect(remarkOnRefusal('not-on-screen').kind).toBe('way');
	});
});
