import type { Control, Deed, DeviceId, World } from '../simulator/world.ts';
import {
	inRealTime,
	remarkOn,
	remarkOnRefusal,
	staysHere,
	stopped,
	unknownPlace,
	type Remark,
} from './coach.ts';
import { courseOf } from './course.ts';
import { act, begin, isDone, passTime, skipWait, stepsOf, undo, worldAt, type Exercise } from './exercise.ts';
import { deskOf, hintFor, waitFor, type Hint, type Standing } from './hints.ts';
import type { Keeping, Kept } from './keeping.ts';
import type { Scenario } from './scenario.ts';
import { missedOf, withoutHelp } from './rules.ts';
import { noTally, type Tally } from './tally.ts';
import { typedEntry } from './typed-entry.ts';
import type { Operation } from '../simulator/operation-types.ts';

/** How far the ladder of help was climbed: nothing, what to do, where. */
type Rung = 0 | 1 | 2;

/** All that the page shows of an exercise under way. */
export type Workspace = {
	readonly exercise: Exercise;
	/** The World now: that of the exercise, and the time since its last act. */
	readonly world: World;
	readonly tally: Tally;
	readonly remark: Remark | null;
	readonly rung: Rung;
	readonly hint: Hint | undefined;
	readonly paused: boolean;
	readonly kept: Kept;
	/** Has the store been asked whether this was begun before? */
	readonly ready: boolean;
};

/** The longest time that passes at once, ms: a computer that was asleep wakes up where it was left. */
const LONGEST = 10_000;

/** As far as a skipped wait goes where nothing has to be waited for, ms. */
const HOUR = 3_600_000;

/** What a person does at the workspace. */
export type Bench = {
	getSnapshot(): Workspace;
	subscribe(listener: (value: Workspace) => void): { unsubscribe: () => void };
	/** Uses a control; a field takes what was typed. Text that belongs to nothing is forgotten here. */
	use(device: DeviceId, control: Control, typed?: string): void;
	/** Something was pressed that is no control of a device: nothing, or a link of the instructions. */
	useNothing(what: 'nothing' | 'link'): void;
	callDesk(): void;
	/** An operator acts, from a console in another window: nothing is said here but by the devices. */
	operate(operation: Operation): void;
	/** Lets the clock go on. To be called about once a second. */
	tick(): void;
	/** The next rung of help. */
	help(): void;
	/** The last rung: does what would help. */
	doIt(): void;
	skip(): void;
	undo(): void;
	pause(): void;
	goOn(): void;
	/** Begins anew; what was done so far stays in the list of tries. */
	restart(): void;
	/** Resolves when everything so far is kept, or cannot be. */
	settled(): Promise<void>;
};

/**
 * An exercise at its very beginning, before anything was done or is known of the store.
 *
 * @param startsAt epoch ms UTC, for one in real time
 */
export function atFirst(scenario: Scenario, startsAt?: number): Workspace {
	const exercise = begin(scenario, startsAt);
	return {
		exercise,
		world: exercise.world,
		tally: noTally,
		remark: null,
		rung: 0,
		hint: undefined,
		paused: false,
		kept: 'nothing',
		ready: false,
	};
}

/**
 * Opens an exercise: at once from its beginning, then as it was left, if it was begun here before.
 *
 * @param clock real time, epoch ms UTC
 */
export function openWorkspace(scenario: Scenario, keeping: Promise<Keeping>, clock: () => number): Bench {
	const { realTime } = scenario;
	const anew = () => atFirst(scenario, realTime && clock());
	let now = anew();
	let since = clock();
	const listeners = new Set<(value: Workspace) => void>();
	const show = (change: Partial<Workspace>) => {
		now = { ...now, ...change };
		for (const listener of listeners) listener(now);
	};

	/** The World's time now. In real time it is that of the clock, unless that was set back. */
	function passed(): number {
		const real = clock();
		const more = now.paused ? 0 : Math.min(Math.max(0, real - since), LONGEST);
		since = real;
		if (more > 0 && !now.tally.done) now = { ...now, tally: { ...now.tally, spent: now.tally.spent + more } };
		return realTime ? Math.max(real, now.exercise.world.now) : now.world.now + more;
	}

	/** The tally with one more; what comes after it was done is no part of the try. */
	const counted = (what: 'hints' | 'helped' | 'stopped'): Tally => ({
		...now.tally,
		[what]: now.tally[what] + (now.tally.done ? 0 : 1),
	});

	/** Shows where an exercise has come to, and keeps it. */
	function moved(exercise: Exercise, change: Partial<Workspace> = {}): void {
		since = clock();
		const tally = { ...now.tally, ...change.tally };
		const done =
			tally.done ??
			(isDone(exercise)
				? { at: since, passed: missedOf(exercise, tally).length === 0, steps: stepsOf(exercise.scenario) }
				: null);
		show({
			remark: null,
			rung: 0,
			hint: undefined,
			...change,
			exercise,
			world: exercise.world,
			tally: { ...tally, done },
		});
		keep();
	}

	const keep = () =>
		void keeping.then(async (keeper) => {
			const { exercise, tally } = now;
			show({ kept: 'saving' });
			const kept = await keeper.keep(exercise, tally);
			if (kept === 'taken') return load(keeper);
			show({ kept });
		});

	/** As it is kept; where it is not, as it is here. */
	async function load(keeper: Keeping): Promise<void> {
		const found = await keeper.load(scenario);
		since = clock();
		if (found) {
			const { exercise, tally } = found;
			show({ exercise, world: exercise.world, tally, remark: null, rung: 0, hint: undefined, kept: 'saved' });
		}
		show({ ready: true });
	}

	/** @param after ms from now */
	function take(deed: Deed, change: Partial<Workspace> = {}, after = 0): void {
		const before = now.exercise;
		const { exercise, reply } = act(before, deed, passed() + after);
		const own = courseOf(scenario).remark?.(before.world, exercise.world);
		const remark = reply.ok ? (own ?? remarkOn(before.world, exercise.world)) : remarkOnRefusal(reply.reason);
		moved(exercise, { remark, ...change });
	}

	// one after the other, and none before it is known what was done here before
	let turn: Promise<unknown> = keeping.then(load, () => show({ kept: 'memory', ready: true }));
	const inTurn = (work: () => void) => {
		if (now.ready) work();
		else turn = turn.then(work);
	};

	function use(device: DeviceId, control: Control, typed?: string): void {
		const { id, kind } = control;
		if (kind === 'heading' || kind === 'value')
			return show({ remark: remarkOnRefusal('not-for-this-control') });
		if (kind === 'field') {
			const read = courseOf(scenario).typed ?? typedEntry;
			const entry = control.expects && read(now.world, typed ?? '', control.expects, id);
			if (entry) return take({ do: 'type', device, control: id, entry });
			show({ tally: counted('stopped'), remark: stopped });
			return keep();
		}
		take({ do: kind === 'choice' ? 'choose' : 'press', device, control: id });
	}

	function callDesk(): void {
		const deed = hintFor(now)?.deed;
		if (deed?.do === 'call-desk')
			return take(deed, { remark: { kind: 'way', words: 'The service desk has mended it. Go on.' } });
		show({
			remark: { kind: 'way', words: 'The service desk finds nothing to mend. You can go on by yourself.' },
		});
	}

	function help(): void {
		if (scenario.rules?.hints === false) return show({ remark: withoutHelp });
		const hint = hintFor(now);
		if (!hint) return show({ remark: { kind: 'way', words: 'There is nothing left to do here.' } });
		// the screen may have changed since the first rung
		const same = now.hint && JSON.stringify(now.hint.deed) === JSON.stringify(hint.deed);
		const rung = same && now.rung > 0 ? 2 : 1;
		show({ hint, rung, remark: null, tally: counted('hints') });
		keep();
	}

	function doIt(): void {
		if (scenario.rules?.hints === false) return show({ remark: withoutHelp });
		const hint = hintFor(now);
		if (!hint) return;
		if (hint.deed.do === 'wait') return skip();
		take(hint.deed, { tally: counted('helped') }, realTime ? 0 : hint.wait);
	}

	function skip(): void {
		if (realTime) return show({ remark: inRealTime });
		const wait = waitFor(now);
		const { exercise } = now;
		moved(
			wait === undefined
				? skipWait(exercise, HOUR)
				: act(exercise, { do: 'wait' }, exercise.world.now + wait).exercise,
		);
	}

	return {
		getSnapshot: () => now,
		subscribe(listener) {
			listeners.add(listener);
			return { unsubscribe: () => void listeners.delete(listener) };
		},
		use: (device, control, typed) => inTurn(() => use(device, control, typed)),
		useNothing: (what) => inTurn(() => show({ remark: what === 'link' ? staysHere : unknownPlace, rung: 0 })),
		callDesk: () => inTurn(callDesk),
		operate: (operation) => inTurn(() => take({ do: 'operate', operation }, { remark: null })),
		tick() {
			if (!now.ready || now.paused) return;
			const at = passed();
			const exercise = passTime(now.exercise, at);
			if (exercise !== now.exercise) moved(exercise, { remark: now.remark });
			else show({ world: worldAt(exercise, at) });
		},
		help: () => inTurn(help),
		doIt: () => inTurn(doIt),
		skip: () => inTurn(skip),
		undo: () =>
			inTurn(() => {
				const { exercise, tally } = now;
				const before = undo(exercise);
				if (before === exercise) return;
				// the log that led to the end is the only proof of it
				const done = tally.done && { log: exercise.log, ...tally.done };
				const back = done ? 0 : exercise.mistakes.length - before.mistakes.length;
				const mistakesUndone = back + (tally.mistakesUndone ?? 0);
				const undone = tally.undone + 1;
				moved(before, {
					tally: { ...tally, undone, done, ...(mistakesUndone > 0 && { mistakesUndone }) },
				});
			}),
		pause: () =>
			inTurn(() => {
				if (realTime) return show({ remark: inRealTime });
				passed();
				show({ paused: true });
				keep();
			}),
		goOn: () =>
			inTurn(() => {
				since = clock();
				show({ paused: false });
			}),
		restart: () =>
			inTurn(() => {
				void keeping.then((keeper) => keeper.anew());
				since = clock();
				show({ ...anew(), ready: true });
			}),
		settled: async () => {
			await turn;
			await keeping.then(
				(keeper) => keeper.settled(),
				() => undefined,
			);
		},
	};
}

/** The device on which something is to be done next. */
export const deviceNow = (standing: Standing): DeviceId =>
	hintFor(standing)?.device ?? deskOf(standing.world);
