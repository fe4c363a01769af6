import type { Call } from '../../../desk/calls/call.ts';
import type { Handling, Score } from '../../../desk/calls/score.ts';

/** A call that is over. */
export type HandledCall = {
	readonly call: Call;
	readonly handling: Handling;
	readonly score: Score;
	/** How long it took. Shown, and never counted. */
	readonly seconds: number;
};

/** "1:05" of 65 seconds. */
export const timeOf = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
