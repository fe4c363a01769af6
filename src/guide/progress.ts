import type { StorageTrouble, StoredRun } from '../storage/store.ts';
import type { Place } from './place.ts';
import type { Replayed } from './replay.ts';

/** How the last act was kept. */
type Saved = 'nothing' | 'saving' | 'saved' | 'memory';

/** All that pages read of the person's progress. */
export type Progress = {
	readonly run: StoredRun | undefined;
	readonly replayed: Replayed | undefined;
	readonly place: Place | undefined;
	/** When the person came to the place, epoch ms UTC by this computer's clock. */
	readonly since: number | undefined;
	readonly saved: Saved;
	readonly trouble: StorageTrouble | undefined;
	/** Address of the place that a newer procedure no longer has. */
	readonly movedFrom: string | undefined;
	/** Records of this run that could not be read. */
	readonly damaged: number;
	/** Does another window of this browser write? Then this one follows. */
	readonly follows: boolean;
	/** Did the last change come from another window? */
	readonly byPeer: boolean;
};

export const noProgress: Progress = {
	run: undefined,
	replayed: undefined,
	place: undefined,
	since: undefined,
	saved: 'nothing',
	trouble: undefined,
	movedFrom: undefined,
	damaged: 0,
	follows: false,
	byPeer: false,
};
