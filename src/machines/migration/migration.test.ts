import { describe, expect, test } from 'vitest';
import type { ProcedureEvent } from '../../domain/events.ts';
import { migrationDetours, migrationSteps, migrationSymptoms } from '../../domain/migration.ts';
import { addressOf } from '../../guide/place.ts';
import { begin, follow } from '../../guide/replay.ts';
import { prove } from '../proof.ts';
import { detoursOf, followingOf, troublesOf } from '../read.ts';
import { migrationMachine } from './migration.machine.ts';

const done: ProcedureEvent = { type: 'DONE' };
const fixed: ProcedureEvent = { type: 'FIXED' };
const failed: ProcedureEvent = { type: 'NOT_FIXED' };
const answer = (question: string, given: string) =>
	({ type: 'ANSWER', question, answer: given }) as ProcedureEvent;
const at = (slug: string): ProcedureEvent => ({ type: 'JUMP', slug: slug as never });
const sees = (symptom: string) => ({ type: 'SYMPTOM', symptom }) as ProcedureEvent;

/** The last parts of the addresses that a person goes to by these acts, each of which must be accepted. */
function way(...acts: ProcedureEvent[]): string[] {
	let now = begin(migrationMachine);
	return acts.map((act) => {
		const next = follow(migrationMachine, now, act);
		if (!next) throw new Error(`${JSON.stringify(act)} is refused at ${addressOf('migration', now.place)}`);
		now = next;
		return addressOf('migration', now.place).split('/').slice(2, -1).at(-1) ?? 'start';
	});
}

describe('procedure D', () => {
	test('holds every proof', () => {
		const certificate = prove(migrationMachine);
		expect(certificate.violations).toEqual([]);
		expect(certificate.deskOnly).toEqual(['caller-denied']);
	});
	test('knows every step, symptom and detour of its domain, and no other', () => {
		expect(Object.keys(followingOf(migrationMachine)).sort()).toEqual(migrationSteps.toSorted());
		expect(Object.keys(detoursOf(migrationMachine)).sort()).toEqual(migrationDetours.toSorted());
		const used = new Set(Object.values(troublesOf(migrationMachine)).flatMap((one) => Object.keys(one)));
		expect([...used].sort()).toEqual(migrationSymptoms.toSorted());
	});
});

describe('the questions lead to what the console is wanted for', () => {
	test('who is not signed in signs in and is asked on', () => {
		expect(way(answer('console-open', 'no'), done, answer('console-wish', 'report'), done)).toEqual([
			'sign-in-to-console',
			'start',
			'read-report',
			'done',
		]);
	});
	test('a caller is found and verified, and their token read, before anything is done to it', () => {
		const read = [
			answer('console-open', 'yes'),
			answer('console-wish', 'user'),
			...Array<ProcedureEvent>(4).fill(done),
		];
		expect(way(...read)).toEqual([
			'start',
			'find-user',
			'verify-caller',
			'read-methods',
			'read-token-details',
			'start',
		]);
		for (const [act, step] of [
			['suspend', 'suspend-token'],
			['activate', 'activate-token'],
			['unlock', 'unlock-token'],
			['pin', 'new-server-pin'],
			['resync', 'resync-token'],
			['revoke', 'revoke-token'],
		] as const)
			expect(way(...read, answer('token-act', act), done).slice(-2)).toEqual([step, 'done']);
		expect(way(...read, answer('token-act', 'provision')).at(-1)).toBe('provision-users');
	});
});

describe('the move to MobilePASS+', () => {
	const wave = migrationSteps.slice(migrationSteps.indexOf('look-at-stock'));
	test('a wave goes from the stock to the report, and the next one begins again at the stock', () => {
		const begun = [answer('console-wish', 'migrate'), ...Array<ProcedureEvent>(6).fill(done)];
		expect(way(...begun)).toEqual(wave);
		expect(way(...begun, done).at(-1)).toBe('done');
		expect(way(...begun, sees('some-still-on-mobilepass-8'), fixed, done).slice(-3)).toEqual([
			'still-on-mobilepass-8',
			'look-at-stock',
			'switch-target',
		]);
	});
	test.each([
		['read-methods', 'no-method-listed', 'provision-users'],
		['watch-task', 'task-says-expired', 'provision-users'],
		['watch-task', 'task-says-locked', 'provision-users'],
		['help-users-enroll', 'enrolled-on-wrong-app', 'switch-target'],
		['help-users-enroll', 'target-not-allowed', 'switch-target'],
		['revoke-token', 'revoked-the-wrong-one', 'provision-users'],
		['revoke-old-token', 'revoked-the-wrong-one', 'provision-users'],
		['revoke-old-token', 'last-method', 'revoke-old-token'],
		['provision-users', 'no-tokens-left', 'provision-users'],
	])('%s, %s: %s', (step, symptom, goal) => {
		expect(way(at(step), sees(symptom), fixed).at(-1)).toBe(goal);
	});
	test('tokens that are all reserved, and tasks that do not end: tokens come back by revoking', () => {
		expect(way(at('look-at-stock'), sees('all-are-reserved'), failed, fixed).slice(-2)).toEqual([
			'no-tokens-left',
			'look-at-stock',
		]);
	});
	test('a forgotten PIN that the app asks for: a new token', () => {
		expect(way(at('new-server-pin'), sees('new-pin-is-gray'), answer('pin-in-app', 'yes')).at(-1)).toBe(
			'provision-users',
		);
	});
	test('a caller who denies the push is not helped before the desk has heard of it', () => {
		const there = [at('verify-caller'), sees('caller-denied-push')];
		expect(() => way(...there, fixed)).toThrow('refused');
		expect(way(...there, failed, fixed).slice(-2)).toEqual(['service-desk', 'verify-caller']);
	});
});
