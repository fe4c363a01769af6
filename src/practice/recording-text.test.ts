import { describe, expect, test } from 'vitest';
import type { Deed, Entry } from '../simulator/world.ts';
import { actWords, entryWords } from './act-words.ts';
import { act, begin } from './exercise.ts';
import { hintFor } from './hints.ts';
import { recordingOf, type Recording } from './recording.ts';
import { durationWords, textOfRecording } from './recording-text.ts';
import { allScenarios, scenarioOf, type Scenario } from './scenarios.ts';
import './testing/all-courses.ts';

function flown(scenario: Scenario, ...first: Deed[]): Recording {
	let exercise = begin(scenario);
	for (const deed of first) exercise = act(exercise, deed, exercise.world.now + 3000).exercise;
	for (let acts = 0; acts < 400; acts += 1) {
		const hint = hintFor({ exercise, world: exercise.world });
		if (!hint) break;
		exercise = act(exercise, hint.deed, exercise.world.now + (hint.wait ?? 3000)).exercise;
	}
	const about = { id: 'r', name: 'A good run', kind: 'demo', madeAt: 1 } as const;
	const recording = recordingOf(exercise, about);
	if (!recording.ok) throw new Error(recording.reason);
	return recording.value;
}

describe('a recording as text', () => {
	const recording = flown(scenarioOf('first-sign-in')!, { do: 'press', control: 'no.button' });
	const text = textOfRecording(recording);

	test('has its name, its exercise, and one line for each act with its time', () => {
		expect(text).toMatch(
			/^A good run\nPractice recording: .+\. \d+ acts in \d+ min \d+ s\.\n\nMonday, March 2, 2026\n/,
		);
		expect(text.match(/^\d\d:\d\d:\d\d {2}\S/gm)).toHaveLength(recording.log.length);
		expect(text).toMatch(/:\d\d {2}Press no\.button on the computer \(refused: it is not on the screen\)\n/);
		expect(text).toMatch(/Press "[^"]+" on the computer → logon\.\w+/);
		expect(text).toMatch(/Type the computer password into "[^"]+" on the computer/);
		expect(text).toMatch(/\nThe end: as it was recorded \(check number [\da-f]{8}\)\.\n$/);
	});

	test('goes as far as the recording fits, and says why no further', () => {
		const checks = recording.checks!.map((check, i) => (i === 4 ? { screen: 'logon.older' } : check));
		const cut = textOfRecording({ ...recording, checks });
		expect(cut.match(/^\d\d:\d\d:\d\d {2}/gm)).toHaveLength(4);
		expect(cut).toMatch(/After 4 acts this version shows something else: .+"logon\.older"/);
	});

	test.each(
		allScenarios
			.filter(({ id, realTime }) => !id.startsWith('at-') && !realTime)
			.map((one) => [one.id, one] as const),
	)('%s: nobody’s password, PIN or code stands in it', (_, scenario) => {
		const made = flown(scenario);
		const { service, people } = begin(scenario).world;
		const user = Object.values(service.users).flatMap((bucket) => bucket[people.user] ?? [])[0]!;
		const whole = textOfRecording(made);
		for (const secret of [user.card.pin, user.card.nextPin, user.card.computerPassword])
			expect(whole).not.toMatch(new RegExp(`\\b${secret}\\b`));
		expect(whole).not.toMatch(/something into|undefined|\b\d{6}\b/i);
	});
});

test.each([
	[0, '0 s'],
	[59_400, '59 s'],
	[59_600, '1 min 0 s'],
	[3_605_000, '60 min 5 s'],
])('%d ms are %s', (ms, words) => expect(durationWords(ms)).toBe(words));

describe('an act in words', () => {
	const pin = { kind: 'card', value: 'pin' } as const;
	test.each<[Entry, string]>([
		[pin, 'the PIN'],
		[{ kind: 'near-miss', of: pin, how: 'one-off' }, 'the PIN, with one character wrong'],
		[{ kind: 'near-fact', name: 'portal', how: 'too-short' }, 'the address of the portal, cut short'],
		[{ kind: 'server-pin', serial: '1' }, 'the Server PIN'],
		[
			{ kind: 'joined', parts: [pin, { kind: 'passcode', serial: '1', activation: 0, step: 1 }] },
			'the PIN and a passcode from MobilePASS+',
		],
		[{ kind: 'clock', skew: 0 }, 'the right time'],
		[{ kind: 'clock', skew: 60_000 }, 'a time that is off'],
		[{ kind: 'static-password', password: 'P1' }, 'the static password'],
	])('%j', (entry, words) => expect(entryWords(entry)).toBe(words));

	const { world } = begin(scenarioOf('all-steps')!);
	test.each([
		[{ do: 'wait' }, 'Wait'],
		[{ do: 'call-desk', about: 'token-lost' }, 'Call the service desk'],
		[{ do: 'operate', operation: { act: 'unlock' } }, 'An operator acts: unlock'],
		[{ do: 'press', device: 'phone', control: 'a.b' }, 'Press a.b on the phone'],
		[{ do: 'type', control: 'a.b', entry: { kind: 'nothing' } }, 'Empty a.b on the computer'],
	] as const)('%j', (deed, words) => expect(actWords(world, { ...deed, at: world.now })).toBe(words));
	test('of something that goes wrong says what', () => {
		const words = actWords(world, { do: 'break', fault: 'cable-loose', at: world.now });
		expect(words).toMatch(/^Something goes wrong: [a-z].+[^.]$/);
	});
});
