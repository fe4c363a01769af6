import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	faultIds,
	faults,
	faultsInOrder,
	type FaultId,
} from '../../simulator/world.ts';
import { finished } from '../goals.ts';
import { fly } from './pilot.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const flight = (ids: readonly FaultId[], seed = 1) => {
	const start = createWorld({ seed, startsAt, faults: ids });
	return { start, flown: [...fly(start, 3000)] };
};

describe('the pilot', () => {
	test('goes the whole way without a refusal', () => {
		const { flown } = flight([]);
		expect(flown.filter(({ reply }) => !reply.ok)).toEqual([]);
		expect(finished(flown.at(-1)!.world)).toBe(true);
	});

	test.each(faultIds)('%s: shows what its doc says, and the cure works', (id) => {
		const { start, flown } = flight([id]);
		const last = flown.at(-1)!;
		expect(finished(last.world)).toBe(true);
		expect(flown.filter(({ reply }) => !reply.ok)).toEqual([]);
		expect([start, ...flown.map(({ world }) => world)].some(faults[id].seen)).toBe(true);
	});

	test.each(['no-sign-in-icon', 'outlook-needs-restart', 'teams-missing'] as const)(
		'%s: a restart before it has shown does not end it',
		(id) => {
			const on = [...fly(createWorld({ seed: 1, startsAt, faults: [id] }))]
				.map(({ world }) => world)
				.find(
					({ shown, laptop }) => laptop.logon.page === 'lock' && laptop.power === 'on' && shown.length === 0,
				)!;
			const restarted = advance(on, { do: 'choose', control: 'logon.restart', at: on.now }).world;
			expect(restarted.faults[id]).toBe(true);
			const last = [...fly(restarted)].at(-1)!.world;
			expect(last.shown).toContain(id);
			expect(finished(last)).toBe(true);
		},
	);

	test('a fault shows only where it was put in', () => {
		const { start, flown } = flight([]);
		const seen = faultIds.filter((id) => [start, ...flown.map(({ world }) => world)].some(faults[id].seen));
		expect(seen).toEqual([]);
	});

	const drills = [1, 2, 3, 4, 5, 6].flatMap((seed) => [
		[seed, 8],
		[seed, 99],
	]);
	test.each(drills)('mixed drill %i, up to %i faults: each is met, and the goal is reached', (seed, most) => {
		const ids = faultsInOrder(String(seed)).slice(0, most);
		const { start, flown } = flight(ids, seed);
		const worlds = [start, ...flown.map(({ world }) => world)];
		expect(ids.filter((id) => !worlds.some(faults[id].seen))).toEqual([]);
		expect(flown.filter(({ reply }) => !reply.ok)).toEqual([]);
		expect(finished(worlds.at(-1)!)).toBe(true);
	});
});
