import type { Answer, DetourSlug, Question, StepSlug, SymptomSlug } from '../domain/slugs.ts';
import type { DetourMeta, Phase } from './base.ts';

type StepDefinition = {
	/** The step after this one, or the id of a final state or of a question at the start. */
	next: StepSlug | 'done' | `asking-${string}`;
	/** What can be seen to go wrong here, and the way out of it. */
	troubles: Partial<Record<SymptomSlug, DetourSlug>>;
	/** Steps whose detours lead through this one: they get their visitor back. */
	visitedFrom?: readonly StepSlug[];
};

/**
 * A step: `DONE` goes on, `SYMPTOM` leaves for a detour.
 *
 * A step that detours lead through gives its visitor back on `DONE`, and remembers the first caller
 * while a detour of its own is open.
 */
export function step(slug: StepSlug, { next, troubles, visitedFrom = [] }: StepDefinition) {
	const leave = visitedFrom.length > 0 ? ('leaveOnceMoreFrom' as const) : ('leaveFrom' as const);
	return {
		id: slug,
		on: {
			DONE: [
				...visitedFrom.map((caller) => ({
					guard: { type: 'calledFrom' as const, params: caller },
					target: `#${caller}`,
					actions: 'comeBack' as const,
				})),
				{ target: `#${next}`, actions: 'forgetTheWayBack' as const },
			],
			SYMPTOM: [
				...Object.entries(troubles).map(([symptom, detour]) => ({
					guard: { type: 'reports' as const, params: symptom as SymptomSlug },
					target: `#${detour}`,
					actions: { type: leave, params: slug },
				})),
				{
					guard: { type: 'reports' as const, params: 'something-else' as const },
					target: '#service-desk',
					actions: { type: leave, params: slug },
				},
			],
		},
	} satisfies Phase;
}

type DetourDefinition = {
	/** Every step that may call it, also by way of another detour. */
	from: readonly StepSlug[];
	/** How often it may be tried before it leads further. */
	tries?: 1 | 2 | 3;
	/** Where it leads when it did not help: the service desk, unless said otherwise. */
	then?: DetourSlug;
	/** A named step to end at instead of the step that called. */
	to?: StepSlug;
	/** Only the service desk can cure this: there is no `FIXED` before the call. */
	deskOnly?: boolean;
	/** Answers that lead elsewhere: to a step that gives its visitor back, or to a named step for good. */
	answers?: readonly { question: Question; answer: Answer; through?: StepSlug; to?: StepSlug }[];
};

/** A detour: `FIXED` comes back, `NOT_FIXED` tries again and then leads further. */
export function detour(
	slug: DetourSlug,
	{ from, tries = 1, then = 'service-desk', to, deskOnly = false, answers = [] }: DetourDefinition,
) {
	const meta: DetourMeta = { kind: 'detour', from, tries, to, then, deskOnly };
	return {
		id: slug,
		meta,
		on: {
			...(deskOnly ? {} : { FIXED: to ? endAt(to) : comeBackTo(from) }),
			NOT_FIXED: [
				...(tries > 1
					? [{ guard: { type: 'mayTryAgain' as const, params: tries }, actions: 'countTheTry' as const }]
					: []),
				{ target: `#${then}`, actions: 'startAfresh' as const },
			],
			ANSWER: answers.map(({ question, answer, through, to: goal }) => ({
				guard: { type: 'answers' as const, params: { question, answer } },
				target: `#${through ?? goal}`,
				actions: through ? ('startAfresh' as const) : ('forgetTheWayBack' as const),
			})),
		},
	} satisfies Phase;
}

/** The last resort, callable from every step. It waits as long as it takes. */
export function serviceDesk(from: readonly StepSlug[]) {
	const meta: DetourMeta = {
		kind: 'detour',
		from,
		tries: 1,
		to: undefined,
		then: undefined,
		deskOnly: false,
	};
	return { id: 'service-desk', meta, on: { FIXED: comeBackTo(from) } } satisfies Phase;
}

const endAt = (step: StepSlug) => [{ target: `#${step}`, actions: 'forgetTheWayBack' as const }];

const comeBackTo = (from: readonly StepSlug[]) =>
	from.map((caller) => ({
		guard: { type: 'calledFrom' as const, params: caller },
		target: `#${caller}`,
		actions: 'comeBack' as const,
	}));
