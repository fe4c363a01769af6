import type { ProcedureEntry } from '../domain/pages.ts';
import type { Look } from './place.ts';

/** A place in words, for the middle of a sentence: "step 13", "a problem at step 13". */
export function placeInWords(look: Look, procedures: readonly ProcedureEntry[]): string {
	if (look.kind === 'start') return 'the questions at the start';
	if (look.kind === 'page') return pageWords[look.page] ?? look.page;
	const number = procedures.flatMap(({ steps }) => steps).find(({ slug }) => slug === look.step)?.number;
	return look.kind === 'step' ? `step ${number}` : `a problem at step ${number}`;
}

const pageWords: Record<string, string> = {
	'ask-your-manager': 'waiting for your manager',
	'send-on': 'the message to send on',
	done: 'the end',
	'handed-on': 'the end',
};
