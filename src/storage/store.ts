import type { Result } from '../domain/result.ts';

/** A run as it is stored. What its events mean is not the store's business. */
export type StoredRun = {
	readonly id: string;
	readonly procedure: string;
	/** Date of the written procedure that the run was begun with. */
	readonly version: string;
	/** Epoch ms UTC. */
	readonly startedAt: number;
};

/** One event of a run. Numbers count from 0 without gaps; they, not the times, give the order. */
export type StoredEvent = {
	readonly run: string;
	readonly seq: number;
	/** Epoch ms UTC by the clock of this computer, which may be wrong. */
	readonly at: number;
	/** Opaque JSON. */
	readonly event: unknown;
	/** Address of the place that the event led to: what a later version finds the person by. */
	readonly place: string;
};

/** Why something could not be stored. Each has its own sentence on the page. */
export type StorageTrouble = 'blocked' | 'full' | 'slow' | 'newer' | 'gone' | 'broken';

/** Notes by name, and what each is to say; `null` takes one away. */
export type NoteChanges = ReadonlyMap<string, unknown>;

export type StoredAnswer<Value> = Result<Value, StorageTrouble>;

/** The note that names the open run and, where it is to be looked at, what it said before. */
export type Opening = { readonly note: string; readonly was?: { readonly value: unknown } };

/** The browser's database as the guide uses it. Nothing throws: trouble is a reason. */
export type Store = {
	/** Every record of a run that there is, readable or not. */
	runs(): Promise<StoredAnswer<unknown[]>>;
	/** Every record of a run's events from a number on, readable or not, in the order of their numbers. */
	events(run: string, from?: number): Promise<StoredAnswer<unknown[]>>;
	/**
	 * Keeps a run and, with a note of that name, opens it. `taken`: the note names another run than it did
	 * (`was`), since another window has opened one.
	 *
	 * @param changes notes that change with it: all of it is stored, or nothing
	 */
	begin(
		run: StoredRun,
		opening?: Opening,
		changes?: NoteChanges,
	): Promise<Result<void, StorageTrouble | 'taken'>>;
	/**
	 * Adds one event. Resolves only when the transaction is complete, with strict durability. A number
	 * that is taken is refused, and so is the event of a run that the store does not know (`gone`).
	 *
	 * @param changes notes that change with it: all of it is stored, or nothing
	 */
	append(event: StoredEvent, changes?: NoteChanges): Promise<Result<void, StorageTrouble | 'taken'>>;
	/** Adds whole runs in one transaction: all or none. */
	addRuns(runs: readonly { run: StoredRun; events: readonly StoredEvent[] }[]): Promise<StoredAnswer<void>>;
	remove(run: string): Promise<StoredAnswer<void>>;
	/** Keeps records that cannot be read beside the good ones, and takes them out of a run's events. */
	setAside(run: string, records: readonly unknown[]): Promise<StoredAnswer<void>>;
	aside(): Promise<StoredAnswer<unknown[]>>;
	/** A small note by name: which run is open, that persistence was asked for, when a wait began. */
	note(key: string): Promise<StoredAnswer<unknown>>;
	/** `null` takes the note away. */
	setNote(key: string, value: unknown): Promise<StoredAnswer<void>>;
	/** Forgets everything. */
	wipe(): Promise<StoredAnswer<void>>;
	close(): void;
};
