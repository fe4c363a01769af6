import type { Step } from '../step.ts';
import { activateSteps } from './activate.ts';
import { getReadySteps } from './get-ready.ts';
import { waysSteps } from './ways.ts';

/** The 16 steps of procedure B, in the order of their numbers: of the three ways a person takes one. */
export const androidStepFacts: readonly Step[] = [...getReadySteps, ...waysSteps, ...activateSteps];
