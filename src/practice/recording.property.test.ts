import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../tests/support/seed.ts';
import { allFaultIds } from '../simulator/faults/registry.ts';
import { hasDevice, hash, screenOf, type Deed, type DeviceId, type World } from '../simulator/world.ts';
import { courseOf } from './course.ts';
import { act, begin, type Exercise } from './exercise.ts';
import { readRecording, recordingOf, writeRecording, type Recording } from './recording.ts';
import { fits } from './replay.ts';
import { courseIds } from './scenario.ts';
import { drillOf, scenarios } from './scenarios.ts';
import './testing/all-courses.ts';
import { fillable } from './testing/entries.ts';

/** Exercises of every course, some with what goes wrong, and drills. */
const some = [
	...courseIds.flatMap((course) => {
		const all = scenarios.filter((one) => one.course === course);
		return all.filter((_, i) => i % Math.ceil(all.length / 6) === 0);
	}),
	drillOf('417-3')!,
	drillOf('9-5')!,
];
const starts = some.map((scenario) => begin(scenario, scenario.realTime && Date.UTC(2026, 10, 23)));

const roll = fc.tuple(fc.nat(15), fc.nat(999), fc.nat(999), fc.nat(120_000));
type Roll = readonly [way: number, which: number, entry: number, ms: number];

/** What a person may do: often the right thing, sometimes anything that is on a screen, rarely what cannot be. */
function deedOf({ scenario, world }: Exercise, [way, which, entry]: Roll): Deed {
	if (way < 6) {
		const deed = courseOf(scenario).nextMove(world, scenario)?.deed ?? { do: 'wait' };
		return JSON.stringify(deed).includes('"raw"') ? { do: 'wait' } : deed;
	}
	const known = allFaultIds();
	const fault = known[which % known.length]!;
	if (way === 6) return { do: 'wait' };
	if (way === 7) return { do: 'break', fault };
	if (way === 8) return { do: 'call-desk', about: fault };
	if (way === 9) return { do: 'press', control: 'nowhere' };
	const device = deviceAt(world, which);
	const { controls } = screenOf(world, device);
	const { id, kind } = controls[which % Math.max(1, controls.length)] ?? { id: 'nowhere', kind: 'button' };
	if (kind !== 'field') return { do: kind === 'choice' ? 'choose' : 'press', device, control: id };
	const entries = fillable(world);
	return { do: 'type', device, control: id, entry: entries[entry % entries.length]! };
}
const deviceAt = (world: World, which: number): DeviceId =>
	which % 2 === 0 ? 'laptop' : hasDevice(world, 'phone') ? 'phone' : 'other';

const recorded = fc
	.tuple(fc.nat(starts.length - 1), fc.array(roll, { minLength: 1, maxLength: 40 }))
	.map(([start, rolls]): { recording: Recording; exercise: Exercise } => {
		const exercise = rolls.reduce(
			(before, one) => act(before, deedOf(before, one), before.world.now + one[3]).exercise,
			starts[start]!,
		);
		const about = { id: 'r', name: 'A walk', kind: 'demo', madeAt: 1 } as const;
		const recording = recordingOf(exercise, about);
		if (!recording.ok) throw new Error(recording.reason);
		return { recording: recording.value, exercise };
	});

const RUNS = process.env.LONG === '1' ? 2_000 : 200;
const TIME = RUNS * 1_000;

describe('any practice run of any course', () => {
	test(
		`replays from its file to the recorded hash (${RUNS} recordings)`,
		() => {
			fc.assert(
				fc.property(recorded, ({ recording, exercise }) => {
					const read = readRecording(writeRecording(recording));
					if (!read.ok) throw new Error(read.reason);
					expect(read.value.hash).toBe(hash(exercise.world));
					expect(fits(read.value)).toEqual({ fits: true });
				}),
				{ numRuns: RUNS, seed },
			);
		},
		TIME,
	);

	test(
		`changed afterwards is refused, or said to be unfit with the place (${RUNS / 4} recordings)`,
		() => {
			fc.assert(
				fc.property(recorded, fc.nat(), fc.nat(), ({ recording, exercise }, where, which) => {
					const text = writeRecording(recording);
					const lost = where % text.length;
					const cut = readRecording(text.slice(0, lost) + text.slice(lost + 1));
					// a space between two members is not part of it
					if (cut.ok) expect(cut.value).toEqual(JSON.parse(JSON.stringify(recording)));

					const other = { ...recording, hash: hash(starts[0]!.world) };
					expect(fits(other)).toMatchObject({ fits: false, at: exercise.log.length });

					const taken = recording.log.flatMap(({ do: what }, i) =>
						what !== 'wait' && recording.checks?.[i]?.refused === undefined ? [i] : [],
					);
					const at = taken[which % Math.max(1, taken.length)];
					if (at === undefined) return;
					const log = recording.log.map((command, i) =>
						i === at ? ({ do: 'press', control: 'nowhere', at: command.at } as const) : command,
					);
					expect(fits({ ...recording, log })).toMatchObject({ fits: false, at });
				}),
				{ numRuns: RUNS / 4, seed },
			);
		},
		TIME,
	);
});
