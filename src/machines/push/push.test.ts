import { describe, expect, test } from 'vitest';
import type { ProcedureEvent } from '../../domain/events.ts';
import { pushDetours, pushSteps, pushSymptoms } from '../../domain/push.ts';
import { addressOf } from '../../guide/place.ts';
import { begin, follow } from '../../guide/replay.ts';
import { prove } from '../proof.ts';
import { detoursOf, followingOf, troublesOf } from '../read.ts';
import { pushMachine } from './push.machine.ts';

const done: ProcedureEvent = { type: 'DONE' };
const fixed: ProcedureEvent = { type: 'FIXED' };
const failed: ProcedureEvent = { type: 'NOT_FIXED' };
const answer = (question: string, given: string) =>
	({ type: 'ANSWER', question, answer: given }) as ProcedureEvent;
const at = (slug: string): ProcedureEvent => ({ type: 'JUMP', slug: slug as never });
const sees = (symptom: string) => ({ type: 'SYMPTOM', symptom }) as ProcedureEvent;

/** The last parts of the addresses that a person goes to by these acts, each of which must be accepted. */
function way(...acts: ProcedureEvent[]): string[] {
	let now = begin(pushMachine);
	return acts.map((act) => {
		const next = follow(pushMachine, now, act);
		if (!next) throw new Error(`${JSON.stringify(act)} is refused at ${addressOf('push', now.place)}`);
		now = next;
		return addressOf('push', now.place).split('/').slice(2, -1).at(-1) ?? 'start';
	});
}

describe('procedure C', () => {
	test('holds every proof', () => {
		const certificate = prove(pushMachine);
		expect(certificate.violations).toEqual([]);
		expect(certificate.deskOnly.toSorted()).toEqual(['approved-by-mistake', 'requests-keep-coming']);
	});
	test('knows every step, symptom and detour of its domain, and no other', () => {
		expect(Object.keys(followingOf(pushMachine)).sort()).toEqual(pushSteps.toSorted());
		expect(Object.keys(detoursOf(pushMachine)).sort()).toEqual(pushDetours.toSorted());
		const used = new Set(Object.values(troublesOf(pushMachine)).flatMap((one) => Object.keys(one)));
		expect([...used].sort()).toEqual(pushSymptoms.toSorted());
	});
});

describe('the questions lead to what is wanted', () => {
	test('turned on, a sign-in goes from step to step to the end', () => {
		expect(way(answer('push-wish', 'turn-on'), ...Array<ProcedureEvent>(9).fill(done))).toEqual([
			...pushSteps.slice(0, 9),
			'done',
		]);
	});
	test.each([
		[[answer('push-wish', 'sign-in')], 'open-resource'],
		[[answer('push-wish', 'turn-off')], 'turn-push-off'],
		[[answer('push-wish', 'request'), answer('request-mine', 'yes')], 'open-request'],
		[[answer('push-wish', 'request'), answer('request-mine', 'no')], 'deny-and-report'],
	])('%j: %s', (answers, goal) => {
		expect(way(...answers).at(-1)).toBe(goal);
	});
	test.each(['deny-and-report', 'turn-push-off'])('%s alone ends the procedure', (step) => {
		expect(way(at(step), done).at(-1)).toBe('done');
	});
});

describe('a request that the person did not start', () => {
	test.each([
		['open-request', 'unexpected-request'],
		['open-request', 'two-requests'],
		['approve-request', 'unexpected-request'],
	])('met at %s (%s): step 10 gives the person back, also after a problem of its own', (step, symptom) => {
		const through = [at(step), sees(symptom), answer('request-mine', 'no')];
		expect(way(...through, done).slice(-2)).toEqual(['deny-and-report', step]);
		expect(way(...through, sees('no-report-button'), fixed, done).slice(-2)).toEqual([
			'deny-and-report',
			step,
		]);
	});
	test('that was approved by mistake is for the service desk, from wherever it is noticed', () => {
		for (const step of ['approve-request', 'check-logged-in', 'deny-and-report'])
			expect(way(at(step), sees('approved-by-mistake'), failed, fixed)).toEqual([
				step,
				'approved-by-mistake',
				'service-desk',
				step,
			]);
	});
});

describe('trouble ends where the sign-in goes on', () => {
	test.each([
		['open-resource', 'signed-in-already', 'check-logged-in'],
		['choose-autosend', 'push-not-offered', 'check-logged-in'],
		['choose-autosend', 'passcode-field-only', 'open-request'],
		['open-request', 'request-on-phone', 'check-logged-in'],
		['open-request', 'request-expired', 'choose-autosend'],
		['confirm-it-is-you', 'request-expired', 'choose-autosend'],
		['confirm-it-is-you', 'token-removed', 'turn-push-on'],
		['check-logged-in', 'approved-but-refused', 'choose-autosend'],
		['deny-and-report', 'denied-by-mistake', 'choose-autosend'],
	])('%s, %s: %s', (step, symptom, goal) => {
		expect(way(at(step), sees(symptom), fixed).at(-1)).toBe(goal);
	});
	test('what does not come after 2 tries is done with a passcode', () => {
		expect(way(at('open-request'), sees('no-request-arrives'), failed, failed, fixed).slice(-3)).toEqual([
			'no-request-arrives',
			'push-not-offered',
			'check-logged-in',
		]);
	});
	test('a PIN that is refused 2 times and not remembered: a new token', () => {
		expect(
			way(at('confirm-it-is-you'), sees('request-pin-refused'), failed, failed, failed, fixed).slice(-3),
		).toEqual(['push-pin-forgotten', 'new-token-for-push', 'turn-push-on']);
	});
});
