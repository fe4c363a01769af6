import { describe, expect, test } from 'vitest';
import { createWorld } from '../simulator/world.ts';
import { finished, goalHolds } from './goals.ts';
import { straightRoad } from './straight-road.ts';
import { walk } from './walk.ts';

const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });

describe('the straight road', () => {
	test('reaches the goal of each step, in order, without a refusal', () => {
		let world = fresh;
		for (const leg of straightRoad) {
			for (const { command, reply, world: next } of walk(world, leg)) {
				expect({ command, reply }).toMatchObject({ command, reply: { ok: true } });
				world = next;
			}
			expect({ step: leg.step, done: goalHolds(leg.step, world) }).toEqual({ step: leg.step, done: true });
		}
		expect(finished(world)).toBe(true);
	});
});
