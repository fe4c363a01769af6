import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	hash,
	screenOf,
	type Command,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { straightRoad } from './straight-road.ts';
import { standingAt, walk } from './walk.ts';

/** Field bug: two submissions of one passcode, made at the same instant, were both accepted. */
const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });

/** GlobalProtect and Teams both ask for a passcode, and the app shows one. */
const asked = (() => {
	const leg = straightRoad.find(({ step }) => step === 'use-passcode-on-vpn')!;
	const unlocked = walk(standingAt(fresh, leg.step), { ...leg, acts: leg.acts.slice(0, 6) }).at(-1)!.world;
	const teams: Deed[] = [
		{ do: 'press', control: 'taskbar.start-menu' },
		{ do: 'choose', control: 'start-menu.teams' },
		{ do: 'type', control: 'teams.email', entry: { kind: 'card', value: 'email' } },
		{ do: 'press', control: 'teams.next' },
	];
	return { shown: screenOf(unlocked).passcode!, world: run(unlocked, teams) };
})();

function run(world: World, deeds: readonly Deed[], at = world.now): World {
	return deeds.reduce((before, deed) => {
		const { world: next, reply } = advance(before, { ...deed, at });
		expect(reply.ok).toBe(true);
		return next;
	}, world);
}

type Place = 'vpn' | 'teams';
const fields = { vpn: 'globalprotect.secret', teams: 'teams.passcode' } as const;
const buttons = { vpn: 'globalprotect.sign-in', teams: 'teams.sign-in' } as const;
const front = (place: Place): Deed => ({
	do: 'press',
	control: place === 'vpn' ? 'taskbar.globalprotect' : 'taskbar.teams',
});
const types = (place: Place, entry: Entry): Deed[] => [
	front(place),
	{ do: 'type', control: fields[place], entry },
];
const submits = (place: Place): Deed[] => [front(place), { do: 'press', control: buttons[place] }];
const accepted = ({ laptop }: World): Place[] => [
	...(laptop.vpn.by === 'passcode' ? (['vpn'] as const) : []),
	...(laptop.teams.page === 'ready' ? (['teams'] as const) : []),
];
const audited = ({ service }: World) =>
	service.audit.flat().filter(({ act, at }) => act === 'login' && at >= asked.world.now);

/** Every order in which the steps of two submissions can mix, each keeping its own order. */
function mixes<Step>(one: readonly Step[], other: readonly Step[]): Step[][] {
	const [first, ...rest] = one;
	const [second, ...others] = other;
	if (first === undefined || second === undefined) return [[...one, ...other]];
	return [
		...mixes(rest, other).map((mix) => [first, ...mix]),
		...mixes(one, others).map((mix) => [second, ...mix]),
	];
}

describe('two parallel submissions both accepted', () => {
	const steps = (place: Place) => [types(place, asked.shown), submits(place)];
	const orders = mixes(steps('vpn'), steps('teams'));

	test.each(orders.map((order, i) => [i + 1, order] as const))(
		'order %i of 6, all at one instant: the passcode is taken once, the other is told no',
		(_, order) => {
			const world = run(asked.world, order.flat());
			expect(world.now).toBe(asked.world.now);
			expect(accepted(world)).toHaveLength(1);
			expect(audited(world).map(({ outcome }) => outcome)).toEqual(['ok', 'used-already']);
			const loser = accepted(world)[0] === 'vpn' ? 'teams' : 'vpn';
			const told = screenOf(run(world, [front(loser)])).controls.map(({ text }) => text);
			expect(told).toContain('Sign-in failed. Try again.');
		},
	);

	test('both made from the same World value: whichever is put on the other’s outcome is refused', () => {
		const both = run(asked.world, [...types('vpn', asked.shown), ...types('teams', asked.shown)]);
		const before = hash(both);
		const first = run(both, submits('vpn'));
		const second = run(both, submits('teams'));
		expect([accepted(first), accepted(second)]).toEqual([['vpn'], ['teams']]);
		expect(hash(both)).toBe(before);
		expect(accepted(run(first, submits('teams')))).toEqual(['vpn']);
		expect(accepted(run(second, submits('vpn')))).toEqual(['teams']);
	});

	test('a double click submits once', () => {
		const typed = run(asked.world, types('vpn', asked.shown));
		const click: Command = { do: 'press', control: buttons.vpn, at: typed.now };
		const once = advance(typed, click);
		expect(once.reply.ok).toBe(true);
		expect(advance(once.world, click).reply).toEqual({ ok: false, reason: 'not-on-screen' });
		expect(audited(once.world)).toHaveLength(1);
	});
});
