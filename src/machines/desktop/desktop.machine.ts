import { desktopSteps } from '../../domain/desktop.ts';
import { jumps } from '../jumps.ts';
import { base } from '../base.ts';
import { enrollPhase } from './enroll.phase.ts';
import { finishPhase } from './finish.phase.ts';
import { firstDesktopPhase } from './first-desktop.phase.ts';
import { installPhase } from './install.phase.ts';
import { opening } from './opening.ts';
import { outlookPhase } from './outlook.phase.ts';
import { preparePhase } from './prepare.phase.ts';
import { sharedDetours } from './shared.ts';
import { signInPhase } from './sign-in.phase.ts';

const phases = {
	prepare: preparePhase,
	'sign-in': signInPhase,
	'first-desktop': firstDesktopPhase,
	outlook: outlookPhase,
	install: installPhase,
	enroll: enrollPhase,
	finish: finishPhase,
	shared: sharedDetours,
};

/**
 * Procedure A: the replacement computer, and every way out of trouble.
 *
 * Ends at `done` (all steps) or at `handed-on` (a manager who ordered for an employee).
 */
export const desktopMachine = base.createMachine({
	id: 'desktop',
	context: { returnTo: [], attempt: 0, forSomeoneElse: false },
	initial: 'opening',
	on: { JUMP: jumps(desktopSteps, phases) },
	states: {
		opening,
		...phases,
		done: { id: 'done', type: 'final' },
		'handed-on': { id: 'handed-on', type: 'final' },
	},
});
