import { assign, setup } from 'xstate';
import type { Clock } from '../domain/clock.ts';

type WaitInput = {
	clock: Clock;
	/** When the wait began, epoch ms UTC, if it has begun. */
	startedAt: number | undefined;
	/** Minutes after which it is taking too long. */
	tooLong: number;
};

const minute = 60_000;

/** A wait that can be started: counts whole seconds, and knows when it is taking too long. */
export const waitMachine = setup({
	types: {
		context: {} as Required<Pick<WaitInput, 'clock' | 'tooLong'>> & {
			startedAt: number | undefined;
			elapsed: number;
		},
		events: {} as { type: 'START' },
		input: {} as WaitInput,
	},
	guards: {
		hasBegun: ({ context }) => Number.isFinite(context.startedAt),
		isTooLong: ({ context }) => context.elapsed >= context.tooLong * minute,
	},
	actions: {
		begin: assign({ startedAt: ({ context }) => context.clock() }),
		// a clock that was set back neither gives a negative time nor stops the timer: it goes on from there
		count: assign(({ context }) => {
			const now = context.clock();
			const { startedAt = now, elapsed } = context;
			return now < startedAt + elapsed ? { startedAt: now - elapsed } : { elapsed: now - startedAt };
		}),
	},
}).createMachine({
	id: 'wait',
	context: ({ input }) => ({ ...input, elapsed: 0 }),
	initial: 'idle',
	states: {
		idle: {
			always: { guard: 'hasBegun', target: 'running' },
			on: { START: { target: 'running', actions: 'begin' } },
		},
		running: {
			entry: 'count',
			always: { guard: 'isTooLong', target: 'tooLong' },
			after: { 1000: { target: 'running', reenter: true } },
		},
		tooLong: {
			entry: 'count',
			after: { 1000: { target: 'tooLong', reenter: true } },
		},
	},
});
