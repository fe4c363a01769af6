import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	dueNext,
	faultIds,
	hash,
	screenOf,
	type Command,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { seed } from '../../tests/support/seed.ts';
import { fillable } from './testing/entries.ts';
import { straightRoad } from './straight-road.ts';
import { standingAt } from './walk.ts';

const LONG = process.env.LONG === '1';
const RUNS = LONG ? 10_000 : 1_000;
const startsAt = Date.UTC(2026, 2, 2, 14);
/** A World at each step of the straight road. */
const starts = straightRoad.map(({ step }) => standingAt(createWorld({ seed: 1, startsAt }), step));

/** A roll of the dice: which way, which control, which entry, how much time. */
const roll = fc.tuple(fc.nat(11), fc.nat(999), fc.nat(999), fc.nat(90));
type Roll = readonly [number, number, number, number];

/** Any command there is: mostly acts on what is on the screen, some that cannot be. */
function commandOf(world: World, [way, which, entry, seconds]: Roll): Command {
	return { ...deedOf(world, way, which, entry), at: world.now + seconds * 1000 - (way === 10 ? 50_000 : 0) };
}

function operationsOn(world: World, entry: Entry): Extract<Deed, { do: 'operate' }>['operation'][] {
	const serial = world.laptop.mobilepass.tokens[0]?.credential.serial ?? '1000200300';
	return [
		{ act: 'provision' },
		{ act: 'assign' },
		{ act: 'unlock' },
		{ act: 'temporary-password' },
		{ act: 'revoke-static-password' },
		{ act: 'suspend', serial, staticPassword: true },
		{ act: 'activate', serial },
		{ act: 'revoke', serial },
		{ act: 'revoke', serial, to: 'Lost' },
		{ act: 'reinitialize', serial },
		{ act: 'remove-token', serial },
		{ act: 'reset-server-pin', serial },
		{ act: 'resync', serial, first: entry, second: entry },
		{ act: 'remove-task', task: 'T0001' },
		{ act: 'move-stop-date', task: 'T0001', stopsAt: world.now + 86_400_000 },
	];
}

function deedOf(world: World, way: number, which: number, entry: number): Deed {
	const device = way === 0 ? 'other' : 'laptop';
	const { controls } = screenOf(world, device);
	const control = controls[which % Math.max(1, controls.length)]?.id ?? 'nowhere';
	const entries = fillable(world);
	const fault = faultIds[which % faultIds.length]!;
	switch (way) {
		case 1:
			return { do: 'wait' };
		case 2:
			return { do: 'break', fault };
		case 3:
			return { do: 'call-desk', about: fault };
		case 4: {
			const operations = operationsOn(world, entries[entry % entries.length]!);
			return { do: 'operate', operation: operations[which % operations.length]! };
		}
		case 5:
			return { do: 'press', device, control: 'nowhere' };
		default: {
			const kind = controls.find(({ id }) => id === control)?.kind;
			if (kind === 'field') return { do: 'type', device, control, entry: entries[entry % entries.length]! };
			return { do: kind === 'choice' ? 'choose' : 'press', device, control };
		}
	}
}

describe('any commands in any order', () => {
	test(
		`give a World and a reply, the same again when replayed, and lose nothing as JSON (${RUNS} sequences)`,
		() => {
			fc.assert(
				fc.property(
					fc.nat(starts.length - 1),
					fc.array(roll, { minLength: 5, maxLength: 30 }),
					(start, rolls) => {
						const from = starts[start]!;
						const commands: Command[] = [];
						let world = from;
						for (const one of rolls) {
							const command = commandOf(world, one);
							const { world: next, reply } = advance(world, command);
							expect(reply.ok ? 'ok' : reply.reason).toMatch(/^[a-z-]+$/);
							expect(next.now).toBeGreaterThanOrEqual(world.now);
							expect(dueNext(next) ?? Infinity).toBeGreaterThan(next.now);
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
});
