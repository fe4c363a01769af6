import { describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../simulator/operation-types.ts';
import '../../simulator/phone/index.ts';
import { advance, defaultWorld, screenOf, tokensOf, userOf, type World } from '../../simulator/world.ts';
import { openConsole, ownWorld, stoppedWords, type ConsoleBench } from './session.ts';
import { consoleEntry } from './typed.ts';

const opened = (log: readonly unknown[] = []) => {
	const tell = vi.fn<(to: string, operation: Operation, number: number) => void>();
	return { tell, bench: openConsole(log, tell) };
};
const find = (bench: ConsoleBench, id: string) => {
	const control = screenOf(bench.getSnapshot().world, 'console').controls.find((one) => one.id === id);
	if (!control) throw new Error(`${id} is not on the page`);
	return control;
};
const use = (bench: ConsoleBench, ...ids: readonly string[]) => {
	for (const id of ids) bench.use(find(bench, id));
};
const page = (bench: ConsoleBench) => screenOf(bench.getSnapshot().world, 'console').name;
const user = ['console.module-assignment', 'console.search', 'console.user-JR48213'];

describe('what is typed', () => {
	const world = ownWorld();
	const search = (text: string) => consoleEntry(world, text, 'found', 'console.search-user');
	const { serial } = tokensOf(world.service, 'JR48213')[0]!;

	test.each([
		['JR4', { kind: 'found', by: 'user-id', of: 'JR48213', letters: 3 }],
		[' riv ', { kind: 'found', by: 'last-name', of: 'JR48213', letters: 3 }],
		['jordan.', { kind: 'found', by: 'e-mail', of: 'JR48213', letters: 7 }],
		['', { kind: 'nothing' }],
		['hunter2', null],
	])('a user: "%s"', (text, entry) => {
		expect(search(text)).toEqual(entry);
	});

	test('a serial, a number of a policy, and what the exercise knows', () => {
		const of = (text: string, expects: 'found' | 'count' | 'passcode') =>
			consoleEntry(world, text, expects, 'console.search-serial');
		expect(of(serial, 'found')).toEqual({ kind: 'found', by: 'serial', of: serial, letters: serial.length });
		expect(of('x', 'found')).toBeNull();
		expect([of('12', 'count'), of('1000', 'count'), of('-1', 'count'), of('2.5', 'count')]).toEqual([
			{ kind: 'count', count: 12 },
			null,
			null,
			null,
		]);
		expect(of('not a code', 'passcode')).toBeNull();
	});
});

describe('a World of its own', () => {
	test('does what is used, and is the same again from its log', () => {
		const { bench, tell } = opened();
		use(bench, ...user, 'console.password', 'console.confirm');
		bench.pass(1000);
		bench.pass(1000);
		const { log, world } = bench.getSnapshot();
		expect(userOf(world.service, 'JR48213')?.passwords.at(-1)?.state).toBe('set');
		expect(log.filter((command) => command.do === 'wait')).toHaveLength(1);
		const again = opened(JSON.parse(JSON.stringify(log)) as unknown[]).bench;
		expect(again.getSnapshot().world).toEqual(world);
		expect(tell).not.toHaveBeenCalled();
	});

	test('text that belongs to nothing is stopped, and kept nowhere', () => {
		const { bench } = opened();
		use(bench, 'console.module-assignment');
		bench.use(find(bench, 'console.search-user'), 'canary-7731');
		expect(bench.getSnapshot().remark).toBe(stoppedWords);
		expect(JSON.stringify(bench.getSnapshot())).not.toContain('canary');
		bench.use(find(bench, 'console.search-user'), 'wells');
		use(bench, 'console.search');
		expect(find(bench, 'console.count').text).toBe('1 to 1 of 1');
		expect(bench.getSnapshot().remark).toBe('');
	});

	test('what is gray says so; a log that cannot be read begins anew there', () => {
		const { bench } = opened();
		use(bench, 'console.module-assignment');
		use(bench, 'console.provision');
		expect(bench.getSnapshot().remark).toContain('gray');
		const { log } = bench.getSnapshot();
		const cut = opened([log[0], { do: 'nonsense' }, log[1]]).bench;
		expect(cut.getSnapshot().log).toEqual([log[0]]);
		bench.restart();
		expect([bench.getSnapshot().log, page(bench)]).toEqual([[], 'console.snapshot']);
	});
});

describe('an exercise in another window', () => {
	/** A window with an exercise that takes what it is told. */
	function beside() {
		const { bench, tell } = opened();
		let world: World = defaultWorld();
		let taken = 0;
		const say = (id = 'w1') => bench.heard({ id, title: 'Wrong clock', world, taken });
		tell.mockImplementation((_, operation) => {
			({ world } = advance(world, { do: 'operate', operation, at: world.now + 500 }));
			taken += 1;
		});
		say();
		return {
			bench,
			tell,
			say,
			world: () => world,
			stale: () => bench.heard({ id: 'w1', title: 'Wrong clock', world: defaultWorld(), taken: 0 }),
		};
	}
	const old = (world: World) => tokensOf(world.service, world.people.user).map(({ state }) => state);

	test('stands in the list, and is chosen', () => {
		const { bench } = beside();
		expect(bench.getSnapshot()).toMatchObject({ beside: null, others: [{ id: 'w1', title: 'Wrong clock' }] });
		bench.choose('nowhere');
		expect(bench.getSnapshot().beside).toBeNull();
		bench.choose('w1');
		expect(bench.getSnapshot()).toMatchObject({ beside: { id: 'w1' }, here: true, log: [] });
	});

	test('is told each act, once, and shows it at once', () => {
		const { bench, tell, say, world, stale } = beside();
		bench.choose('w1');
		const [{ serial } = { serial: '' }] = tokensOf(world().service, world().people.user);
		use(bench, ...user, `console.manage-${serial}`, 'console.revoke', 'console.mode-lost', 'console.confirm');
		expect(tell.mock.calls.map(([to, { act }, number]) => [to, act, number])).toEqual([['w1', 'revoke', 1]]);
		expect(old(world())).toEqual(old(bench.getSnapshot().world));
		stale();
		expect(old(bench.getSnapshot().world)).toEqual(old(world()));
		say();
		expect([page(bench), old(bench.getSnapshot().world)]).toEqual(['console.user', old(world())]);
		use(bench, 'console.password', 'console.confirm');
		expect(tell.mock.calls.map(([, , number]) => number)).toEqual([1, 2]);
		expect(bench.getSnapshot().log).toEqual([]);
	});

	test('that is closed says so, and comes back when it was only loaded again', () => {
		const { bench, say } = beside();
		bench.choose('w1');
		use(bench, 'console.module-tokens');
		bench.lost('w1');
		expect(bench.getSnapshot()).toMatchObject({ beside: { id: 'w1' }, here: false });
		say('w2');
		expect(bench.getSnapshot()).toMatchObject({ beside: { id: 'w2' }, here: true, others: [{ id: 'w2' }] });
		expect(page(bench)).toBe('console.tokens');
		bench.lost('w2');
		bench.choose(null);
		expect(bench.getSnapshot()).toMatchObject({ beside: null, here: true, others: [] });
	});
});
