import { describe, expect, test } from 'vitest';
import type { ProcedureEntry } from '../domain/pages.ts';
import { placeInWords } from './words.ts';

const entry = (id: string, title: string, slugs: readonly string[]) =>
	({
		id,
		title,
		phases: [],
		steps: slugs.map((slug, at) => ({ slug, number: at + 1, title: slug })),
	}) as unknown as ProcedureEntry;
const procedures = [
	entry('desktop', 'Set up your new computer', ['request-static-password', 'boot-and-acknowledge']),
	entry('android', 'Set up your phone', ['install-app', 'open-user-portal']),
];

describe('a place in words', () => {
	test.each([
		[{ kind: 'start' }, 'the questions at the start'],
		[{ kind: 'page', page: 'done' }, 'the end'],
		[{ kind: 'step', step: 'boot-and-acknowledge' }, 'step 2'],
		[{ kind: 'step', step: 'open-user-portal' }, 'step 2 of “Set up your phone”'],
		[
			{ kind: 'detour', step: 'install-app', detour: 'install-stops' },
			'a problem at step 1 of “Set up your phone”',
		],
	] as const)('%j', (look, words) => {
		expect(placeInWords(look, procedures)).toBe(words);
	});
});
