import { migrationSteps } from '../../domain/migration.ts';
import { base } from '../base.ts';
import { jumps } from '../jumps.ts';
import { consolePhase } from './console.phase.ts';
import { lookUpPhase } from './look-up.phase.ts';
import { newTokensPhase } from './new-tokens.phase.ts';
import { oldTokensPhase } from './old-tokens.phase.ts';
import { opening } from './opening.ts';
import { sharedDetours } from './shared.ts';
import { tokenActsPhase } from './token-acts.phase.ts';

const phases = {
	console: consolePhase,
	'look-up': lookUpPhase,
	'token-acts': tokenActsPhase,
	'new-tokens': newTokensPhase,
	'old-tokens': oldTokensPhase,
	shared: sharedDetours,
};

/**
 * Procedure D: an operator helps one user with a token, or moves everybody from MobilePASS 8 to MobilePASS+ in waves.
 * Ends at `done`, from the one thing that was done to a token, or from the report that shows nobody on the old app.
 */
export const migrationMachine = base.createMachine({
	id: 'migration',
	context: { returnTo: [], attempt: 0, forSomeoneElse: false },
	initial: 'opening',
	on: { JUMP: jumps(migrationSteps, phases) },
	states: {
		opening,
		...phases,
		done: { id: 'done', type: 'final' },
	},
});
