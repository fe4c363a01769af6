import type { Clock } from '../domain/clock.ts';
import type { ProcedureId, StepSlug } from '../domain/slugs.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import { machineOf } from '../machines/index.ts';
import type { Peers } from '../storage/peers.ts';
import type { Store, StoredAnswer, StoredRun } from '../storage/store.ts';
import type { Credential } from '../domain/credentials.ts';
import { moveAges, movedAges, renewedAge } from './age-notes.ts';
import { ageKey } from './ages.ts';
import { readEvents, readRun, type ReadEvent } from './events.ts';
import { relationOf, type Received, type Relation } from './handoff.ts';
import { openKeeper, type Keeper } from './keeper.ts';
import { addressOf, samePage, type Look, type Place } from './place.ts';
import { noProgress, type Progress } from './progress.ts';
import { begin, follow, jumpTo, replayRun } from './replay.ts';
import { endsWait, forgetWait, notedWait, noteWait, waitKey } from './wait-notes.ts';

export type SessionOptions = {
	openStore: () => Promise<StoredAnswer<Store>>;
	peers: Peers;
	clock: Clock;
	/** Gives a new run's id. */
	newId: () => string;
	/** Date of the written procedure. */
	version: string;
};

/**
 * A person's progress: the one place that joins the machine, the stored events and the other windows.
 * Shaped like an actor: `getSnapshot`, `subscribe`, and acts instead of `send`.
 */
export type Session = {
	getSnapshot(): Progress;
	subscribe(listener: (progress: Progress) => void): { unsubscribe: () => void };
	/**
	 * Does what a control on a page says, if the page is the person's place and the machine accepts it.
	 * Without an open run a new one begins at the page looked at.
	 *
	 * @returns the place afterwards
	 */
	act(procedure: ProcedureId, look: Look, event: ProcedureEvent): Promise<Place>;
	/** How a run that came from another screen relates to what is kept here. */
	relationTo(received: Received): Promise<Relation>;
	/**
	 * Goes on with a run that came from another screen: it becomes the open one. What is kept here stays; of
	 * a run that is here already only the missing acts are added, and where both went on by themselves the
	 * one that came becomes a run of its own.
	 *
	 * @returns the place; nothing where the open run is in memory only and would be lost
	 */
	takeOver(received: Received): Promise<Place | undefined>;
	/** Leaves the run as it is and opens none: the next act begins a new one. */
	startFresh(): Promise<void>;
	/** Opens a stored run. */
	open(run: string): Promise<void>;
	/** Tries again to store what is in memory only. */
	retry(): Promise<void>;
	remove(run: string): Promise<void>;
	wipe(): Promise<void>;
	runs(): Promise<StoredRun[]>;
	/** When the person's timer at a step began, epoch ms UTC. A wait ends when the place is another step. */
	waitingSince(step: StepSlug): Promise<number | undefined>;
	startWaiting(step: StepSlug, at: number): Promise<void>;
	/** A small note by name, and how to set one. */
	note(key: string): Promise<unknown>;
	setNote(key: string, value: unknown): Promise<void>;
	/** The store's side, for export and import. */
	readonly keeper: Keeper;
};

const openRun = 'open-run';

/** Opens the session on the run that was open last. */
export async function openSession(options: SessionOptions): Promise<Session> {
	const { peers, clock, newId, version } = options;
	const keeper = await openKeeper(options.openStore);
	let events: readonly ReadEvent[] = [];
	/** What the note of the open run said when it was last read. */
	let opened: unknown;
	/** Stored with the next act, where an older run landed elsewhere than its events lead today. */
	let landing: ProcedureEvent | undefined;
	let progress: Progress = { ...noProgress, trouble: keeper.trouble, follows: !peers.writing };
	const listeners = new Set<(progress: Progress) => void>();
	const show = (change: Partial<Progress>) => {
		progress = { ...progress, byPeer: false, ...change };
		for (const listener of listeners) listener(progress);
	};

	/**
	 * Shows the run that the store has open now, if it differs from what is shown.
	 *
	 * @param whole read anew from its first event, since what this window holds is not what is stored
	 */
	async function refresh(byPeer: boolean, whole = false): Promise<void> {
		if (keeper.pending > 0) return;
		const noted = await keeper.readNote(openRun);
		if (!noted.ok) return;
		const id = noted.value;
		opened = id;
		// cleared under the page: what it knows is still here, and the next act stores it anew
		if (id === undefined && progress.run && !(await isKept(progress.run.id))) return;
		if (typeof id !== 'string') return forget(byPeer);
		if (!whole && progress.run?.id === id && addStored(await keeper.records.events(id, nextSeq()), byPeer))
			return;
		const run = (await runs()).find((one) => one.id === id);
		if (!run || !machineOf[run.procedure as ProcedureId]) return whole ? forget(byPeer) : undefined;
		const { good, bad } = readEvents(await keeper.records.events(id), id);
		if (bad.length > 0) await keeper.setAside(id, bad);
		events = good;
		keeper.adopt(run, good);
		const damaged = bad.length || (progress.run?.id === id ? progress.damaged : 0);
		// a window that was refused has saved nothing, and may still show where it thought to be
		showRun(run, good, { saved: byPeer && !whole ? 'saved' : 'nothing', damaged, byPeer });
	}

	const runs = async () => (await keeper.records.runs()).map(readRun).filter((run) => run !== undefined);
	const isKept = async (id: string) => (await runs()).some((one) => one.id === id);

	/** Shows a run by its events. */
	function showRun(run: StoredRun, known: readonly ReadEvent[], change: Partial<Progress> = {}): void {
		const procedure = run.procedure as ProcedureId;
		const machine = machineOf[procedure];
		if (!machine) return;
		const { replayed, movedFrom, landing: jump } = replayRun(machine, procedure, known);
		landing = jump;
		show({ run, replayed, place: replayed.place, since: known.at(-1)?.at, movedFrom, ...change });
	}

	/** Shows no run. */
	function forget(byPeer: boolean): void {
		if (!progress.run) return;
		events = [];
		show({ ...noProgress, trouble: keeper.trouble, follows: progress.follows, byPeer });
	}

	const nextSeq = () => (events.at(-1)?.seq ?? -1) + 1;

	/** Adds what was stored by another window since. @returns whether it fits what this one holds */
	function addStored(records: readonly unknown[], byPeer: boolean): boolean {
		const machine = machineOf[progress.run?.procedure as ProcedureId];
		if (!machine || !progress.run || !progress.replayed || landing || keeper.pending > 0) return false;
		const { good, bad } = readEvents(records, progress.run.id);
		if (bad.length > 0) return false;
		if (!good[0]) return true;
		if (good[0].seq !== nextSeq()) return false;
		let { replayed } = progress;
		for (const { event } of good) {
			const next = follow(machine, replayed, event);
			if (!next) return false;
			replayed = next;
		}
		events = [...events, ...good];
		keeper.adopt(progress.run, events);
		show({ replayed, place: replayed.place, since: good.at(-1)?.at, saved: 'saved', byPeer });
		return true;
	}

	/**
	 * Stores what is not stored yet.
	 *
	 * @param added all that is new, where the others know the rest
	 * @returns whether another window was first
	 */
	async function flush(added?: readonly ReadEvent[]): Promise<boolean> {
		const kept = await keeper.flush();
		if (kept === 'taken') {
			await refresh(true, true);
			return true;
		}
		show({ saved: kept === 'stored' ? 'saved' : 'memory', trouble: keeper.trouble });
		if (kept === 'stored') peers.tell('changed', added);
		return false;
	}

	async function beginRun(procedure: ProcedureId): Promise<StoredRun> {
		const run: StoredRun = { id: newId(), procedure, version, startedAt: clock() };
		const noted = await movedAges(keeper, undefined, run.id);
		events = [];
		landing = undefined;
		keeper.begin(run, openRun, opened, noted);
		opened = run.id;
		return run;
	}

	/** @param seen what was shown when the person acted; other acts may have come before this one's turn */
	async function act(
		procedure: ProcedureId,
		look: Look,
		event: ProcedureEvent,
		seen: Progress,
	): Promise<Place> {
		const machine = machineOf[procedure];
		if (!machine) throw new Error(`${procedure} has no machine`);
		if ((await peers.take()) === 'taken') await refresh(true);

		let { run, replayed } = progress;
		// the last step was done meanwhile: a second click on it begins no new run
		if (replayed?.place.ended && seen.run?.id === run?.id && !seen.place?.ended) return replayed.place;
		const acts: ProcedureEvent[] = [event];
		if (!run || !replayed || replayed.place.ended || run.procedure !== procedure) {
			run = await beginRun(procedure);
			replayed = begin(machine);
			const jump = event.type === 'JUMP' ? undefined : jumpTo(look);
			if (jump) acts.unshift(jump);
		} else if (event.type !== 'JUMP' && !samePage(replayed.place, look)) {
			// the page was left behind: another window has gone on
			return replayed.place;
		}
		if (landing && event.type !== 'JUMP') acts.unshift(landing);
		landing = undefined;
		const known = events.length;
		for (const one of acts) {
			const next = follow(machine, replayed, one);
			if (!next) break;
			const over = [
				renewedAge(run.id, replayed.place, one),
				endsWait(replayed.place, next.place) ? waitKey : undefined,
			].filter((key) => key !== undefined);
			replayed = next;
			const place = addressOf(procedure, next.place);
			const stored: ReadEvent = { run: run.id, seq: nextSeq(), at: clock(), event: one, place };
			events = [...events, stored];
			keeper.add(stored, new Map(over.map((key) => [key, null])));
		}
		const { place } = replayed;
		if (events.length === known) return place;
		// asked of the store before the page draws; and one mark for all of them: half an act is not saved
		const refused = flush(events.slice(known));
		show({ run, replayed, place, since: events.at(-1)?.at, saved: 'saving', movedFrom: undefined });
		return (await refused) ? (progress.place ?? place) : place;
	}

	/** The events that are kept of a run, nothing when it is not here. */
	async function keptEvents(id: string): Promise<ReadEvent[] | undefined> {
		return (await isKept(id)) ? readEvents(await keeper.records.events(id), id).good : undefined;
	}

	async function takeOver({ run, events: came, noted }: Received): Promise<Place | undefined> {
		if ((await peers.take()) === 'taken') await refresh(true);
		if (progress.run && keeper.pending > 0) return undefined;
		const kept = await keptEvents(run.id);
		const relation = relationOf(kept, came);
		const target = relation === 'apart' ? { ...run, id: newId() } : run;
		events = relation === 'apart' ? [] : (kept ?? []);
		landing = undefined;
		keeper.adopt(target, events);
		await noteOpen(target.id);
		for (const event of came.slice(events.length)) {
			const mine = { ...event, run: target.id, seq: nextSeq() };
			events = [...events, mine];
			keeper.add(mine, new Map([[waitKey, null]]));
		}
		for (const [credential, noteDay] of Object.entries(noted))
			await keeper.setNote(ageKey(target.id, credential as Credential), noteDay);
		showRun(target, events);
		await flush();
		return progress.place;
	}

	// one after the other: two quick clicks must not take the same number
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
		const mine = last.then(work);
		last = mine.catch(() => undefined);
		return mine;
	};

	const noteOpen = (id: string | null) => {
		opened = id;
		return keeper.setNote(openRun, id);
	};
	const close = async (told: 'changed' | 'wiped') => {
		await noteOpen(null);
		await forgetWait(keeper);
		forget(false);
		peers.tell(told);
	};

	await refresh(false);
	peers.listen((news, added) => {
		if (news === 'writer') show({ follows: !peers.writing });
		if (news === 'wiped')
			return void inTurn(async () => {
				keeper.forget();
				opened = undefined;
				forget(true);
			});
		if (news === 'changed')
			return void inTurn(async () => {
				if (!added || !addStored(added, true)) await refresh(true);
			});
		// a writer that was killed may have stored something and told nobody
		if (peers.writing)
			void inTurn(async () => {
				const before = events;
				await refresh(true);
				if (events !== before) peers.tell('changed');
			});
	});

	return {
		keeper,
		waitingSince: async (step) => {
			const wait = await notedWait(keeper);
			return wait?.step === step ? wait.at : undefined;
		},
		startWaiting: (step, at) => noteWait(keeper, { step, at }),
		// a page may be shown before the act that led to it has put its notes in order
		note: (key) => inTurn(() => keeper.note(key)),
		setNote: (key, value) => keeper.setNote(key, value),
		runs,
		getSnapshot: () => progress,
		subscribe(listener) {
			listeners.add(listener);
			return { unsubscribe: () => void listeners.delete(listener) };
		},
		relationTo: (received) =>
			inTurn(async () => relationOf(await keptEvents(received.run.id), received.events)),
		takeOver: (received) => inTurn(() => takeOver(received)),
		act: (procedure, look, event) => {
			const seen = progress;
			return inTurn(() => act(procedure, look, event, seen));
		},
		startFresh: () =>
			inTurn(async () => {
				await moveAges(keeper, undefined);
				await close('changed');
			}),
		open: (run) =>
			inTurn(async () => {
				await noteOpen(run);
				await refresh(false);
				peers.tell('changed');
			}),
		retry: () =>
			inTurn(async () => {
				await keeper.reopen();
				show({ trouble: keeper.trouble });
				if (progress.run) await flush();
				else await refresh(false);
			}),
		remove: (run) =>
			inTurn(async () => {
				await keeper.remove(run);
				await moveAges(keeper, run);
				if (progress.run?.id === run) await close('wiped');
			}),
		wipe: () =>
			inTurn(async () => {
				await keeper.wipe();
				opened = undefined;
				forget(false);
				peers.tell('wiped');
			}),
	};
}
