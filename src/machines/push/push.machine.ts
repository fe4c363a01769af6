import { pushSteps } from '../../domain/push.ts';
import { base } from '../base.ts';
import { jumps } from '../jumps.ts';
import { answerPhase } from './answer.phase.ts';
import { getReadyPhase } from './get-ready.phase.ts';
import { logInPhase } from './log-in.phase.ts';
import { opening } from './opening.ts';
import { sharedDetours } from './shared.ts';
import { staySafePhase } from './stay-safe.phase.ts';

const phases = {
	'get-ready': getReadyPhase,
	'log-in': logInPhase,
	answer: answerPhase,
	'stay-safe': staySafePhase,
	shared: sharedDetours,
};

/**
 * Procedure C: push on Windows, turned on and off; a sign-in by it; and a request that nobody here started. Ends at
 * `done`, from step 9, 10 or 11.
 */
export const pushMachine = base.createMachine({
	id: 'push',
	context: { returnTo: [], attempt: 0, forSomeoneElse: false },
	initial: 'opening',
	on: { JUMP: jumps(pushSteps, phases) },
	states: {
		opening,
		...phases,
		done: { id: 'done', type: 'final' },
	},
});
