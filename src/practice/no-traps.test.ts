import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nextBelow, randomFrom } from '../domain/random.ts';
import {
	advance,
	createWorld,
	faultsInOrder,
	screenOf,
	type Command,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { fillable } from './testing/entries.ts';

const LONG = process.env.LONG === '1';
/**
 * Each walk begins somewhere on the way, with some faults, and does this many acts of all kinds. If the end
 * is reached from where it stops, it is reached from every World that the walk went through.
 */
const ACTS = 25;
const WALKS = LONG ? 4_000 : 280;
/** So many different ones the walks must meet. */
const WORLDS = LONG ? 40_000 : 4_000;
const startsAt = Date.UTC(2026, 2, 2, 14);

describe('no traps', () => {
	test(
		`from each of ${WORLDS} different Worlds that a person can get into, the end is reached by controls on the screen`,
		() => {
			const met = new Set<string>();
			const stuck: unknown[] = [];
			for (let seed = 1; seed <= WALKS; seed++) {
				let last = walkAbout(seed, met);
				for (const { world } of fly(last)) last = world;
				if (!finished(last)) stuck.push({ seed, screen: screenOf(last).name });
			}
			expect(stuck).toEqual([]);
			expect(met.size).toBeGreaterThanOrEqual(WORLDS);
		},
		LONG ? 1_800_000 : 120_000,
	);
});

/** A World that somebody got into who presses anything: part of the way done, then acts at random. */
function walkAbout(seed: number, met: Set<string>): World {
	let random = randomFrom(`no-traps/${seed}`);
	const draw = (limit: number) => {
		const drawn = nextBelow(random, limit);
		random = drawn.random;
		return drawn.value;
	};
	const faults = faultsInOrder(String(seed)).filter(() => draw(30) === 0);
	let world = createWorld({ seed, startsAt, faults });
	for (const { world: next } of fly(world, draw(200))) world = next;
	for (let i = 0; i < ACTS; i++) {
		const command: Command = { ...anyDeed(world, draw), at: world.now + draw(20) * 1000 };
		world = advance(world, command).world;
		met.add(withoutTime(world));
	}
	return world;
}

/** Tells two Worlds apart by what they hold, whenever it is and however one got there. */
function withoutTime(world: World): string {
	const {
		seed: _seed,
		startsAt: _start,
		now: _now,
		queue,
		nextDue: _next,
		last: _last,
		truth: _truth,
		shown: _shown,
		...rest
	} = world;
	const { now: _serviceNow, audit: _audit, due, ...service } = rest.service;
	const awaited = [queue.map(({ what }) => what), due.map(({ kind }) => kind)];
	return createHash('sha256')
		.update(JSON.stringify([{ ...rest, service }, awaited]))
		.digest('base64');
}

function anyDeed(world: World, draw: (limit: number) => number): Deed {
	if (draw(12) === 0) return { do: 'wait' };
	const device = draw(10) === 0 ? 'other' : 'laptop';
	const usable = screenOf(world, device).controls.filter(
		({ enabled, kind }) => enabled && kind !== 'heading' && kind !== 'value',
	);
	const control = usable[draw(Math.max(1, usable.length))];
	if (!control) return { do: 'wait' };
	if (control.kind === 'choice') return { do: 'choose', device, control: control.id };
	if (control.kind !== 'field') return { do: 'press', device, control: control.id };
	const entries: readonly Entry[] = fillable(world);
	const fitting = entries.filter(({ kind }) => (kind === 'clock') === (control.expects === 'clock'));
	return { do: 'type', device, control: control.id, entry: fitting[draw(fitting.length)]! };
}
