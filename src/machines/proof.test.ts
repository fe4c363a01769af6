import type { AnyStateMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { base } from './base.ts';
import { desktopMachine } from './desktop/desktop.machine.ts';
import { prove } from './proof.ts';
import { orderOf } from './read.ts';
import { desktopSteps } from '../domain/desktop.ts';
import { detour, serviceDesk, step } from './states.ts';

describe('procedure A', () => {
	const certificate = prove(desktopMachine);

	test('holds every proof', () => {
		expect(certificate.violations).toEqual([]);
		expect(certificate.proofs.every((proof) => proof.holds)).toBe(true);
	});
	test('has the steps in their order', () => {
		expect(orderOf(desktopMachine, 'request-static-password')).toEqual(desktopSteps);
	});
});

/** A procedure of two steps and two detours that is sound, with room for a planted fault. */
function small(faults: Record<string, object> = {}): AnyStateMachine {
	const states = {
		'start-outlook': step('start-outlook', {
			next: 'outlook-static-password',
			troubles: { 'mailbox-not-found': 'mailbox-not-found', 'account-locked': 'account-locked' },
		}),
		'outlook-static-password': step('outlook-static-password', {
			next: 'done',
			troubles: { 'account-locked': 'account-locked' },
		}),
		'mailbox-not-found': detour('mailbox-not-found', { from: ['start-outlook'], tries: 2 }),
		'account-locked': detour('account-locked', { from: ['start-outlook', 'outlook-static-password'] }),
		'service-desk': serviceDesk(['start-outlook', 'outlook-static-password']),
		done: { id: 'done', type: 'final' as const },
		...faults,
	};
	return base.createMachine({
		id: 'small',
		context: { returnTo: [], attempt: 0, forSomeoneElse: false },
		initial: 'start-outlook',
		states: states as never,
	}) as unknown as AnyStateMachine;
}
const found = (faults: Record<string, object>) => prove(small(faults)).violations.map(({ what }) => what);

describe('the proofs', () => {
	test('pass on a sound machine', () => expect(found({})).toEqual([]));

	test('catch an orphan', () => {
		const orphan = detour('two-mfa-emails', { from: [], deskOnly: true });
		expect(found({ 'two-mfa-emails': orphan })).toContain('two-mfa-emails cannot be reached');
	});
	test('catch a trap', () => {
		const trap = { ...detour('mailbox-not-found', { from: ['start-outlook'] }), on: {} };
		expect(found({ 'mailbox-not-found': trap })).toContain(
			'mailbox-not-found|start-outlook|0| has no way to the end',
		);
	});
	test('catch a state that only the service desk cures and that is not listed', () => {
		const { FIXED: _, ...on } = detour('mailbox-not-found', { from: ['start-outlook'] }).on as {
			FIXED: unknown;
		};
		const quiet = { ...detour('mailbox-not-found', { from: ['start-outlook'] }), on };
		expect(found({ 'mailbox-not-found': quiet })).toContain(
			'mailbox-not-found|start-outlook|0| has no way to the end but the service desk',
		);
	});
	test('catch a lost return', () => {
		const lost = detour('account-locked', { from: ['start-outlook'] });
		expect(found({ 'account-locked': lost })).toContain(
			'account-locked|outlook-static-password|0| has 0 ways back by FIXED',
		);
	});
	test('catch a return to the wrong step', () => {
		const wrong = {
			...detour('account-locked', { from: ['start-outlook', 'outlook-static-password'] }),
			on: { FIXED: { target: '#start-outlook', actions: 'comeBack' }, NOT_FIXED: '#service-desk' },
		};
		expect(found({ 'account-locked': wrong })).toContain(
			'account-locked|outlook-static-password|0| comes back to start-outlook||0| instead of outlook-static-password',
		);
	});
	test('catch a misspelled event', () => {
		const misspelled = {
			...detour('account-locked', { from: ['start-outlook', 'outlook-static-password'] }),
			on: { FIXD: '#start-outlook', NOT_FIXED: '#service-desk' },
		};
		expect(found({ 'account-locked': misspelled })).toContain('FIXD is no event of a procedure');
	});
	test('catch a context that grows', () => {
		const greedy = step('outlook-static-password', {
			next: 'done',
			troubles: { 'account-locked': 'account-locked' },
		});
		const nested = {
			...detour('account-locked', { from: ['start-outlook', 'outlook-static-password'], tries: 3 }),
			on: { NOT_FIXED: { actions: 'countTheTry' }, FIXED: '#done' },
		};
		const growing = small({ 'account-locked': nested, 'outlook-static-password': greedy });
		expect(() => prove(growing, 500)).toThrow(/limit/i);
	});
});
