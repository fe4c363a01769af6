import type { Step } from '../step.ts';
import { enrollSteps } from './enroll.ts';
import { finishSteps } from './finish.ts';
import { firstDesktopSteps } from './first-desktop.ts';
import { installSteps } from './install.ts';
import { outlookSteps } from './outlook.ts';
import { prepareSteps } from './prepare.ts';
import { signInSteps } from './sign-in.ts';

/** The steps of procedure A, in the order of their numbers. */
export const desktopStepFacts: readonly Step[] = [
	...prepareSteps,
	...signInSteps,
	...firstDesktopSteps,
	...outlookSteps,
	...installSteps,
	...enrollSteps,
	...finishSteps,
];
