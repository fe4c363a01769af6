import type { Step } from '../step.ts';
import { answerSteps } from './answer.ts';
import { logInSteps } from './log-in.ts';
import { staySafeSteps } from './stay-safe.ts';

/** The 11 steps of procedure C, in the order of their numbers. */
export const pushStepFacts: readonly Step[] = [...logInSteps, ...answerSteps, ...staySafeSteps];
