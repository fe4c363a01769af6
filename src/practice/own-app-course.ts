import '../simulator/own-app/index.ts';
import { createWorld, stepAt, tokenOf, type Deed, type TrueReason, type World } from '../simulator/world.ts';
import type { Remark } from './coach.ts';
import { addCourse } from './course.ts';
import { ownAppGoals, type OwnAppGoal } from './own-app-goals.ts';
import { wait, type Move } from './pilot/sight.ts';

addCourse({
	id: 'own-app',
	goals: Object.entries(ownAppGoals).map(([id, holds]) => ({ id: id as OwnAppGoal, holds })),
	finished: ({ ownApp }) => ownApp?.used ?? false,
	nextMove,
	remark,
	// another secret each time: an app that was set up before must not fit
	start: ({ seed }, startsAt) => createWorld({ seed: `${seed}/${startsAt}`, startsAt, 'own-app': true }),
});

const at = (deed: Deed): Move => ({ deed, after: 0 });
const press = (control: string): Move => at({ do: 'press', control });

function nextMove(world: World): Move | null {
	switch (world.ownApp?.page) {
		case 'start':
			return press('own-app.show');
		case 'secret':
			return codeTyped(world) ?? press('own-app.confirm');
		case 'added':
			return press('own-app.to-sign-in');
		case 'sign-in':
			return codeTyped(world) ?? press('own-app.sign-in');
		default:
			return null;
	}
}

/** Types the code that an app shows now; waits for the next one where this one was used. */
function codeTyped(world: World): Move | null {
	const token = tokenOf(world.service, world.ownApp?.serial ?? '');
	if (!token?.seed) return null;
	const step = stepAt(token.seed, world.now);
	const typed = world.laptop.drafts['own-app.code'];
	if (typed?.kind === 'passcode' && typed.step === step && step > token.mark) return null;
	if (step <= token.mark) return wait((stepStart(token.seed, token.mark + 1) - world.now) / 1000);
	const { serial, retired } = token;
	const entry = { kind: 'passcode', serial, activation: retired.length, step } as const;
	return at({ do: 'type', control: 'own-app.code', entry });
}

/** Epoch ms UTC. */
const stepStart = ({ intervalSeconds }: { readonly intervalSeconds: number }, step: number): number =>
	step * intervalSeconds * 1000;

/** Why a first code was refused, where there is more to say than of any sign-in. */
const reasons: Readonly<Partial<Record<TrueReason['own-app'], string>>> = {
	'nothing-typed': 'The field was empty.',
	'inventory-exhausted': 'There is no free token left.',
	'nothing-offered': 'No QR code is on the page. Show it first.',
	'old-token':
		'This code comes from the QR code before. “New token” has made another secret: scan the new QR code, and delete the old entry from your app.',
	wrong: 'This is not a code that your app shows now for this QR code.',
	'clock-off':
		'The code is of another time. The clock of the phone, or of this computer, is off: let it set its time automatically.',
	'no-method': 'This is not a code that your app shows now for this QR code.',
};

function remark(was: World, { truth }: World): Remark | null {
	if (truth?.what !== 'own-app' || truth === was.truth || truth.outcome === 'ok') return null;
	const words = (reasons as Readonly<Record<string, string>>)[truth.outcome];
	return words ? { kind: 'why', words } : null;
}
