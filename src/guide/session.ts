import type { Clock } from '../domain/clock.ts';
import type { ProcedureId } from '../domain/slugs.ts';
import type { ProcedureEvent } from '../machines/base.ts';
import { memoryStore } from '../storage/memory.ts';
import type { StorageTrouble, Store, StoredRun } from '../storage/store.ts';
import { forgetRenewed, moveAges } from './age-notes.ts';
import { samePage, type Look, type Place } from './place.ts';
import { begin, follow, machineOf, replay, type Replayed } from './replay.ts';

/** How the last act was kept. */
export type Saved = 'nothing' | 'saving' | 'saved' | 'memory';

/** All that pages read of the person's progress. */
export type Progress = {
	readonly run: StoredRun | undefined;
	readonly replayed: Replayed | undefined;
	readonly place: Place | undefined;
	/** When the person came to the place, epoch ms UTC. */
	readonly since: number | undefined;
	readonly saved: Saved;
	readonly trouble: StorageTrouble | undefined;
};

type Options = {
	/** The lasting store, or why there is none. */
	store: Store | StorageTrouble;
	clock: Clock;
	/** Gives a new run's id. */
	newId: () => string;
	/** Date of the written procedure. */
	version: string;
};

/**
 * A person's progress: the one place that joins the machine, the stored events and what pages show.
 * Shaped like an actor: `getSnapshot`, `subscribe`, and acts instead of `send`.
 */
export type Session = {
	getSnapshot(): Progress;
	subscribe(listener: (progress: Progress) => void): { unsubscribe(): void };
	/**
	 * Does what a control on a page says, if the machine accepts it at this place. Without an open run
	 * a new one begins at the page looked at.
	 *
	 * @returns the place afterwards
	 */
	act(procedure: ProcedureId, look: Look, event: ProcedureEvent): Promise<Place>;
	/** Leaves the run as it is and opens none: the next act begins a new one. */
	startFresh(): Promise<void>;
	/** Opens a stored run. */
	open(run: string): Promise<void>;
	runs(): Promise<StoredRun[]>;
	remove(run: string): Promise<void>;
	wipe(): Promise<void>;
	note(key: string): Promise<unknown>;
	setNote(key: string, value: unknown): Promise<void>;
};

const openRun = 'open-run';

/** Opens the session on the run that was open last. */
export async function openSession({ store: given, clock, newId, version }: Options): Promise<Session> {
	let store: Store = typeof given === 'string' ? memoryStore() : given;
	let length = 0;
	let progress: Progress = {
		run: undefined,
		replayed: undefined,
		place: undefined,
		since: undefined,
		saved: 'nothing',
		trouble: typeof given === 'string' ? given : undefined,
	};
	const listeners = new Set<(progress: Progress) => void>();
	const show = (change: Partial<Progress>) => {
		progress = { ...progress, ...change };
		for (const listener of listeners) listener(progress);
	};

	/** Goes on in memory after trouble: nothing that is stored is touched. */
	const fallBack = (trouble: StorageTrouble) => {
		store = memoryStore();
		show({ trouble, saved: 'memory' });
	};

	const notes = {
		async note(key: string): Promise<unknown> {
			const note = await store.note(key);
			return note.ok ? note.value : undefined;
		},
		async setNote(key: string, value: unknown): Promise<void> {
			await store.setNote(key, value);
		},
	};

	async function load(id: string) {
		const runs = await store.runs();
		const events = await store.events(id);
		if (!runs.ok) return fallBack(runs.reason);
		if (!events.ok) return fallBack(events.reason);
		const run = runs.value.find((one) => one.id === id);
		const machine = run && machineOf[run.procedure as ProcedureId];
		if (!run || !machine) return;
		const replayed = replay(
			machine,
			events.value.map(({ event }) => event as ProcedureEvent),
		);
		length = (events.value.at(-1)?.seq ?? -1) + 1;
		show({ run, replayed, place: replayed.place, since: events.value.at(-1)?.at, saved: 'nothing' });
	}

	async function keep(run: StoredRun, event: ProcedureEvent): Promise<void> {
		const at = clock();
		const answer = await store.append({ run: run.id, seq: length, at, event });
		if (!answer.ok) {
			// another window was first: what it stored counts
			if (answer.reason === 'taken') return load(run.id);
			fallBack(answer.reason);
		}
		length += 1;
		show({ saved: store.lasting ? 'saved' : 'memory', since: at });
	}

	async function beginRun(procedure: ProcedureId): Promise<StoredRun> {
		const run: StoredRun = { id: newId(), procedure, version, startedAt: clock() };
		const begun = await store.begin(run);
		if (!begun.ok) fallBack(begun.reason);
		await store.setNote(openRun, run.id);
		await moveAges(notes, undefined, run.id);
		length = 0;
		return run;
	}

	async function act(procedure: ProcedureId, look: Look, event: ProcedureEvent): Promise<Place> {
		const machine = machineOf[procedure];
		if (!machine) throw new Error(`${procedure} has no machine`);
		let { run, replayed } = progress;
		const events: ProcedureEvent[] = [event];
		if (!run || !replayed || replayed.place.ended || run.procedure !== procedure) {
			run = await beginRun(procedure);
			replayed = begin(machine);
			const there = look.kind === 'step' || look.kind === 'detour';
			if (there && event.type !== 'JUMP') events.unshift(jumpTo(look));
		}
		for (const one of events) {
			const before = replayed.place;
			const next = follow(machine, replayed, one);
			if (next.skipped > replayed.skipped) break;
			replayed = next;
			show({ run, replayed, place: replayed.place, saved: 'saving' });
			await keep(run, one);
			replayed = progress.replayed ?? replayed;
			await forgetRenewed(notes, run.id, before, one);
		}
		return replayed.place;
	}

	const opened = await store.note(openRun);
	if (!opened.ok) fallBack(opened.reason);
	else if (typeof opened.value === 'string') await load(opened.value);

	const close = () => show({ run: undefined, replayed: undefined, place: undefined, saved: 'nothing' });
	let last: Promise<unknown> = Promise.resolve();
	return {
		getSnapshot: () => progress,
		subscribe(listener) {
			listeners.add(listener);
			return { unsubscribe: () => void listeners.delete(listener) };
		},
		act(procedure, look, event) {
			// one act after the other: two quick clicks must not take the same number
			const mine = last.then(() => act(procedure, look, event));
			last = mine.catch(() => undefined);
			return mine;
		},
		async startFresh() {
			await store.setNote(openRun, null);
			await moveAges(notes, undefined);
			close();
		},
		async open(run) {
			await store.setNote(openRun, run);
			await load(run);
		},
		async runs() {
			const runs = await store.runs();
			return runs.ok ? runs.value : [];
		},
		async remove(run) {
			await store.remove(run);
			await moveAges(notes, run);
			if (progress.run?.id === run) {
				await store.setNote(openRun, null);
				close();
			}
		},
		async wipe() {
			const wiped = await store.wipe();
			if (!wiped.ok) fallBack(wiped.reason);
			close();
		},
		...notes,
	};
}

function jumpTo(look: Extract<Look, { kind: 'step' | 'detour' }>): ProcedureEvent {
	return look.kind === 'step'
		? { type: 'JUMP', slug: look.step }
		: { type: 'JUMP', slug: look.step, detour: look.detour };
}

/** Is the page looked at the person's place, or is there no place yet? */
export const isPlace = (progress: Progress, look: Look): boolean =>
	!progress.place || progress.place.ended || samePage(progress.place, look);
