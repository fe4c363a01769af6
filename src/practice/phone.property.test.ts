import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneFaultIds } from '../simulator/phone/names.ts';
import {
	advance,
	dueNext,
	hash,
	passcode,
	screenOf,
	stepAt,
	tokensOf,
	type Command,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { seed } from '../../tests/support/seed.ts';
import './android-course.ts';
import { courseOf, worldOf } from './course.ts';
import type { Scenario } from './scenario.ts';
import { androidRoads, androidStepScenarios } from './scenarios/android.ts';
import { fillable } from './testing/entries.ts';

const LONG = process.env.LONG === '1';
const scenarios: readonly Scenario[] = [...androidRoads, ...androidStepScenarios];
const starts = scenarios.map((scenario) => ({ scenario, world: worldOf(scenario) }));

const roll = fc.tuple(fc.nat(13), fc.nat(999), fc.nat(999), fc.nat(90));
type Roll = readonly [number, number, number, number];

/** What of the laptop belongs to procedure B: signing out and taking it off the network are A's affair. */
const ofB =
	/^(portal|browser|outlook|taskbar\.(browser|outlook|start-menu)|start-menu\.(edge|outlook|close))/;

function deedOf(world: World, [way, which, entry]: Roll, only = /./): Deed {
	const device = way < 5 ? 'laptop' : 'phone';
	const controls = screenOf(world, device).controls.filter(({ id }) => device === 'phone' || only.test(id));
	const fault = phoneFaultIds[which % phoneFaultIds.length]!;
	if (way === 0) return { do: 'wait' };
	if (way === 1) return { do: 'break', fault };
	if (way === 2) return { do: 'call-desk', about: which % 3 === 0 ? 'new-enrollment' : fault };
	const { id, kind } = controls[which % Math.max(1, controls.length)] ?? { id: 'nowhere', kind: 'button' };
	if (kind !== 'field') return { do: kind === 'choice' ? 'choose' : 'press', device, control: id };
	const entries = [...fillable(world), ...codes(world)];
	return { do: 'type', device, control: id, entry: entries[entry % entries.length]! };
}

const codes = ({ service, people }: World): Entry[] =>
	Object.values(service.codes ?? {})
		.flatMap((bucket) => bucket[people.user] ?? [])
		.map(({ id }) => ({ kind: 'verification-code', user: people.user, code: id }));

const commandOf = (world: World, one: Roll, only?: RegExp): Command => ({
	...deedOf(world, one, only),
	at: world.now + one[3] * 1000,
});

/** Passcodes that would be taken now, and the PINs of the person: none may stand on a screen that is not for it. */
function secretsOn(world: World): string[] {
	const { service, people, phone } = world;
	const user = Object.values(service.users).flatMap((bucket) => bucket[people.user] ?? [])[0]!;
	const codesNow = tokensOf(service, people.user).flatMap(({ seed }) =>
		seed?.mode === 'time' ? [passcode(seed, stepAt(seed, world.now + (phone?.clock.skew ?? 0)))] : [],
	);
	return (['laptop', 'phone'] as const).flatMap((device) => {
		const { name, controls } = screenOf(world, device);
		// what was typed by hand may be read where it was typed
		const texts = controls.filter(({ id }) => !id.endsWith(':content')).map(({ text }) => text);
		const secrets = [user.card.pin, user.card.nextPin, user.card.computerPassword];
		if (name !== 'phone-mobilepass.passcode') secrets.push(...codesNow);
		return texts.filter((text) => secrets.includes(text)).map((text) => `${name}: ${text}`);
	});
}

describe('any acts on phone and laptop, in any order', () => {
	const RUNS = LONG ? 5_000 : 400;
	test(
		`give a World and a reply, the same again when replayed, and no secret on a wrong screen (${RUNS} sequences)`,
		() => {
			fc.assert(
				fc.property(
					fc.nat(starts.length - 1),
					fc.array(roll, { minLength: 5, maxLength: 40 }),
					(start, rolls) => {
						const from = starts[start]!.world;
						const commands: Command[] = [];
						let world = from;
						for (const one of rolls) {
							const command = commandOf(world, one);
							const { world: next, reply } = advance(world, command);
							expect(reply.ok ? 'ok' : reply.reason).toMatch(/^[a-z-]+$/);
							expect(dueNext(next) ?? Infinity).toBeGreaterThan(next.now);
							expect(secretsOn(next)).toEqual([]);
							commands.push(command);
							world = next;
						}
						expect(JSON.parse(JSON.stringify(world))).toEqual(world);
						const again = commands.reduce(
							(before, command) => advance(JSON.parse(JSON.stringify(before)) as World, command).world,
							from,
						);
						expect(hash(again)).toBe(hash(world));
					},
				),
				{ numRuns: RUNS, seed },
			);
		},
		LONG ? 1_800_000 : 300_000,
	);

	const WALKS = LONG ? 2_000 : 100;
	test(
		`leave a way to the end (${WALKS} walks)`,
		() => {
			fc.assert(
				fc.property(
					fc.nat(starts.length - 1),
					fc.array(roll, { minLength: 1, maxLength: 25 }),
					(start, rolls) => {
						const { scenario, world: from } = starts[start]!;
						let world = from;
						for (const one of rolls) world = advance(world, commandOf(world, one, ofB)).world;
						const whole = { ...scenario, until: 'all' as const };
						for (let moves = 0; moves < 500; moves += 1) {
							const next = courseOf(scenario).nextMove(world, whole);
							if (!next) break;
							world = advance(world, { ...next.deed, at: world.now + next.after }).world;
						}
						const where = [scenario.id, screenOf(world).name, screenOf(world, 'phone').name];
						expect({ where, done: courseOf(scenario).finished(world) }).toEqual({ where, done: true });
					},
				),
				{ numRuns: WALKS, seed },
			);
		},
		LONG ? 1_800_000 : 300_000,
	);
});
