import type { Clock } from '../domain/clock.ts';
import type { ProcedureId, StepSlug } from '../domain/slugs.ts';
import type { ProcedureEvent } from '../machines/base.ts';
import { memoryStore } from '../storage/memory.ts';
import type { StorageTrouble, Store, StoredEvent, StoredRun } from '../storage/store.ts';
import { isPlace, type Look, type Place } from './place.ts';
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
	 * Does what a control on a page says, if that page is the place and the machine accepts it there.
	 * "I am here now" is accepted on any page. Without an open run a new one begins at the page looked at.
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
	/** When the wait of a step was begun by its timer, epoch ms UTC. It ends when the person moves on. */
	waitingSince(step: StepSlug): Promise<number | undefined>;
	startWaiting(step: StepSlug, at: number): Promise<void>;
};

const openRun = 'open-run';
const waitNote = 'wait';

/** A wait that the person's timer counts. */
type Wait = { readonly step: StepSlug; readonly at: number };

/** Opens the session on the run that was open last. */
export async function openSession({ store: given, clock, newId, version }: Options): Promise<Session> {
	let store: Store = typeof given === 'string' ? memoryStore() : given;
	let events: readonly StoredEvent[] = [];
	let wait: Wait | undefined;
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

	/** Goes on in memory after trouble, with the open run: nothing that is stored is touched. */
	const fallBack = async (trouble: StorageTrouble, run = progress.run) => {
		store = memoryStore();
		if (run) await store.begin(run);
		for (const event of events) await store.append(event);
		show({ trouble, saved: 'memory' });
	};

	async function load(id: string) {
		const runs = await store.runs();
		const found = await store.events(id);
		if (!runs.ok) return fallBack(runs.reason);
		if (!found.ok) return fallBack(found.reason);
		const run = runs.value.find((one) => one.id === id);
		const machine = run && machineOf[run.procedure as ProcedureId];
		if (!run || !machine) return;
		const replayed = replay(
			machine,
			found.value.map(({ event }) => event as ProcedureEvent),
		);
		events = found.value;
		show({ run, replayed, place: replayed.place, since: events.at(-1)?.at, saved: 'nothing' });
	}

	async function keep(run: StoredRun, event: ProcedureEvent): Promise<void> {
		const next: StoredEvent = { run: run.id, seq: (events.at(-1)?.seq ?? -1) + 1, at: clock(), event };
		const answer = await store.append(next);
		const trouble = answer.ok ? undefined : answer.reason;
		// another window was first: what it stored counts
		if (trouble === 'taken') return load(run.id);
		events = [...events, next];
		if (trouble) await fallBack(trouble, run);
		show({ saved: store.lasting ? 'saved' : 'memory', since: next.at });
	}

	async function beginRun(procedure: ProcedureId): Promise<StoredRun> {
		const run: StoredRun = { id: newId(), procedure, version, startedAt: clock() };
		events = [];
		const begun = await store.begin(run);
		if (!begun.ok) await fallBack(begun.reason, run);
		await store.setNote(openRun, run.id);
		return run;
	}

	async function act(procedure: ProcedureId, look: Look, event: ProcedureEvent): Promise<Place> {
		const machine = machineOf[procedure];
		if (!machine) throw new Error(`${procedure} has no machine`);
		let { run, replayed } = progress;
		// a click on a page that was drawn before the place was known, or the second of two quick ones
		if (progress.place && event.type !== 'JUMP' && !isPlace(progress.place, look)) return progress.place;
		const acts: ProcedureEvent[] = [event];
		if (!run || !replayed || replayed.place.ended || run.procedure !== procedure) {
			run = await beginRun(procedure);
			replayed = begin(machine);
			const there = look.kind === 'step' || look.kind === 'detour';
			if (there && event.type !== 'JUMP') acts.unshift(jumpTo(look));
		}
		for (const one of acts) {
			const next = follow(machine, replayed, one);
			if (next.skipped > replayed.skipped) break;
			replayed = next;
			show({ run, replayed, place: replayed.place, saved: 'saving' });
			await keep(run, one);
			replayed = progress.replayed ?? replayed;
		}
		await endWait(replayed.place);
		return replayed.place;
	}

	async function setWait(next: Wait | undefined) {
		wait = next;
		await store.setNote(waitNote, next);
	}

	/** A wait is over when the person is at another step. A detour from its own step does not end it. */
	async function endWait(place: Place) {
		const same = (place.kind === 'step' || place.kind === 'detour') && place.step === wait?.step;
		if (wait && !same) await setWait(undefined);
	}

	const opened = await store.note(openRun);
	if (!opened.ok) await fallBack(opened.reason);
	else if (typeof opened.value === 'string') await load(opened.value);
	const waited = await store.note(waitNote);
	if (waited.ok) wait = waited.value as Wait | undefined;

	const close = async () => {
		events = [];
		show({ run: undefined, replayed: undefined, place: undefined, since: undefined, saved: 'nothing' });
		await setWait(undefined);
	};
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
			await store.setNote(openRun, undefined);
			await close();
		},
		async open(run) {
			if (run !== progress.run?.id) await close();
			await store.setNote(openRun, run);
			await load(run);
		},
		async runs() {
			const runs = await store.runs();
			return runs.ok ? runs.value : [];
		},
		async remove(run) {
			await store.remove(run);
			if (progress.run?.id === run) {
				await store.setNote(openRun, undefined);
				await close();
			}
		},
		async wipe() {
			const wiped = await store.wipe();
			await close();
			if (!wiped.ok) await fallBack(wiped.reason);
		},
		async note(key) {
			const note = await store.note(key);
			return note.ok ? note.value : undefined;
		},
		async setNote(key, value) {
			await store.setNote(key, value);
		},
		async waitingSince(step) {
			return wait?.step === step ? wait.at : undefined;
		},
		async startWaiting(step, at) {
			await setWait({ step, at });
		},
	};
}

function jumpTo(look: Extract<Look, { kind: 'step' | 'detour' }>): ProcedureEvent {
	return look.kind === 'step'
		? { type: 'JUMP', slug: look.step }
		: { type: 'JUMP', slug: look.step, detour: look.detour };
}
