import type { StorageTrouble, Store, StoredAnswer, StoredEvent, StoredRun } from '../storage/store.ts';

/**
 * Keeps a run's events: in the store, and in memory as long as the store gives trouble. What is in
 * memory goes to the store as soon as there is room again; nothing that is stored is ever overwritten.
 */
export type Keeper = {
	/** Why the store cannot be used right now. */
	readonly trouble: StorageTrouble | undefined;
	/** How many events are in memory only. */
	readonly pending: number;
	/** The open run as it is stored. */
	adopt(run: StoredRun, events: readonly StoredEvent[]): void;
	/** Adds an event to the open run; `flush` stores it. */
	add(event: StoredEvent): void;
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
	note(key: string): Promise<unknown>;
	setNote(key: string, value: unknown): Promise<void>;
	remove(run: string): Promise<void>;
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
	const notes = new Map<string, unknown>();

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
		for (const [key, value] of notes) await store.setNote(key, value);
		const known = await store.events(run.id);
		const there = new Set(known.ok ? known.value.map((event) => (event as StoredEvent).seq) : []);
		events = [...events.filter(({ seq }) => there.has(seq)), ...events.filter(({ seq }) => !there.has(seq))];
		stored = there.size;
		begun = false;
	}

	async function storeAll(): Promise<'stored' | StorageTrouble | 'taken'> {
		if (!store || !run) return trouble ?? 'blocked';
		if (!begun) {
			const answer = await store.begin(run);
			if (!answer.ok) return answer.reason;
			begun = true;
		}
		for (let event = events[stored]; event; event = events[stored]) {
			const answer = await store.append(event);
			if (!answer.ok) return answer.reason;
			stored += 1;
		}
		return 'stored';
	}

	await reopen();
	return {
		get trouble() {
			return trouble;
		},
		get pending() {
			return events.length - stored;
		},
		adopt(opened, known) {
			run = opened;
			events = [...known];
			stored = known.length;
			begun = known.length > 0;
		},
		add(event) {
			events.push(event);
		},
		async flush() {
			let answer = await storeAll();
			if (answer === 'gone') {
				await restore();
				answer = await storeAll();
			}
			if (answer === 'taken') {
				events.length = stored;
				return 'taken';
			}
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
				id === run?.id && (!store || trouble)
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
		async note(key) {
			if (!store || trouble) return notes.get(key) ?? undefined;
			return ask<unknown>((one) => one.note(key), undefined);
		},
		async setNote(key, value) {
			notes.set(key, value);
			await ask((one) => one.setNote(key, value), undefined);
		},
		async remove(id) {
			await ask((one) => one.remove(id), undefined);
			if (run?.id === id) {
				run = undefined;
				events = [];
				stored = 0;
				begun = false;
			}
		},
		async wipe() {
			notes.clear();
			run = undefined;
			events = [];
			stored = 0;
			begun = false;
			await ask((one) => one.wipe(), undefined);
		},
	};
}
