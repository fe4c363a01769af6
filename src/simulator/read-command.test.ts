import { describe, expect, test } from 'vitest';
import { defaultWorld } from './default-world.ts';
import { readCommand } from './read-command.ts';
import { advance, type Command } from './world.ts';

const world = defaultWorld();
const read = (line: string) => readCommand(line, world);

describe('a line of a command file', () => {
	test('is a command at a time, or after some seconds', () => {
		expect(read('{"do":"wait","at":5}')).toEqual({ ok: true, value: { do: 'wait', at: 5 } });
		expect(read('{"do":"wait","after":2}')).toEqual({
			ok: true,
			value: { do: 'wait', at: world.now + 2000 },
		});
	});

	test.each([
		'{"kind":"nothing"}',
		'{"kind":"card","value":"pin"}',
		'{"kind":"near-miss","of":{"kind":"card","value":"pin"},"how":"trivial"}',
		'{"kind":"passcode","serial":"1","activation":0,"step":5}',
		'{"kind":"joined","parts":[{"kind":"card","value":"pin"},{"kind":"nothing"}]}',
		'{"kind":"fact","name":"portal"}',
		'{"kind":"clock","skew":-5}',
		'{"kind":"raw","text":"123456"}',
	])('may type %s', (entry) => {
		expect(read(`{"do":"type","control":"a","after":1,"entry":${entry}}`).ok).toBe(true);
	});

	test.each([
		['nonsense', 'not JSON'],
		['[]', 'expected an object'],
		['{"do":"wait"}', 'expected either "at" (epoch ms UTC) or "after" (seconds)'],
		['{"do":"wait","at":"now"}', 'expected "at" in whole milliseconds'],
		['{"at":1,"do":"press"}', '"control"'],
		['{"at":1,"do":"press","control":"a","device":"tv"}', '"device"'],
		['{"at":1,"do":"wait","device":"tv"}', '"device"'],
		['{"at":1,"do":"type","control":"a"}', '"entry"'],
		[
			'{"at":1,"do":"type","control":"a","entry":{"kind":"raw","text":"my password"}}',
			'"entry.text": expected 4 to 10 digits',
		],
		['{"at":1,"do":"break","fault":"rain"}', '"fault"'],
		['{"at":1,"do":"break","fault":"constructor"}', '"fault"'],
		['{"at":1,"do":"operate"}', '"operation"'],
		['{"at":1,"do":"operate","operation":{"act":"suspend"}}', '"operation.serial"'],
		['{"at":1,"do":"nap"}', '"do"'],
	])('is refused with a reason: %s', (line, reason) => {
		const answer = read(line);
		expect(answer.ok ? '' : answer.reason).toContain(reason);
		// what stands there is no command for the World either
		const given: unknown = JSON.parse(/^[[{]/.test(line) ? line : '{}');
		expect(advance(world, given as Command)).toEqual({ world, reply: { ok: false, reason: 'malformed' } });
	});

	test.each([
		['{"do":"wait","at":5,"after":7}', 'expected either "at" (epoch ms UTC) or "after" (seconds)'],
		['{"do":"wait","at":null,"after":"soon"}', 'expected either "at" (epoch ms UTC) or "after" (seconds)'],
		['{"do":"wait","after":"soon"}', 'expected "after" in whole milliseconds'],
		['{"do":"wait","after":0.0015}', 'expected "after" in whole milliseconds'],
	])('has one time, in whole milliseconds: %s', (line, reason) => {
		expect(read(line)).toEqual({ ok: false, reason });
	});

	const canary = 'Hunter2!secret';
	test.each([
		{ kind: 'card', value: 'email', note: canary },
		{ kind: 'static-password', password: canary },
		{ kind: 'passcode', serial: canary, activation: 0, step: 5 },
		{ kind: 'server-pin', serial: canary },
		{ kind: 'activation-string', task: canary, user: 'AB1' },
		{ kind: 'activation-string', task: 'T0001', user: canary },
		{ kind: 'near-miss', how: 'case', of: { kind: 'card', value: 'pin', note: canary } },
	])('takes no text in the place of an id, and no member that it does not know: %o', (entry) => {
		expect(read(JSON.stringify({ do: 'type', control: 'a', after: 1, entry })).ok).toBe(false);
	});
	test('takes no text for the serial or the task of an operation', () => {
		for (const operation of [
			{ act: 'revoke', serial: canary },
			{ act: 'remove-task', task: canary },
			{ act: 'unlock', note: canary },
		])
			expect(read(JSON.stringify({ do: 'operate', after: 1, operation })).ok).toBe(false);
	});
	test('sets no clock so far off that no calendar has a name for it', () => {
		const clock = (skew: number) =>
			read(JSON.stringify({ do: 'type', control: 'a', after: 1, entry: { kind: 'clock', skew } })).ok;
		expect(clock(3_000_000_000_000)).toBe(true);
		expect(clock(9e15)).toBe(false);
		expect(clock(-9e15)).toBe(false);
	});
	test('is refused however deep one entry stands in another', () => {
		let entry: unknown = { kind: 'card', value: 'pin' };
		for (let depth = 0; depth < 20_000; depth += 1) entry = { kind: 'near-miss', how: 'case', of: entry };
		const given = { do: 'type', control: 'a', at: world.now, entry } as Command;
		expect(advance(world, given).reply).toEqual({ ok: false, reason: 'malformed' });
	});
});
