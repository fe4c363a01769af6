import { straightRoad } from '../src/practice/straight-road.ts';
import { walk } from '../src/practice/walk.ts';
import { createWorld } from '../src/simulator/world.ts';
import type { Figure } from './figures.mjs';
import { nextBytes, randomFrom } from '../src/domain/random.ts';
import { toBase32 } from '../src/simulator/service/base32.ts';
import { matchCode, passcode, stepAt } from '../src/simulator/service/passcodes.ts';
import { createService, login, tokensOf, type Seed, type Service } from '../src/simulator/service/service.ts';

const START = Date.UTC(2026, 10, 23, 14);
type Rate = { readonly wall: number; readonly processor: number };

const REFUSALS_PER_SECOND = 40_000;
const LOGIN_MS = 5;

/**
 * Refusals with inner window 1 and no outer one: three codes are made for each. Secrets take turns.
 */
function refusalsPerSecond(algorithm: Seed['algorithm']): Rate {
	const secrets = Array.from({ length: 1_000 }, (_, i) =>
		toBase32(nextBytes(randomFrom(`bench ${i}`), 20).value),
	);
	const seeds = secrets.map((secret): Seed => ({
		app: 'MobilePASS+',
		secret,
		mode: 'time',
		digits: 6,
		algorithm,
		intervalSeconds: 30,
		pinType: 'None',
	}));
	const window = { inner: 1, outer: 1 };
	let refused = 0;
	const run = (rounds: number) => {
		for (let i = 0; i < rounds; i++) {
			const seed = seeds[i % seeds.length];
			if (!seed) continue;
			const typed = String((i * 7919) % 1_000_000).padStart(6, '0');
			if (matchCode(seed, { mark: -1, drift: 0 }, typed, START + i * 1000, window).kind === 'none') refused++;
		}
	};
	run(5_000);
	// The best of several rounds: other programs on the machine only ever make a round slower.
	const best = { wall: 0, processor: 0 };
	for (let round = 0; round < 8; round++) {
		refused = 0;
		const [from, used] = [performance.now(), process.cpuUsage()];
		run(10_000);
		const { user, system } = process.cpuUsage(used);
		best.wall = Math.max(best.wall, (refused / (performance.now() - from)) * 1000);
		best.processor = Math.max(best.processor, (refused / (user + system)) * 1_000_000);
	}
	return best;
}

function largeService(): Service {
	const users = Array.from({ length: 50_000 }, (_, i) => ({
		id: `U${i}`,
		firstName: 'First',
		lastName: `Last${i}`,
		email: `u${i}@example.com`,
		tokens: [{}],
	}));
	return createService({ seed: 'bench', startsAt: START, users, stock: 50_000 });
}

type Timing = { readonly median: number; readonly p99: number; readonly worst: number };

/** Right and wrong logins by turns, each of another user, one after the other on the same service. */
function loginTimes(start: Service): Timing {
	let service = start;
	const times: number[] = [];
	for (let i = 0; i < 600; i++) {
		const user = `U${(i * 83) % 50_000}`;
		const now = START + i * 1000;
		const [token] = tokensOf(service, user);
		const seed = token?.seed;
		if (!seed) throw new Error(`bench: expected an enrolled token of ${user}, got none`);
		const text = i % 2 === 0 ? passcode(seed, stepAt(seed, now)) : '000000';
		const from = performance.now();
		const outcome = login(service, { user, entry: { kind: 'raw', text } }, now);
		times.push(performance.now() - from);
		service = outcome.service;
		if (outcome.reply.ok !== (i % 2 === 0)) throw new Error(`bench: login ${i} came out wrong`);
	}
	const sorted = times.slice(100).sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
	return { median: at(0.5), p99: at(0.99), worst: sorted.at(-1) ?? 0 };
}

/** The straight road of procedure A, command by command. */
function commandsPerSecond(): { readonly rate: number; readonly commands: number } {
	let commands = 0;
	const road = () => {
		commands = 0;
		let world = createWorld({ seed: 1, startsAt: START });
		for (const leg of straightRoad)
			for (const { world: next } of walk(world, leg)) {
				world = next;
				commands += 1;
			}
	};
	for (let round = 0; round < 5; round++) road();
	let best = Infinity;
	for (let round = 0; round < 10; round++) {
		const from = performance.now();
		road();
		best = Math.min(best, performance.now() - from);
	}
	return { rate: (commands / best) * 1000, commands };
}

/**
 * Figures of the practice World, without a screen: commands per second on the straight road, refusals per
 * second of the validator alone, and one login in a service of 100,000 tokens.
 */
export function worldFigures(): Figure[] {
	const { rate, commands } = commandsPerSecond();
	const refusals = (['SHA1', 'SHA256', 'SHA512'] as const).map((algorithm): Figure => {
		const { wall, processor } = refusalsPerSecond(algorithm);
		return {
			name: `validator, inner window 1, ${algorithm}`,
			value: wall,
			unit: '/s',
			...(algorithm === 'SHA1' ? { least: REFUSALS_PER_SECOND } : {}),
			note: `refusals per second by the clock; ${Math.round(processor)} per second of processor time`,
		};
	});
	const { median, p99, worst } = loginTimes(largeService());
	return [
		{
			name: 'World, commands',
			value: rate,
			unit: '/s',
			note: `the straight road, ${commands} commands`,
		},
		...refusals,
		{
			name: 'login among 100,000 tokens, p99',
			value: p99,
			unit: 'ms',
			limit: LOGIN_MS,
			note: `median ${median.toFixed(3)}, worst ${worst.toFixed(3)}`,
		},
	];
}
