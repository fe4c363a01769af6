import { describe, expect, test } from 'vitest';
import { createWorld, faultIds, faults, faultsInOrder, type FaultId } from '../../simulator/world.ts';
import { finished } from '../goals.ts';
import { fly } from './pilot.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const flight = (ids: readonly FaultId[], seed = 1) => {
	const start = createWorld({ seed, startsAt, faults: ids });
	return { start, flown: [...fly(start)] };
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

	test('a fault shows only where it was put in', () => {
		const { start, flown } = flight([]);
		const seen = faultIds.filter((id) => [start, ...flown.map(({ world }) => world)].some(faults[id].seen));
		expect(seen).toEqual([]);
	});

	test.each([1, 2, 3, 4, 5, 6])('mixed drill %i: faults compose', (seed) => {
		const { flown } = flight(faultsInOrder(String(seed)).slice(0, 8), seed);
		expect(finished(flown.at(-1)!.world)).toBe(true);
	});
});
