import { androidSteps } from '../../domain/android.ts';
import { base } from '../base.ts';
import { jumps } from '../jumps.ts';
import { activatePhase } from './activate.phase.ts';
import { copyPastePhase } from './copy-paste.phase.ts';
import { firstUsePhase } from './first-use.phase.ts';
import { getAppPhase } from './get-app.phase.ts';
import { mailLinkPhase } from './mail-link.phase.ts';
import { qrCodePhase } from './qr-code.phase.ts';
import { userPortalPhase } from './user-portal.phase.ts';
import { opening } from './opening.ts';
import { sharedDetours } from './shared.ts';

const phases = {
	'get-app': getAppPhase,
	'user-portal': userPortalPhase,
	'mail-link': mailLinkPhase,
	'qr-code': qrCodePhase,
	'copy-paste': copyPastePhase,
	activate: activatePhase,
	'first-use': firstUsePhase,
	shared: sharedDetours,
};

/**
 * Procedure B: a token on an Android phone, by one of four ways, and every way out of trouble. Ends at `done`.
 *
 * The ways come together at step 11; self-enrollment and the QR code already at step 8.
 */
export const androidMachine = base.createMachine({
	id: 'android',
	context: { returnTo: [], attempt: 0, forSomeoneElse: false },
	initial: 'opening',
	on: { JUMP: jumps(androidSteps, phases) },
	states: {
		opening,
		...phases,
		done: { id: 'done', type: 'final' },
	},
});
