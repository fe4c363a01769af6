import { describe, expect, test } from 'vitest';
import type { ProcedureEvent } from '../domain/events.ts';
import { desktopMachine } from '../machines/desktop/desktop.machine.ts';
import { graphOf } from '../machines/graph.ts';
import { begin, follow, replayRun, type Replayed } from './replay.ts';

/** One event that the machine must accept. */
function next(state: Replayed, event: ProcedureEvent): Replayed {
	const followed = follow(desktopMachine, state, event);
	if (!followed)
		throw new Error(`${JSON.stringify(event)} is not accepted at ${JSON.stringify(state.place)}`);
	return followed;
}
const after = (...events: ProcedureEvent[]) => events.reduce(next, begin(desktopMachine));
const at = (slug: 'start-outlook' | 'use-passcode-on-vpn'): ProcedureEvent => ({
	type: 'JUMP',
	slug,
});
const refused: ProcedureEvent = { type: 'SYMPTOM', symptom: 'passcode-refused' };

describe('the place', () => {
	test('is the questions at the start', () => {
		expect(begin(desktopMachine).place).toMatchObject({ kind: 'start', attempt: 0, ended: false });
		expect(after({ type: 'ANSWER', question: 'phone', answer: 'yes' }).place.kind).toBe('start');
	});
	test('is a step, a detour as called from its step, and a page that is no step', () => {
		expect(after(at('start-outlook')).place).toMatchObject({ kind: 'step', step: 'start-outlook' });
		expect(after(at('use-passcode-on-vpn'), refused).place).toMatchObject({
			kind: 'detour',
			step: 'use-passcode-on-vpn',
			detour: 'passcode-refused',
		});
		expect(after({ type: 'ANSWER', question: 'static-password', answer: 'no' }).place).toMatchObject({
			kind: 'page',
			page: 'ask-your-manager',
		});
	});
	test('counts the tries of the open detour', () => {
		expect(after(at('use-passcode-on-vpn'), refused, { type: 'NOT_FIXED' }).place.attempt).toBe(1);
	});
	test('knows who is to be given back by a visited step', () => {
		const visit = after(at('use-passcode-on-vpn'), refused, {
			type: 'ANSWER',
			question: 'clock',
			answer: 'wrong',
		});
		expect(visit.place).toMatchObject({ step: 'check-time-zone', backTo: 'use-passcode-on-vpn' });
		expect(next(visit, { type: 'DONE' }).place).toMatchObject({
			step: 'use-passcode-on-vpn',
			backTo: undefined,
		});
	});
	test('is step 10 for who reads this on the new computer: what comes before was done without the guide', () => {
		const here: ProcedureEvent = { type: 'ANSWER', question: 'screen', answer: 'this' };
		const arrived = after({ type: 'ANSWER', question: 'phone', answer: 'no' }, here);
		expect(arrived.place).toMatchObject({ kind: 'step', step: 'wait-for-globalprotect' });
		expect(arrived.arrivedAt).toBe('wait-for-globalprotect');
		expect(after({ ...here, answer: 'other' }).arrivedAt).toBeUndefined();
	});
	test('stays where it was for a run that was begun when that answer led on to more questions', () => {
		const acts: [event: ProcedureEvent, place: string][] = [
			[{ type: 'ANSWER', question: 'screen', answer: 'this' }, '/desktop/'],
			[{ type: 'ANSWER', question: 'role', answer: 'user' }, '/desktop/'],
			[{ type: 'ANSWER', question: 'static-password', answer: 'yes' }, '/desktop/boot-and-acknowledge/'],
			[{ type: 'DONE' }, '/desktop/connect-to-router/'],
		];
		const events = acts.map(([event, place], seq) => ({ run: 'one', seq, at: seq, event, place }));
		const { replayed, movedFrom } = replayRun(desktopMachine, 'desktop', events);
		expect(replayed.place).toMatchObject({ step: 'connect-to-router' });
		expect(movedFrom).toBeUndefined();
	});
	test('ends for a manager with the message handed on', () => {
		const manager: ProcedureEvent = { type: 'ANSWER', question: 'role', answer: 'manager' };
		const sent = after(manager, { type: 'DONE' });
		expect(sent.place).toMatchObject({ kind: 'page', page: 'send-on', ended: false });
		expect(next(sent, { type: 'DONE' }).place).toMatchObject({
			page: 'handed-on',
			ended: true,
		});
	});
});

describe('what is derived', () => {
	test('a trouble is repeated when it was entered before, not when it is tried again', () => {
		const once = after(at('use-passcode-on-vpn'), refused, { type: 'NOT_FIXED' });
		expect([...once.repeated]).toEqual([]);
		const twice = next(next(once, { type: 'FIXED' }), refused);
		expect([...twice.repeated]).toEqual(['passcode-refused']);
	});
	test('the steps done, in the order of the marks', () => {
		expect(after(at('start-outlook'), { type: 'DONE' }, { type: 'DONE' }).done).toEqual([
			'start-outlook',
			'outlook-static-password',
		]);
	});
	test('a waiting question takes the last answer', () => {
		const answers = after(
			{ type: 'ANSWER', question: 'phone', answer: 'yes' },
			{ type: 'ANSWER', question: 'phone', answer: 'no' },
		).answers;
		expect(answers).toEqual({ phone: 'no' });
	});
});

test('an event that does not fit, or of an unknown kind or slug, is not accepted', () => {
	const here = after(at('start-outlook'));
	const strange = [{ type: 'JUMP', slug: 'a-step-of-long-ago' }, { type: 'WAVE' }, { type: 'SYMPTOM' }, {}];
	for (const event of [{ type: 'FIXED' }, { type: 'NOT_FIXED' }, refused, ...strange] as ProcedureEvent[])
		expect(follow(desktopMachine, here, event)).toBeUndefined();
});

test('every node of the graph has a place with an address', () => {
	const { edges, start } = graphOf(desktopMachine);
	const states = new Map([[start, begin(desktopMachine)]]);
	for (let grown = true; grown;) {
		grown = false;
		for (const { from, event, to } of edges) {
			const known = states.get(from);
			if (!known || states.has(to)) continue;
			states.set(to, next(known, event));
			grown = true;
		}
	}
	for (const [key, { place }] of states) {
		const [leaf, way] = key.split('|');
		if (place.kind === 'step') expect(place.step, key).toBe(leaf);
		if (place.kind === 'detour')
			expect([place.detour, place.step], key).toEqual([leaf, way?.split('<').at(-1)]);
		if (place.kind === 'page') expect(place.page, key).toBe(leaf);
	}
});
