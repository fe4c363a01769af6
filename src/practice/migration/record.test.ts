import { expect, test } from 'vitest';
import { hashOf } from '../../simulator/hash.ts';
import { nextCommand } from './pilot.ts';
import { beginRun, commandRun, readRun, writeRun, type Run } from './record.ts';

function some(commands: number): Run {
	let run = beginRun({ seed: 7, users: 30, spare: 8 });
	for (let done = 0; done < commands; done += 1) {
		const next = nextCommand(run.drill);
		if (next) ({ run } = commandRun(run, next));
	}
	return run;
}

test('a run that was kept is the same again', () => {
	const run = some(25);
	const again = readRun(writeRun(run));
	if (!again.ok) throw new Error(again.reason);
	expect(run.log).toHaveLength(25);
	expect(hashOf(again.value)).toBe(hashOf(run));
});

test('a refused command is no part of a run', () => {
	const run = some(3);
	const users = Object.keys(run.drill.people);
	const { run: after, reply } = commandRun(run, { do: 'provision', users });
	expect(reply).toEqual({ ok: false, reason: 'inventory-exhausted' });
	expect(after).toEqual(run);
});

const kept = JSON.parse(writeRun(some(4))) as { options: object; log: object[] };
test.each([
	['', 'cannot be read'],
	['[]', 'another version'],
	[JSON.stringify({ ...kept, version: 2 }), 'another version'],
	[JSON.stringify({ ...kept, options: { ...kept.options, users: 0 } }), 'another version'],
	[JSON.stringify({ ...kept, options: { ...kept.options, users: 1e9 } }), 'another version'],
	[JSON.stringify({ ...kept, log: [{ do: 'fly' }] }), 'another version'],
	[JSON.stringify({ ...kept, log: [...kept.log, { do: 'provision', users: ['nobody'] }] }), 'no longer fits'],
])('%s is refused: %s', (text, why) => {
	const read = readRun(text);
	expect(read.ok ? '' : read.reason).toContain(why);
});
