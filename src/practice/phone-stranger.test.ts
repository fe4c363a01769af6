import { describe, expect, test } from 'vitest';
import { advance, screenOf, type World } from '../simulator/world.ts';
import './android-course.ts';
import { phoneRemark } from './android-coach.ts';
import { begin, act, isDone, type Exercise } from './exercise.ts';
import { courseOf } from './course.ts';
import { scenarioOf } from './scenarios.ts';

const scenario = scenarioOf('android-unexpected')!;
const buttons = ({ world }: Exercise) =>
	screenOf(world, 'phone').controls.filter(({ kind }) => kind === 'button');
const press = (exercise: Exercise, id: string) =>
	act(exercise, { do: 'press', device: 'phone', control: id }, exercise.world.now + 1000).exercise;
const notice = (exercise: Exercise) => buttons(exercise).find(({ id }) => id.startsWith('notification.'))?.id;

/** The exercise when the request of somebody else has come, opened. */
function opened(): Exercise {
	let exercise = begin(scenario);
	expect(notice(exercise)).toBeUndefined();
	exercise = act(exercise, { do: 'wait' }, exercise.world.now + 31_000).exercise;
	return press(exercise, notice(exercise) ?? 'none');
}
const said = (before: Exercise, after: Exercise) => phoneRemark(before.world, after.world)?.words;
/** The PIN, where the app asks for it first. */
function unlocked(exercise: Exercise): Exercise {
	let { world } = exercise;
	for (
		let moves = 0;
		moves < 4 && screenOf(world, 'phone').name === 'phone-mobilepass.request-pin';
		moves += 1
	) {
		const move = courseOf(scenario).nextMove(world, scenario)!;
		exercise = act(exercise, move.deed, world.now + move.after).exercise;
		({ world } = exercise);
	}
	return exercise;
}

describe('a request on the phone that somebody else caused', () => {
	test('says that it comes from another place', () => {
		const texts = screenOf(opened().world, 'phone').controls.map(({ text }) => text);
		expect(texts).toContain('Another place');
	});

	test('approving it ends in what would have happened, proves nothing, and it comes again', () => {
		const asked = opened();
		const approved = unlocked(press(asked, 'mobilepass.approve'));
		expect(said(asked, approved)).toMatch(
			/^You had not logged in\. With this approval, somebody .* would now be/,
		);
		expect(isDone(approved)).toBe(false);
		const later = act(
			press(approved, 'mobilepass.done'),
			{ do: 'wait' },
			approved.world.now + 40_000,
		).exercise;
		expect(notice(later)).toBeDefined();
	});

	test('denying and reporting it is right, and ends it', () => {
		const asked = opened();
		const denied = press(asked, 'mobilepass.deny');
		expect(said(asked, denied)).toMatch(/^Right: you did not ask for it\. Select "Report"/);
		const reported = press(denied, 'mobilepass.report');
		expect(said(denied, reported)).toMatch(/^Reported\. Somebody knows your password/);
		const later = act(reported, { do: 'wait' }, reported.world.now + 600_000).exercise;
		expect(notice(later)).toBeUndefined();
		expect(isDone(later)).toBe(false);
	});

	test('denied and not reported, it comes again', () => {
		const denied = press(opened(), 'mobilepass.deny');
		const left = press(denied, 'mobilepass.done');
		expect(notice(act(left, { do: 'wait' }, left.world.now + 40_000).exercise)).toBeDefined();
	});

	test('does not come while the phone shows no requests', () => {
		let world: World = begin(scenario).world;
		expect(world.phone?.permissions.notifications).toBe(true);
		world = { ...world, phone: { ...world.phone!, airplane: true } };
		world = advance(world, { do: 'wait', at: world.now + 600_000 }).world;
		expect(Object.keys(world.service.push?.requests ?? {})).toEqual([]);
	});
});
