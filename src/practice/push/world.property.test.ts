import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { choicesOf, requestsOf } from '../../simulator/push/index.ts';
import {
	advance,
	hash,
	screenOf,
	tokensOf,
	userOf,
	type Control,
	type World,
} from '../../simulator/world.ts';
import { act, begin, isDone, type Exercise } from '../exercise.ts';
import { scenarioOf } from '../scenarios.ts';
import { fillable } from '../testing/entries.ts';
import { courseOf } from '../course.ts';
import '../push-course.ts';

const course = courseOf({ course: 'push' });

const LONG = process.env.LONG === '1';
const settings = { numRuns: LONG ? 1500 : 60, seed };
const timeout = 120_000;

/** Ids of exercises that a walk begins with. */
const starts = fc.constantFrom(
	'push-all-steps',
	'push-log-in',
	'push-windows-hello',
	'push-several-tokens',
	'push-number-matching',
	'push-unexpected',
	'push-two-requests',
	'push-expired',
);
/** Which control of those that can be used, which entry of those that could be typed, and how long before. */
const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(1, 1, 2, 5, 40)), { maxLength: 40 });

const usable = ({ id, kind, enabled }: Control) =>
	enabled && kind !== 'heading' && kind !== 'value' && !id.endsWith(':content');

/** Anybody's walk over the screens: controls of a login are used more often than the others. */
function walked(id: string, draws: readonly (readonly [number, number, number])[]): Exercise[] {
	let exercise = begin(scenarioOf(id)!);
	const seen = [exercise];
	for (const [which, what, seconds] of draws) {
		const all = screenOf(exercise.world).controls.filter(usable);
		const near = all.filter(({ id: name }) =>
			/^(login|request|notification|hello|mobilepass|browser\.resource)/.test(name),
		);
		const control = [...near, ...near, ...all][which % (2 * near.length + all.length)];
		if (!control) continue;
		const entries = fillable(exercise.world);
		const entry = entries[what % entries.length]!;
		const deed =
			control.kind === 'field'
				? ({ do: 'type', control: control.id, entry } as const)
				: ({ do: control.kind === 'choice' ? 'choose' : 'press', control: control.id } as const);
		const { exercise: next, reply } = act(exercise, deed, exercise.world.now + seconds * 1000);
		if (!reply.ok) expect(reply.reason).toMatch(/^(entry-does-not-fit|not-on-screen|grayed-out)$/);
		exercise = next;
		seen.push(exercise);
	}
	return seen;
}

const holds = (sentence: string, check: (world: World, before: World | undefined) => void) =>
	test(
		sentence,
		() => {
			fc.assert(
				fc.property(starts, steps, (id, draws) => {
					const all = walked(id, draws).map(({ world }) => world);
					for (const [i, world] of all.entries()) check(world, all[i - 1]);
				}),
				settings,
			);
		},
		timeout,
	);

const loggedIn = (world: World | undefined) => world?.push?.logins.length ?? 0;

/** Does what the help says: `done`, or the screen where it goes no further. */
function toTheEnd(begun: Exercise): string {
	let exercise = begun;
	for (let moves = 0; moves < 400 && !isDone(exercise); moves += 1) {
		const move = course.nextMove(exercise.world, exercise.scenario);
		if (!move) break;
		exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
	}
	return isDone(exercise) ? 'done' : screenOf(exercise.world).name;
}

describe('whatever is done on a computer with push', () => {
	holds('a screen has each control once, and no secret of the service', (world) => {
		const { controls } = screenOf(world);
		const ids = controls.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const user = userOf(world.service, world.people.user)!;
		const text = JSON.stringify(controls);
		for (const { seed: secret } of tokensOf(world.service, user.id))
			if (secret) expect(text).not.toContain(secret.secret);
	});

	holds('a login comes through only with an approval of that request, or a passcode', (world, before) => {
		if (!before || loggedIn(world) === loggedIn(before)) return;
		const login = world.push!.logins.at(-1)!;
		if (login.request === null) return expect(world.truth).toMatchObject({ what: 'login', outcome: 'ok' });
		expect(requestsOf(world).find(({ id }) => id === login.request)).toMatchObject({
			state: 'approved',
			origin: 'here',
		});
	});

	holds('a notification is of a request that waits, for a token that is here', (world) => {
		if (!screenOf(world).controls.some(({ id }) => id === 'notification.open')) return;
		expect(world.laptop.notifications && choicesOf(world).length > 0).toBe(true);
	});

	holds('the request on the screen can be answered, or the screen says that its time is over', (world) => {
		const window = world.push?.window;
		if (screenOf(world).name !== 'mobilepass.request') return;
		expect(requestsOf(world).find(({ id }) => id === window?.request)?.state).toBe('waiting');
	});

	test(
		'the same walk gives the same World; what was before stays as it was',
		() => {
			fc.assert(
				fc.property(starts, steps, (id, draws) => {
					const one = walked(id, draws);
					const text = one.map(({ world }) => hash(world));
					const other = walked(id, draws);
					expect(other.map(({ world }) => hash(world))).toEqual(text);
					expect(one.map(({ world }) => hash(world))).toEqual(text);
					expect(JSON.parse(JSON.stringify(one.at(-1)!.world))).toEqual(one.at(-1)!.world);
				}),
				{ ...settings, numRuns: settings.numRuns / 6 },
			);
		},
		timeout,
	);

	test(
		'there is a way to the end from wherever it led',
		() => {
			fc.assert(
				fc.property(starts, steps, (id, draws) => {
					expect(toTheEnd(walked(id, draws).at(-1)!)).toBe('done');
				}),
				settings,
			);
		},
		timeout,
	);

	test('there is a way to the end after the app was uninstalled', () => {
		let exercise = begin(scenarioOf('push-all-steps')!);
		const press = (control: string) => {
			const kind = screenOf(exercise.world).controls.find(({ id }) => id === control)?.kind;
			const deed = { do: kind === 'choice' ? 'choose' : 'press', control } as const;
			const { exercise: next, reply } = act(exercise, deed, exercise.world.now + 1000);
			expect(reply, control).toMatchObject({ ok: true });
			exercise = next;
		};
		for (const control of ['taskbar.start-menu', 'start-menu.settings', 'settings.apps']) press(control);
		for (const control of ['settings.uninstall', 'settings.confirm-uninstall']) press(control);
		expect(toTheEnd(exercise)).toBe('done');
	});

	test('commands of another device are refused', () => {
		const { world } = begin(scenarioOf('push-log-in')!);
		expect(
			advance(world, { do: 'press', device: 'phone', control: 'phone.home', at: world.now }).reply.ok,
		).toBe(false);
	});
});
