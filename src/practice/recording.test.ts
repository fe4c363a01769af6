import { describe, expect, test } from 'vitest';
import { hash, type Command } from '../simulator/world.ts';
import { act, begin } from './exercise.ts';
import { fits, misfitWords, replayOf } from './replay.ts';
import { asRecording, readRecording, recordingOf, writeRecording, type Recording } from './recording.ts';
import { scenarioOf } from './scenarios.ts';
import './testing/all-courses.ts';

const scenario = scenarioOf('first-sign-in')!;
const about = { id: 'r-1', name: 'First sign-in', kind: 'practice', madeAt: 1_800_000_000_000 } as const;

function made(): Recording {
	let exercise = begin(scenario);
	const at = () => exercise.world.now + 2000;
	exercise = act(exercise, { do: 'press', control: 'power.on' }, at()).exercise;
	exercise = act(exercise, { do: 'wait' }, at() + 60_000).exercise;
	exercise = act(exercise, { do: 'press', control: 'no.button' }, at()).exercise;
	const recording = recordingOf(exercise, about);
	if (!recording.ok) throw new Error(recording.reason);
	expect(recording.value.hash).toBe(hash(exercise.world));
	return recording.value;
}
const recording = made();
const changed = (change: object) => asRecording(JSON.parse(JSON.stringify({ ...recording, ...change })));
const reason = (result: { ok: boolean }) => ('reason' in result ? result.reason : 'taken');

describe('a recording', () => {
	test('holds what was done, and what came of each act', () => {
		expect(recording.log).toHaveLength(3);
		expect(recording.checks?.[2]).toMatchObject({ refused: 'not-on-screen' });
		expect(recording.checks?.[0]).not.toHaveProperty('refused');
	});

	test('is the same after a file, and replays', () => {
		const read = readRecording(writeRecording(recording));
		expect(read).toEqual({ ok: true, value: JSON.parse(JSON.stringify(recording)) as Recording });
		if (read.ok) expect(fits(read.value)).toEqual({ fits: true });
	});

	test('without checks is compared by its end', () => {
		const { checks: _, ...rest } = recording;
		expect(asRecording(rest)).toMatchObject({ ok: true });
		expect(fits(rest)).toEqual({ fits: true });
	});

	const text = writeRecording(recording);
	test.each([
		['no JSON', 'hello', /no recording, or it was cut short/],
		['another file', '{"handrail":"practice","version":1}', /no recording\.$/],
		['null', 'null', /no recording\.$/],
		['a file that is too large', ' '.repeat(4_000_001), /too large/],
		['half a file', text.slice(0, text.length / 2), /cut short/],
		['a newer one', text.replace('"version": 1', '"version": 2'), /newer version/],
		['a changed one', text.replace('First', 'Last'), /was changed/],
	])('%s is refused', (_, given, words) => {
		expect(reason(readRecording(given))).toMatch(words);
	});

	const entry = { kind: 'near-miss', how: 'one-off', of: { kind: 'raw', text: '4711' } };
	const [first] = recording.log as readonly [Command];
	test.each([
		['a further member', { password: 'hunter2' }, /damaged/],
		['no name', { name: ' ' }, /"name": expected one line of text/],
		['a name of two lines', { name: 'a\nb' }, /"name": expected one line/],
		['a long name', { name: 'x'.repeat(101) }, /at most 100/],
		['an unknown kind', { kind: 'film' }, /"kind"/],
		['an id that is none', { id: '../x' }, /"id": expected an id/],
		['no hash', { hash: 'abc' }, /"hash"/],
		['an exercise that is none', { scenario: { ...scenario, course: 'juggling' } }, /its exercise: "course"/],
		[
			'an exercise that cannot begin',
			{ scenario: { ...scenario, from: 'scan-qr-code' } },
			/no step "scan-qr/,
		],
		[
			'an unknown act',
			{ log: [{ ...first, do: 'dance' }], checks: undefined },
			/Act 1 of this recording is none/,
		],
		[
			'an act of the past',
			{ log: [first, { ...first, at: first.at - 1 }], checks: undefined },
			/Act 2 .* before/,
		],
		[
			'typed text',
			{ log: [{ do: 'type', at: first.at, control: 'a.b', entry }], checks: undefined },
			/Act 1 of this recording holds typed text/,
		],
		['a missing check', { checks: [] }, /differ in number/],
	])('%s is refused with its place', (_, change, words) => {
		expect(reason(changed(change))).toMatch(words);
	});
});

describe('a recording that no longer fits', () => {
	test('says after which act, what was recorded, and what shows now', () => {
		const checks = recording.checks!.map((check, i) => (i === 1 ? { screen: 'logon.older' } : check));
		const misfit = fits({ ...recording, checks });
		expect(misfit).toMatchObject({ fits: false, at: 1, expected: 'the screen "logon.older"' });
		if (!misfit.fits)
			expect(misfitWords(misfit, 3)).toMatch(
				/^After 1 act this version shows something else: recorded was the screen "logon.older", here is the screen "logon\.\w+"\.$/,
			);
	});

	test('says that only its end differs', () => {
		const misfit = fits({ ...recording, hash: '0'.repeat(64) });
		expect(misfit).toMatchObject({ fits: false, at: 3 });
		if (!misfit.fits) expect(misfitWords(misfit, 3)).toMatch(/^All 3 acts .* but it ends otherwise/);
	});

	test('tells a refusal from an act that is taken', () => {
		const checks = recording.checks!.map(({ screen }) => ({ screen }));
		expect(fits({ ...recording, checks }, replayOf(recording))).toMatchObject({ fits: false, at: 2 });
	});
});
