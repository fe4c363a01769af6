import type { Answer, DetourSlug, Question, StepSlug, SymptomSlug } from './slugs.ts';

/** A place that somebody says they are at: a step, or a detour as called from that step. */
export type JumpTarget = { readonly slug: StepSlug; readonly detour?: DetourSlug };

/** One act of a person in a procedure: what the machines take, runs store and a hand-off carries. */
export type ProcedureEvent =
	| { readonly type: 'DONE' }
	| { readonly type: 'SYMPTOM'; readonly symptom: SymptomSlug }
	| { readonly type: 'FIXED' }
	| { readonly type: 'NOT_FIXED' }
	| { readonly type: 'ANSWER'; readonly question: Question; readonly answer: Answer }
	/** "I am here now". Never an edge of a proof. */
	| ({ readonly type: 'JUMP' } & JumpTarget);
