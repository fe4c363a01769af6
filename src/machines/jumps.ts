import type { StepSlug } from '../domain/slugs.ts';
import type { DetourMeta, JumpTarget } from './base.ts';

type Phases = Record<string, { states: Record<string, { on?: object; id?: string; meta?: DetourMeta }> }>;

/**
 * The transitions of `JUMP`: to every step, and to every detour as called from each of its callers.
 *
 * @param managers steps that only a manager does: whoever comes to them by a link orders for somebody else
 */
export function jumps(steps: readonly StepSlug[], phases: Phases, managers: readonly StepSlug[] = []) {
	const person = (slug: string) =>
		managers.some((one) => one === slug) ? ('orderForSomeoneElse' as const) : ('orderForMyself' as const);
	const detours = Object.values(phases)
		.flatMap((phase) => Object.entries(phase.states))
		.flatMap(([slug, { meta }]) => (meta ? meta.from.map((caller) => ({ slug: caller, detour: slug })) : []));
	return [
		...steps.map((slug) => ({
			...landing({ slug }, slug),
			actions: ['forgetTheWayBack' as const, person(slug)],
		})),
		...detours.map((target) => ({
			...landing(target as JumpTarget, target.detour),
			actions: [{ type: 'leaveFrom' as const, params: target.slug }, person(target.slug)],
		})),
	];
}

const landing = (target: JumpTarget, id: string) => ({
	guard: { type: 'jumpsTo' as const, params: target },
	target: `#${id}`,
});
