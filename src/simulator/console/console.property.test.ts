import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import '../phone/index.ts';
import { drive } from '../phone/driven.ts';
import { auditOf, mailOf } from '../service/service.ts';
import { tokensFound, usersFound } from '../service/operator.ts';
import {
	advance,
	createWorld,
	hash,
	screenOf,
	tokensOf,
	userOf,
	type Command,
	type Entry,
	type World,
} from '../world.ts';
import { besideWorld, consolePages, toldBy } from './index.ts';

const LONG = process.env.LONG === '1';
const settings = { numRuns: LONG ? 2_000 : 60, seed };
const timeout = LONG ? 1_800_000 : 120_000;

const START = Date.UTC(2026, 2, 2, 14);
/** At the token of the operator, which is in use. */
function atToken(): World {
	const world = createWorld({ seed: 6, startsAt: START, console: true });
	const { operator } = world.people;
	const { serial } = tokensOf(world.service, operator)[0]!;
	return drive(world, 'console').use(
		'console.module-assignment',
		'console.search',
		`console.user-${operator}`,
		`console.manage-${serial}`,
	).world;
}
const starts: readonly World[] = [
	atToken(),
	createWorld({ seed: 1, startsAt: START, console: true }),
	createWorld({ seed: 2, startsAt: START, console: true, phone: { installed: true } }),
	createWorld({
		seed: 3,
		startsAt: START,
		console: { operatorTokens: 0 },
		policy: { pin: { type: 'Server' } },
	}),
	createWorld({ seed: 4, startsAt: START, console: true, policy: { otp: { mode: 'event' } } }),
];

const roll = fc.tuple(fc.nat(9), fc.nat(9999), fc.nat(9999), fc.nat(90));
type Roll = readonly [number, number, number, number];
const rolls = fc.array(roll, { minLength: 5, maxLength: 50 });
const start = fc.nat(starts.length - 1);

/** What a person might type into any field of the console: what fits and what does not. */
function entriesOf(world: World): readonly Entry[] {
	const users = usersFound(world.service, '').map(({ id }) => id);
	const tokens = tokensFound(world.service).slice(0, 5);
	return [
		{ kind: 'nothing' },
		...users.flatMap((of): Entry[] => [
			{ kind: 'found', by: 'last-name', of, letters: 2 },
			{ kind: 'found', by: 'e-mail', of, letters: 80 },
		]),
		...tokens.map(({ serial }): Entry => ({ kind: 'found', by: 'serial', of: serial, letters: 4 })),
		...[0, 1, 3, 8, 16, 999].map((count): Entry => ({ kind: 'count', count })),
		...tokens.flatMap(({ serial }): Entry[] => [
			{ kind: 'passcode', serial, activation: 0, step: 1 },
			{ kind: 'passcode', serial, activation: 0, step: 2 },
		]),
		{ kind: 'card', value: 'pin' },
	];
}

function commandOf(world: World, [way, which, entry, wait]: Roll): Command {
	const at = world.now + wait * 1000;
	if (way === 0) return { do: 'wait', at: at + which * 1000 };
	const device = way < 9 || !world.phone ? 'console' : 'phone';
	const { controls } = screenOf(world, device);
	// mostly on, seldom to another module, and to what is gray hardly ever
	const lit = controls.filter(({ enabled, kind }) => enabled && kind !== 'value' && kind !== 'heading');
	const on = lit.filter(({ id }) => !/\.(module-|back$|cancel$)/.test(id));
	const some = way === 1 ? controls : way < 4 || on.length === 0 ? lit : on;
	const { id, kind } = some[which % Math.max(1, some.length)] ?? { id: 'nowhere', kind: 'button' as const };
	if (kind !== 'field') return { do: kind === 'choice' ? 'choose' : 'press', device, control: id, at };
	const entries = entriesOf(world);
	return { do: 'type', device, control: id, entry: entries[entry % entries.length]!, at };
}

/** Runs a walk, and hears of each act. */
function walked(
	from: World,
	list: readonly Roll[],
	each: (seen: { before: World; command: Command; after: World; ok: boolean }) => void = () => undefined,
): { world: World; commands: readonly Command[] } {
	const commands: Command[] = [];
	let world = from;
	for (const one of list) {
		const command = commandOf(world, one);
		const { world: after, reply } = advance(world, command);
		each({ before: world, command, after, ok: reply.ok });
		commands.push(command);
		world = after;
	}
	return { world, commands };
}

const all = (check: (from: World, list: readonly Roll[]) => void) => () =>
	fc.assert(
		fc.property(start, rolls, (index, list) => check(starts[index]!, list)),
		settings,
	);

describe('any acts on the console, in any order', () => {
	test(
		'give a World that is plain JSON, and the same again when replayed',
		all((from, list) => {
			const { world, commands } = walked(from, list);
			expect(JSON.parse(JSON.stringify(world))).toEqual(world);
			const again = commands.reduce(
				(before, command) => advance(JSON.parse(JSON.stringify(before)) as World, command).world,
				from,
			);
			expect(hash(again)).toBe(hash(world));
		}),
		timeout,
	);

	test(
		'show ids that occur once, a title, and words for whatever came of it',
		all((from, list) => {
			walked(from, list, ({ after }) => {
				const { controls } = screenOf(after, 'console');
				const ids = controls.map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
				expect(controls.filter(({ id }) => id === 'console.title')).toHaveLength(1);
				expect(controls.filter(({ text }) => text === 'This cannot be done.')).toEqual([]);
				expect(controls.filter(({ text }) => /undefined|NaN|\[object/.test(text))).toEqual([]);
			});
		}),
		timeout,
	);

	test(
		'show no secret: no password, no PIN that its owner chose, no seed',
		all((from, list) => {
			walked(from, list, ({ after }) => {
				const { service } = after;
				const texts = new Set(screenOf(after, 'console').controls.map(({ text }) => text));
				for (const { id } of usersFound(service, '')) {
					const { card, passwords } = userOf(service, id)!;
					const secrets = [
						card.computerPassword,
						card.pin,
						card.nextPin,
						...passwords.map((one) => one.text),
					];
					expect(secrets.filter((secret) => texts.has(secret))).toEqual([]);
				}
			});
		}),
		timeout,
	);

	test(
		'change the service only by an act that stands in its audit log',
		all((from, list) => {
			walked(from, list, ({ before, command, after }) => {
				if (command.do === 'wait' || ('device' in command && command.device === 'phone')) return;
				const known = auditOf(before.service, 1_000).length;
				const said = auditOf(after.service, 1_000).length - known;
				expect(said).toBeGreaterThanOrEqual(0);
				const moved =
					after.service.policy !== before.service.policy ||
					JSON.stringify(tokensFound(after.service)) !== JSON.stringify(tokensFound(before.service));
				// what time alone does is no act
				if (moved && before.now === after.now) expect(said).toBeGreaterThan(0);
			});
		}),
		timeout,
	);

	test(
		'beside a World: what it is told makes the same of its service, to the last bit',
		all((from, list) => {
			let running = from;
			let desk = besideWorld(running).console;
			for (const one of list) {
				const seen = besideWorld(running, desk);
				const command = commandOf(seen, one);
				if (command.do !== 'wait' && 'device' in command && command.device === 'phone') continue;
				const at = Math.max(command.at, running.now);
				const { world: after } = advance(seen, { ...command, at });
				running = advance(running, { do: 'wait', at }).world;
				for (const operation of toldBy(after))
					running = advance(running, { do: 'operate', operation, at }).world;
				expect(running.service).toEqual(after.service);
				desk = after.console;
			}
		}),
		timeout,
	);
});

test(
	'the walks see every page, and do and are refused most acts',
	() => {
		const pages = new Set<string>();
		const acts = new Set<string>();
		for (const [index, list] of fc.sample(fc.tuple(start, rolls), { numRuns: 200, seed }))
			walked(starts[index]!, list, ({ after }) => {
				pages.add(screenOf(after, 'console').name);
				const { message } = after.console!;
				if (message) acts.add(`${message.kind} ${message.id}`);
			});
		// these Worlds begin signed in
		expect([...consolePages].filter((page) => !pages.has(`console.${page}`))).toEqual(['sign-in']);
		for (const id of [
			'provision',
			'assign',
			'temporary-password',
			'revoke',
			'apply-policy',
			'move-stop-date',
		])
			expect([id, acts.has(`done ${id}`)]).toEqual([id, true]);
		expect([...acts].filter((one) => one.startsWith('refused')).length).toBeGreaterThan(1);
	},
	timeout,
);

test('mail of what an operator did reaches the user', () => {
	const from = starts[1];
	const before = mailOf(from!.service, 'JR48213').length;
	const { world } = advance(from!, {
		do: 'operate',
		operation: { act: 'temporary-password', user: 'JR48213', mustChange: true },
		at: START + 1000,
	});
	const later = advance(world, { do: 'wait', at: START + 600_000 }).world;
	expect(mailOf(later.service, 'JR48213').length).toBe(before + 1);
});
