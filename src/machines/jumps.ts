import type { StepSlug } from '../domain/slugs.ts';
import type { JumpTarget } from '../domain/events.ts';
import type { DetourMeta } from './base.ts';

const managersSteps = new Set<StepSlug>(['request-static-password']);

type Phases = Record<string, { states: Record<string, { on?: object; id?: string; meta?: DetourMeta }> }>;

/**
 * The transitions of `JUMP`: to every step, and to every detour as called from each of its callers.
 */
export function jumps(steps: readonly StepSlug[], phases: Phases) {
	const detours = Object.values(phases)
		.flatMap((phase) => Object.entries(phase.states))
		.flatMap(([slug, { meta }]) => (meta ? meta.from.map((caller) => ({ slug: caller, detour: slug })) : []));
	return [
		...steps.map((slug) => ({
			...landing({ slug }, slug),
			// who is at a manager's step orders for somebody else, whichever way they came
			actions: [
				'forgetTheWayBack',
				managersSteps.has(slug) ? 'orderForSomeoneElse' : 'orderForMyself',
			] as const,
		})),
		...detours.map((target) => ({
			...landing(target as JumpTarget, target.detour),
			actions: { type: 'leaveFrom' as const, params: target.slug },
		})),
	];
}

const landing = (target: JumpTarget, id: string) => ({
	guard: { type: 'jumpsTo' as const, params: target },
	target: `#${id}`,
});
