import { describe, expect, test } from 'vitest';
import { androidDetours, androidSteps, androidSymptoms } from '../../domain/android.ts';
import type { ProcedureEvent } from '../../domain/events.ts';
import { begin, follow } from '../../guide/replay.ts';
import { addressOf } from '../../guide/place.ts';
import { prove } from '../proof.ts';
import { detoursOf, followingOf, troublesOf } from '../read.ts';
import { androidMachine } from './android.machine.ts';

const done: ProcedureEvent = { type: 'DONE' };
const answer = (question: string, given: string) =>
	({ type: 'ANSWER', question, answer: given }) as ProcedureEvent;

/** The addresses that a person goes to by these acts, each of which must be accepted. */
function way(...acts: ProcedureEvent[]): string[] {
	let at = begin(androidMachine);
	return acts.map((act) => {
		const next = follow(androidMachine, at, act);
		if (!next) throw new Error(`${JSON.stringify(act)} is refused at ${addressOf('android', at.place)}`);
		at = next;
		return addressOf('android', at.place).split('/')[2] || 'start';
	});
}
/** From the first page to the end by "Done" alone, after these answers. */
const walked = (answers: ProcedureEvent[], count: number) =>
	way(...answers, ...Array<ProcedureEvent>(count).fill(done));

const activation = [
	'pass-info-pages',
	'allow-push',
	'create-phone-pin',
	'check-phone-token',
	'prove-enrollment',
	'keep-phone-ready',
	'done',
];

describe('procedure B', () => {
	test('holds every proof', () => {
		const certificate = prove(androidMachine);
		expect(certificate.violations).toEqual([]);
		expect(certificate.deskOnly.toSorted()).toEqual(['device-not-allowed', 'phone-lost']);
	});
	test('knows every step, symptom and detour of its domain, and no other', () => {
		expect(Object.keys(followingOf(androidMachine)).sort()).toEqual(androidSteps.toSorted());
		expect(Object.keys(detoursOf(androidMachine)).sort()).toEqual(androidDetours.toSorted());
		const used = new Set(Object.values(troublesOf(androidMachine)).flatMap((one) => Object.keys(one)));
		expect([...used].sort()).toEqual(androidSymptoms.toSorted());
	});
});

describe('the questions lead to the way that fits', () => {
	test('no e-mail: self-enrollment in the user portal, which ends with a QR code', () => {
		expect(walked([answer('phone-app', 'yes'), answer('enrollment-mail', 'none')], 10)).toEqual([
			'start',
			'open-user-portal',
			'confirm-your-identity',
			'choose-authenticator',
			'scan-qr-code',
			...activation,
		]);
	});
	test('an e-mail that the phone reads and whose link opens: automatic', () => {
		const answers = [
			answer('phone-app', 'yes'),
			answer('enrollment-mail', 'phone'),
			answer('phone-link', 'yes'),
		];
		expect(walked(answers, 8)).toEqual([
			'start',
			'start',
			'open-enrollment-link',
			'start-app-from-page',
			...activation,
		]);
	});
	test.each([
		['yes', ['show-qr-code', 'scan-qr-code']],
		['no', ['copy-activation-string', 'paste-activation-string']],
	])('an e-mail on a computer, and the camera: %s', (camera, steps) => {
		const answers = [
			answer('phone-app', 'yes'),
			answer('enrollment-mail', 'computer'),
			answer('phone-camera', camera),
		];
		expect(walked(answers, 8).slice(2)).toEqual([...steps, ...activation]);
	});
	test('a link that does not open leads to the camera', () => {
		expect(
			way(
				answer('phone-app', 'yes'),
				answer('enrollment-mail', 'phone'),
				answer('phone-link', 'no'),
				answer('phone-camera', 'yes'),
			).at(-1),
		).toBe('show-qr-code');
	});
	test('without the app, step 1 comes first and leads back to the questions', () => {
		const app = [answer('phone-app', 'no'), done];
		expect(way(...app, answer('enrollment-mail', 'none'))).toEqual([
			'install-app',
			'start',
			'open-user-portal',
		]);
	});
});

describe('who cannot go on by one way goes on by another', () => {
	const at = (slug: string): ProcedureEvent => ({ type: 'JUMP', slug: slug as never });
	const sees = (symptom: string) => ({ type: 'SYMPTOM', symptom }) as ProcedureEvent;
	test.each([
		['show-qr-code', 'no-qr-code', 'copy-activation-string'],
		['scan-qr-code', 'camera-unusable', 'copy-activation-string'],
		['start-app-from-page', 'store-opened', 'install-app'],
	])('%s, %s: %s', (step, symptom, goal) => {
		expect(way(at(step), sees(symptom), { type: 'FIXED' }).at(-1)).toBe(goal);
	});
	test.each([
		['open-enrollment-link', 'mail-link-opens-nothing', 'qr', 'show-qr-code'],
		['open-enrollment-link', 'no-enrollment-mail', 'portal', 'open-user-portal'],
		['choose-authenticator', 'qr-code-on-phone', 'copy', 'copy-activation-string'],
		['keep-phone-ready', 'further-token-wanted', 'link', 'open-enrollment-link'],
	])('%s, %s, answer %s: %s', (step, symptom, given, goal) => {
		expect(way(at(step), sees(symptom), answer('enrollment-way', given)).at(-1)).toBe(goal);
	});
	test.each(['string-expired', 'string-used', 'enrollment-is-locked'])(
		'%s: a new e-mail in the end',
		(symptom) => {
			const acts = way(
				at('paste-activation-string'),
				sees(symptom),
				{ type: 'NOT_FIXED' },
				{ type: 'FIXED' },
			);
			expect(acts.at(-1)).toBe('open-enrollment-link');
		},
	);
});
