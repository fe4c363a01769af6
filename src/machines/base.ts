import { assign, setup } from 'xstate';
import type { JumpTarget, ProcedureEvent } from '../domain/events.ts';
import type { Answer, DetourSlug, Question, StepSlug, SymptomSlug } from '../domain/slugs.ts';

/** Only what guards read. Everything else that a page shows is derived from the run's events. */
export type ProcedureContext = {
	/** Steps to come back to, the nearest last. Two at most: a detour may lead through a step that has detours. */
	returnTo: readonly StepSlug[];
	/** How often the open detour has failed to help: 0, 1 or 2. */
	attempt: number;
	/** A manager is ordering for somebody else and stops after that. */
	forSomeoneElse: boolean;
};

/** What the machine knows of a detour beside its transitions. */
export type DetourMeta = {
	readonly kind: 'detour';
	readonly from: readonly StepSlug[];
	readonly tries: number;
	/** The named step that it ends at, where that is not the step that called it. */
	readonly to: StepSlug | undefined;
	/** Where it leads when it did not help. */
	readonly then: DetourSlug | undefined;
	readonly deskOnly: boolean;
};

/** Types, guards and actions of every procedure. Phases add states and no implementations. */
export const base = setup({
	types: {
		context: {} as ProcedureContext,
		events: {} as ProcedureEvent,
		meta: {} as DetourMeta,
	},
	guards: {
		calledFrom: ({ context }, step: StepSlug) => context.returnTo.at(-1) === step,
		reports: ({ event }, symptom: SymptomSlug) => event.type === 'SYMPTOM' && event.symptom === symptom,
		answers: ({ event }, reply: { question: Question; answer: Answer }) =>
			event.type === 'ANSWER' && event.question === reply.question && event.answer === reply.answer,
		mayTryAgain: ({ context }, tries: number) => context.attempt + 1 < tries,
		isForSomeoneElse: ({ context }) => context.forSomeoneElse,
		jumpsTo: ({ event }, target: JumpTarget) =>
			event.type === 'JUMP' && event.slug === target.slug && event.detour === target.detour,
	},
	actions: {
		leaveFrom: assign((_, step: StepSlug) => ({ returnTo: [step], attempt: 0 })),
		leaveOnceMoreFrom: assign(({ context }, step: StepSlug) => ({
			returnTo: [...context.returnTo.slice(-1), step],
			attempt: 0,
		})),
		comeBack: assign(({ context }) => ({ returnTo: context.returnTo.slice(0, -1), attempt: 0 })),
		forgetTheWayBack: assign(() => ({ returnTo: [], attempt: 0 })),
		countTheTry: assign(({ context }) => ({ attempt: context.attempt + 1 })),
		startAfresh: assign(() => ({ attempt: 0 })),
		orderForSomeoneElse: assign(() => ({ forSomeoneElse: true })),
		orderForMyself: assign(() => ({ forSomeoneElse: false })),
	},
});

/** One phase. Used with `satisfies`, which catches a misspelled event. */
export type Phase = Parameters<typeof base.createStateConfig>[0];
