import type { Step } from '../step.ts';
import { lookUpSteps } from './look-up.ts';
import { tokenActSteps } from './token-acts.ts';
import { waveSteps } from './waves.ts';

/** The 18 steps of procedure D, in the order of their numbers. */
export const migrationStepFacts: readonly Step[] = [...lookUpSteps, ...tokenActSteps, ...waveSteps];
