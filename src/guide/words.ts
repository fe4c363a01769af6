import type { ProcedureEntry } from '../domain/pages.ts';
import type { Look } from './place.ts';

/**
 * A place in words, for the middle of a sentence: "step 13", "a problem at step 13". Steps of another procedure
 * than the first say which: "step 3 of “Set up your phone”".
 */
export function placeInWords(look: Look, procedures: readonly ProcedureEntry[]): string {
	if (look.kind === 'start') return 'the questions at the start';
	if (look.kind === 'page') return pageWords[look.page] ?? look.page;
	const procedure = procedures.find(({ steps }) => steps.some(({ slug }) => slug === look.step));
	const number = procedure?.steps.find(({ slug }) => slug === look.step)?.number;
	const step =
		procedures.indexOf(procedure as ProcedureEntry) > 0
			? `step ${number} of “${procedure?.title}”`
			: `step ${number}`;
	return look.kind === 'step' ? step : `a problem at ${step}`;
}

const pageWords: Record<string, string> = {
	'ask-your-manager': 'waiting for your manager',
	'send-on': 'the message to send on',
	done: 'the end',
	'handed-on': 'the end',
};
