import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Answer, DetourSlug, Question, StepSlug, SymptomSlug } from '../domain/slugs.ts';
import type { DetourMeta } from './base.ts';

/** What the pages need to know of a detour: taken from the machine, so it cannot differ from it. */
export type DetourOutline = DetourMeta & {
	answers: {
		question: Question;
		answer: Answer;
		target: StepSlug;
		/** Does the step it leads to give its visitor back to the step that called? */
		returns: boolean;
	}[];
};

/** All state nodes of a machine, the root's children first. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
	const below = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(below)];
	return Object.values(machine.root.states).flatMap(below);
}

const guardOf = (guard: unknown): { type?: string; params?: unknown } =>
	typeof guard === 'string' ? { type: guard } : ((guard ?? {}) as { type?: string; params?: unknown });

const goalOf = (target: readonly AnyStateNode[] | undefined) => target?.[0]?.key ?? '';

/** For each step its symptoms, in the order of the machine, and the detour that each leads to. */
export function troublesOf(machine: AnyStateMachine) {
	const found: Partial<Record<StepSlug, Partial<Record<SymptomSlug, DetourSlug>>>> = {};
	for (const node of nodesOf(machine)) {
		const reports = node.transitions.get('SYMPTOM');
		if (!reports) continue;
		found[node.key as StepSlug] = Object.fromEntries(
			reports.map((one) => [guardOf(one.guard).params as SymptomSlug, goalOf(one.target) as DetourSlug]),
		);
	}
	return found;
}

/** Every detour of a machine with what it knows of itself and its answers. */
export function detoursOf(machine: AnyStateMachine): Record<DetourSlug, DetourOutline> {
	const detours = nodesOf(machine).filter((node) => (node.meta as DetourMeta | undefined)?.kind === 'detour');
	return Object.fromEntries(
		detours.map((node) => [
			node.key,
			{
				...(node.meta as DetourMeta),
				answers: (node.transitions.get('ANSWER') ?? []).map((one) => ({
					...(guardOf(one.guard).params as { question: Question; answer: Answer }),
					target: goalOf(one.target) as StepSlug,
					returns: one.actions.every((action) => action !== 'forgetTheWayBack'),
				})),
			},
		]),
	) as Record<DetourSlug, DetourOutline>;
}

/** For each step the state that `DONE` leads to, for who came by no other way: a step, a final state, a question. */
export function followingOf(machine: AnyStateMachine): Readonly<Partial<Record<string, string>>> {
	const steps = nodesOf(machine).filter((node) => node.transitions.has('SYMPTOM'));
	return Object.fromEntries(
		steps.map((node) => [node.key, goalOf(node.transitions.get('DONE')?.at(-1)?.target)]),
	);
}

/** The steps in the order in which `DONE` leads from one to the next, beginning with `first`. */
export function orderOf(machine: AnyStateMachine, first: StepSlug): StepSlug[] {
	const nodes = new Map(nodesOf(machine).map((node) => [node.key, node]));
	const order: StepSlug[] = [];
	for (let slug: string = first; nodes.get(slug)?.transitions.has('SYMPTOM');) {
		order.push(slug as StepSlug);
		slug = goalOf(nodes.get(slug)?.transitions.get('DONE')?.at(-1)?.target);
		if (order.includes(slug as StepSlug)) break;
	}
	return order;
}
