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
};

/** Why something could not be stored. Each has its own sentence on the page. */
export type StorageTrouble = 'blocked' | 'full' | 'slow' | 'newer' | 'gone' | 'broken';

export type StoredAnswer<Value> = Result<Value, StorageTrouble>;

/** Where runs live: in the browser's database, or in memory when that is not to be had. */
export type Store = {
	readonly lasting: boolean;
	runs(): Promise<StoredAnswer<StoredRun[]>>;
	/** The events of a run in the order of their numbers. */
	events(run: string): Promise<StoredAnswer<StoredEvent[]>>;
	begin(run: StoredRun): Promise<StoredAnswer<void>>;
	/** Adds one event. Resolves only when it is stored. Refused: a number that is taken, a run that is gone. */
	append(event: StoredEvent): Promise<Result<void, StorageTrouble | 'taken'>>;
	remove(run: string): Promise<StoredAnswer<void>>;
	/** A small note by name: which run is open, that persistence was asked for, when a wait began. */
	note(key: string): Promise<StoredAnswer<unknown>>;
	/** Sets a note; without a value, removes it. */
	setNote(key: string, value: unknown): Promise<StoredAnswer<void>>;
	/** Forgets everything. */
	wipe(): Promise<StoredAnswer<void>>;
};
