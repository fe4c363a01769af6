import { describe, expect, test } from 'vitest';
import { hash, screenOf } from '../simulator/world.ts';
import type { ExerciseStore } from '../storage/exercises.ts';
import { ok, refused } from '../domain/result.ts';
import { inRealTime } from './coach.ts';
import { writeDrill } from './drill-link.ts';
import { isDone } from './exercise.ts';
import { hintFor } from './hints.ts';
import { keepIn } from './keeping.ts';
import { allScenarios, scenarioOf } from './scenarios.ts';
import './testing/all-courses.ts';
import { missedOf, withoutHelp } from './rules.ts';
import { noTally, readTally } from './tally.ts';
import { openWorkspace, type Bench } from './workspace.ts';

const scenario = scenarioOf('first-sign-in')!;

/** A store in memory, as the browser's. */
function memoryStore(trouble?: 'full') {
	const exercises = new Map<string, { id: string; revision: number }>();
	const commands = new Map<string, unknown[]>();
	const store: ExerciseStore = {
		all: async () => ok([...exercises.values()]),
		commands: async (id) =>
			ok((commands.get(id) ?? []).map((command, seq) => ({ exercise: id, seq, command }))),
		keep: async (exercise, from, added) => {
			if (trouble) return refused(trouble);
			if ((exercises.get(exercise.id)?.revision ?? 0) !== exercise.revision - 1) return refused('taken');
			exercises.set(exercise.id, exercise);
			commands.set(exercise.id, [...(commands.get(exercise.id) ?? []).slice(0, from), ...added]);
			return ok(undefined);
		},
		remove: async () => ok(undefined),
		wipe: async () => ok(undefined),
		close: () => undefined,
	};
	return { store, exercises, commands };
}

let ids = 0;
function open(store: ExerciseStore | undefined, of = scenario) {
	const time = { now: 1_000_000 };
	const clock = () => time.now;
	const keeping = keepIn(store, of, () => `try-${(ids += 1)}`, clock);
	return { bench: openWorkspace(of, Promise.resolve(keeping), clock), time };
}
const control = (bench: Bench, id: string) => {
	const found = screenOf(bench.getSnapshot().world).controls.find((one) => one.id === id);
	if (!found) throw new Error(`${id} is not on the screen`);
	return found;
};
const press = (bench: Bench, id: string) => bench.use('laptop', control(bench, id));

describe('the workspace', () => {
	test('shows the beginning at once, and acts given before the store has answered are not lost', async () => {
		const { bench } = open(memoryStore().store);
		expect(bench.getSnapshot()).toMatchObject({ ready: false, kept: 'nothing' });
		press(bench, 'power.on');
		await bench.settled();
		expect(bench.getSnapshot()).toMatchObject({ ready: true, kept: 'saved' });
		expect(bench.getSnapshot().exercise.log).toHaveLength(1);
	});

	test('lets time go on, and what comes due stands in the log', async () => {
		const { bench, time } = open(memoryStore().store);
		press(bench, 'power.on');
		await bench.settled();
		const { now } = bench.getSnapshot().world;
		time.now += 1000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(now + 1000);
		expect(bench.getSnapshot().exercise.log).toHaveLength(1);
		for (let second = 0; second < 60; second += 1) {
			time.now += 1000;
			bench.tick();
		}
		expect(bench.getSnapshot().world.laptop.power).toBe('on');
		expect(bench.getSnapshot().exercise.log).toHaveLength(2);
	});

	test('neither a pause nor a sleep of the computer lets time go on', async () => {
		const { bench, time } = open(undefined);
		await bench.settled();
		const { now } = bench.getSnapshot().world;
		bench.pause();
		time.now += 60_000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(now);
		bench.goOn();
		time.now += 1000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(now + 1000);
		time.now += 40 * 86_400_000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(now + 11_000);
		time.now -= 86_400_000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(now + 11_000);
	});

	test('is there again as it was left, in another window too', async () => {
		const { store } = memoryStore();
		const one = open(store).bench;
		press(one, 'power.on');
		one.skip();
		one.help();
		await one.settled();
		const other = open(store).bench;
		await other.settled();
		expect(hash(other.getSnapshot().exercise.world)).toBe(hash(one.getSnapshot().exercise.world));
		expect(other.getSnapshot().tally).toMatchObject({ hints: 1, helped: 0 });
	});

	test('of two windows the one that was first counts, and the other shows what it did', async () => {
		const { store } = memoryStore();
		const [one, other] = [open(store).bench, open(store).bench];
		press(one, 'power.on');
		await one.settled();
		const again = open(store).bench;
		await Promise.all([other.settled(), again.settled()]);
		one.skip();
		await one.settled();
		again.skip();
		again.help();
		await again.settled();
		expect(again.getSnapshot().exercise.log).toEqual(one.getSnapshot().exercise.log);
	});

	test('without a store goes on in memory, and says so', async () => {
		for (const store of [undefined, memoryStore('full').store]) {
			const { bench } = open(store);
			press(bench, 'power.on');
			await bench.settled();
			expect(bench.getSnapshot()).toMatchObject({ kept: 'memory', ready: true });
			expect(bench.getSnapshot().exercise.log).toHaveLength(1);
		}
	});

	test('begins anew without losing the try before', async () => {
		const { store, exercises } = memoryStore();
		const { bench } = open(store);
		press(bench, 'power.on');
		await bench.settled();
		bench.restart();
		press(bench, 'power.on');
		await bench.settled();
		expect(exercises.size).toBe(2);
		expect(bench.getSnapshot().exercise.log).toHaveLength(1);
	});

	test('takes one act back, in the store too', async () => {
		const { store, commands } = memoryStore();
		const { bench } = open(store);
		press(bench, 'power.on');
		bench.undo();
		await bench.settled();
		expect([...commands.values()]).toEqual([[]]);
		expect(bench.getSnapshot().tally.undone).toBe(1);
	});

	test('forgets what belongs to nothing: it stands nowhere', async () => {
		const of = scenarioOf('at-enter-email-address')!;
		const { store, commands, exercises } = memoryStore();
		const { bench } = open(store, of);
		await bench.settled();
		const field = screenOf(bench.getSnapshot().world).controls.find(({ kind }) => kind === 'field');
		if (!field) throw new Error('There is no field');
		bench.use('laptop', field, 'My-Real-Secret-77');
		await bench.settled();
		expect(bench.getSnapshot().tally.stopped).toBe(1);
		expect(bench.getSnapshot().remark?.words).toContain('forgotten');
		expect(JSON.stringify([bench.getSnapshot(), [...commands], [...exercises]])).not.toContain('Secret');
	});

	test('answers what is no control, and what is gray, kindly', async () => {
		const { bench } = open(undefined);
		await bench.settled();
		bench.useNothing('nothing');
		expect(bench.getSnapshot().remark?.words).toContain('nothing to use');
		expect(bench.getSnapshot().exercise.log).toHaveLength(0);
	});

	test.each(allScenarios.filter(({ until }) => until !== null))(
		'$id: the ladder of help leads to the end, and does not count as passed',
		async (one) => {
			const { bench, time } = open(undefined, one);
			await bench.settled();
			for (let acts = 0; acts < 600 && !isDone(bench.getSnapshot().exercise); acts += 1) {
				bench.help();
				const { hint, rung } = bench.getSnapshot();
				expect(rung).toBe(1);
				expect(hint?.what).toMatch(/\.$/);
				expect(hint?.where).toMatch(/\.$/);
				expect(hint?.where).not.toContain('""');
				if (one.realTime) {
					time.now += hint?.wait ?? 0;
					bench.tick();
				}
				bench.doIt();
			}
			expect(isDone(bench.getSnapshot().exercise)).toBe(true);
			const { tally } = bench.getSnapshot();
			// a wait may be skipped by anyone
			expect(tally.done?.passed).toBe(tally.helped === 0);
			expect(tally.helped > 0 || one.id === 'at-wait-for-logon').toBe(true);
		},
	);
});

describe('an exercise in real time', () => {
	const real = scenarioOf('own-authenticator')!;
	const qr = (bench: Bench) => control(bench, 'own-app.qr').qr ?? '';

	test('begins now, follows the clock over any gap, and neither skips nor pauses', async () => {
		const { bench, time } = open(undefined, real);
		await bench.settled();
		expect(bench.getSnapshot().world.now).toBe(time.now);
		time.now += 3_600_000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(time.now);
		for (const held of [() => bench.skip(), () => bench.pause()]) {
			held();
			expect(bench.getSnapshot()).toMatchObject({ paused: false, remark: { words: inRealTime.words } });
			expect(bench.getSnapshot().world.now).toBe(time.now);
		}
	});

	test('a clock that is set back holds the World, and never turns it back', async () => {
		const { bench, time } = open(undefined, real);
		await bench.settled();
		press(bench, 'own-app.show');
		const { now } = bench.getSnapshot().world;
		time.now -= 60_000;
		bench.tick();
		expect(bench.getSnapshot().world.now).toBe(now);
	});

	test('keeps its secret over a reload; begun anew it has another one', async () => {
		const { store } = memoryStore();
		const { bench, time } = open(store, real);
		await bench.settled();
		press(bench, 'own-app.show');
		const first = qr(bench);
		await bench.settled();
		const later = open(store, real);
		later.time.now = time.now + 90_000;
		await later.bench.settled();
		expect(qr(later.bench)).toBe(first);

		later.time.now += 1;
		later.bench.restart();
		await later.bench.settled();
		press(later.bench, 'own-app.show');
		expect(qr(later.bench)).not.toBe(first);
	});
});

describe('the rules of a drill', () => {
	const ruled = { ...scenario, rules: { hints: false, mistakes: 0, minutes: 1 } };
	const missed = (bench: Bench) => missedOf(bench.getSnapshot().exercise, bench.getSnapshot().tally);

	test('without help, neither a hint nor an act of the page is given', async () => {
		const { bench } = open(undefined, ruled);
		await bench.settled();
		bench.help();
		bench.doIt();
		expect(bench.getSnapshot()).toMatchObject({
			remark: withoutHelp,
			rung: 0,
			tally: { hints: 0, helped: 0 },
		});
		expect(bench.getSnapshot().exercise.log).toEqual([]);
		expect(missed(bench)).toEqual([]);
	});

	test('the same link opened by two, and the same clicks, lead to the same World', async () => {
		const link = writeDrill({
			course: 'desktop',
			from: 'connect-to-router',
			until: 'all',
			seed: 417,
			faults: ['cable-loose', 'caps-lock-on'],
			rules: { hints: false, mistakes: 3, minutes: 30 },
		});
		const worlds: string[] = [];
		for (const { store } of [memoryStore(), memoryStore()]) {
			const learner = open(store, scenarioOf(`drill-${link}`));
			for (let acts = 0; acts < 5; acts += 1) {
				const deed = hintFor(learner.bench.getSnapshot())?.deed;
				if (deed?.do === 'press')
					learner.bench.use(deed.device ?? 'laptop', control(learner.bench, deed.control));
				else learner.bench.skip();
				await learner.bench.settled();
			}
			const { exercise } = learner.bench.getSnapshot();
			expect(exercise.log.length).toBeGreaterThan(0);
			worlds.push(hash(exercise.world));
		}
		expect(worlds[1]).toBe(worlds[0]);
	});

	test('time that is spent counts, and is told with its figures', async () => {
		const { bench, time } = open(undefined, ruled);
		await bench.settled();
		for (let second = 0; second < 61; second += 1) {
			time.now += 1000;
			bench.tick();
		}
		expect(missed(bench)).toEqual(['Minutes: 2. Allowed: 1.']);
	});

	test('a mistake counts, also when it was taken back', () => {
		const tally = { ...noTally, stopped: 1, mistakesUndone: 1 };
		const exercise = { scenario: ruled, mistakes: ['typed' as const] };
		expect(missedOf(exercise, tally)).toEqual(['Mistakes: 3. Allowed: 0.']);
		expect(
			missedOf({ ...exercise, scenario: { ...ruled, rules: { ...ruled.rules, mistakes: 3 } } }, tally),
		).toEqual([]);
		expect(readTally(tally)).toEqual(tally);
	});

	test('what was done for a person never counts, with rules or without', () => {
		const tally = { ...noTally, helped: 1 };
		expect(missedOf({ scenario, mistakes: [] }, tally)).toHaveLength(1);
		expect(missedOf({ scenario, mistakes: ['typed'] }, { ...noTally, hints: 4, spent: 9e9 })).toEqual([]);
	});
});
