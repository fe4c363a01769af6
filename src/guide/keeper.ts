import { ok } from '../domain/result.ts';
import type {
	NoteChanges,
	Opening,
	StorageTrouble,
	Store,
	StoredAnswer,
	StoredEvent,
	StoredRun,
} from '../storage/store.ts';

/**
 * Keeps a run's events: in the store, and in memory as long as the store gives trouble. What is in
 * memory goes to the store as soon as there is room again; nothing that is stored is ever overwritten.
 */
export type Keeper = {
	/** Why the store cannot be used right now. */
	readonly trouble: StorageTrouble | undefined;
	/** How many events are in memory only. */
	readonly pending: number;
	/**
	 * Begins a run; `flush` stores it, and names it in a note. Where that note no longer says what it `was`,
	 * another window has begun one first (`taken`).
	 *
	 * @param changes notes that change with it, and only with it
	 */
	begin(run: StoredRun, note: string, was: unknown, changes: NoteChanges): void;
	/** The open run as it is stored. */
	adopt(run: StoredRun, events: readonly StoredEvent[]): void;
	/**
	 * Adds an event to the open run; `flush` stores it.
	 *
	 * @param changes notes that change with it, and only with it
	 */
	add(event: StoredEvent, changes?: NoteChanges): void;
	/** Stores what is in memory only. `taken`: another window stored an event of that number first. */
	flush(): Promise<'stored' | 'memory' | 'taken'>;
	/** Tries to open the store again. */
	reopen(): Promise<void>;
	/** Everything that is stored, readable or not; nothing where there is no store. */
	readonly records: {
		runs(): Promise<unknown[]>;
		events(run: string, from?: number): Promise<unknown[]>;
		aside(): Promise<unknown[]>;
	};
	addRuns(
		runs: readonly { run: StoredRun; events: readonly StoredEvent[] }[],
	): Promise<StorageTrouble | undefined>;
	setAside(run: string, records: readonly unknown[]): Promise<void>;
	/** A note by name: what waits in memory before what is stored; a reason when the store cannot be read. */
	readNote(key: string): Promise<StoredAnswer<unknown>>;
	/** The same, or nothing when the store cannot be read. */
	note(key: string): Promise<unknown>;
	setNote(key: string, value: unknown): Promise<void>;
	remove(run: string): Promise<void>;
	/** Forgets what this window holds; the store stays as it is. */
	forget(): void;
	wipe(): Promise<void>;
};

/** Opens the store; without one the keeper works in memory. */
export async function openKeeper(openStore: () => Promise<StoredAnswer<Store>>): Promise<Keeper> {
	let store: Store | undefined;
	let trouble: StorageTrouble | undefined;
	let run: StoredRun | undefined;
	let events: StoredEvent[] = [];
	let stored = 0;
	let begun = false;
	let opening: Opening | undefined;
	/** Every note that this window set, and those of them that are in memory only. */
	const notes = new Map<string, unknown>();
	const waiting = new Set<string>();
	/** Those that change with what `flush` stores next. */
	const staged = new Map<string, unknown>();

	async function reopen(): Promise<void> {
		const opened = await openStore();
		store = opened.ok ? opened.value : undefined;
		trouble = opened.ok ? undefined : opened.reason;
	}

	/** Asks the store; without one, or in trouble, gives what is given instead. */
	async function ask<Value>(
		work: (store: Store) => Promise<StoredAnswer<Value>>,
		instead: Value,
	): Promise<Value> {
		if (!store) return instead;
		const answer = await work(store);
		if (answer.ok) return answer.value;
		trouble = answer.reason;
		return instead;
	}

	/** The stored data went away under the page: what this window knows is written anew. */
	async function restore(): Promise<void> {
		await reopen();
		if (!store || !run) return;
		for (const [key, value] of notes) await setNote(key, value);
		const known = await store.events(run.id);
		const there = new Set(known.ok ? known.value.map((event) => (event as StoredEvent).seq) : []);
		events = [...events.filter(({ seq }) => there.has(seq)), ...events.filter(({ seq }) => !there.has(seq))];
		stored = there.size;
		begun = false;
		if (opening) opening = { note: opening.note };
	}

	async function storeAll(): Promise<'stored' | StorageTrouble | 'taken'> {
		if (!store || !run) return trouble ?? 'blocked';
		if (!begun) {
			const changes = new Map(staged);
			const answer = await store.begin(run, opening, changes);
			if (!answer.ok) return answer.reason;
			begun = true;
			isChanged(changes);
			if (opening) waiting.delete(opening.note);
			opening = undefined;
		}
		for (let event = events[stored]; event; event = events[stored]) {
			const changes = new Map(staged);
			const answer = await store.append(event, changes);
			if (!answer.ok) return answer.reason;
			stored += 1;
			isChanged(changes);
		}
		for (const key of waiting) await setNote(key, notes.get(key));
		return 'stored';
	}

	/** Notes were stored with an event. */
	function isChanged(changes: NoteChanges): void {
		for (const [key, value] of changes) {
			notes.set(key, value);
			if (staged.get(key) === value) staged.delete(key);
		}
	}

	async function readNote(key: string): Promise<StoredAnswer<unknown>> {
		if (staged.has(key)) return ok(staged.get(key) ?? undefined);
		if (!store || waiting.has(key)) return ok(notes.get(key) ?? undefined);
		const answer = await store.note(key);
		if (!answer.ok) trouble = answer.reason;
		return answer;
	}

	async function setNote(key: string, value: unknown): Promise<void> {
		staged.delete(key);
		notes.set(key, value);
		waiting.add(key);
		const answer = await store?.setNote(key, value);
		if (answer?.ok) waiting.delete(key);
		else trouble = answer?.reason ?? trouble;
	}

	function stage(changes: NoteChanges = new Map()): void {
		for (const [key, value] of changes) staged.set(key, value);
	}
	function forgetRun() {
		staged.clear();
		run = undefined;
		events = [];
		stored = 0;
		begun = false;
	}
	function forget() {
		notes.clear();
		waiting.clear();
		forgetRun();
	}

	await reopen();
	return {
		get trouble() {
			return trouble;
		},
		get pending() {
			return events.length - stored;
		},
		begin(begins, note, was, changes) {
			forgetRun();
			run = begins;
			stage(changes);
			notes.set(note, begins.id);
			waiting.add(note);
			// where the store could not be asked, what is done in memory is kept all the same
			opening = trouble ? { note } : { note, was: { value: was } };
		},
		adopt(opened, known) {
			staged.clear();
			opening = undefined;
			run = opened;
			events = [...known];
			stored = known.length;
			begun = known.length > 0;
		},
		add(event, changes) {
			events.push(event);
			stage(changes);
		},
		async flush() {
			let answer = await storeAll();
			if (answer === 'gone') {
				await restore();
				answer = await storeAll();
			}
			if (answer === 'taken') {
				events.length = stored;
				staged.clear();
				if (!begun && opening) waiting.delete(opening.note);
				return 'taken';
			}
			if (answer !== 'stored' && opening) opening = { note: opening.note };
			trouble = answer === 'stored' ? undefined : answer;
			return answer === 'stored' ? 'stored' : 'memory';
		},
		reopen,
		records: {
			runs: async () => {
				const known = await ask<unknown[]>((one) => one.runs(), []);
				const mine = run && !known.some((one) => (one as StoredRun | null)?.id === run?.id);
				return mine && !begun ? [...known, run] : known;
			},
			events: async (id, from) =>
				id === run?.id && (!store || events.length > stored)
					? events.slice(from)
					: ask<unknown[]>((one) => one.events(id, from), []),
			aside: () => ask<unknown[]>((one) => one.aside(), []),
		},
		async addRuns(runs) {
			if (!store) return trouble ?? 'blocked';
			const answer = await store.addRuns(runs);
			return answer.ok ? undefined : answer.reason;
		},
		setAside: (id, records) => ask((one) => one.setAside(id, records), undefined),
		readNote,
		note: async (key) => {
			const answer = await readNote(key);
			return answer.ok ? answer.value : (notes.get(key) ?? undefined);
		},
		setNote,
		async remove(id) {
			await ask((one) => one.remove(id), undefined);
			if (run?.id === id) forgetRun();
		},
		forget,
		async wipe() {
			forget();
			await ask((one) => one.wipe(), undefined);
		},
	};
}
