import { describe, expect, test } from 'vitest';
import { defaultWorld } from './default-world.ts';
import { readCommand } from './read-command.ts';

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
		['{"do":"wait"}', 'expected "at" (epoch ms UTC) or "after" (seconds)'],
		['{"do":"wait","at":"now"}', 'expected "at" (epoch ms UTC) or "after" (seconds)'],
		['{"at":1,"do":"press"}', 'expected "control", the id of a control'],
		['{"at":1,"do":"press","control":"a","device":"tv"}', 'expected "device" to be one of laptop, other'],
		['{"at":1,"do":"type","control":"a"}', 'expected "entry" with a "kind"'],
		[
			'{"at":1,"do":"type","control":"a","entry":{"kind":"raw","text":"my password"}}',
			'expected an entry of kind "raw" with "text", 4 to 10 digits',
		],
		['{"at":1,"do":"break","fault":"rain"}', 'expected "fault" to be a fault'],
		['{"at":1,"do":"operate","operation":{"act":"suspend"}}', 'expected "operation" with "serial"'],
	])('is refused with a reason: %s', (line, reason) => {
		expect(read(line)).toEqual({ ok: false, reason });
	});
});
