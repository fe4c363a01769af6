import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../domain/facts.ts';
import { organization } from '../domain/organization.ts';
import { guides } from '../domain/slugs.ts';
import { callsSchema } from './calls.ts';
import { readDesk } from './desk.ts';
import { sentencesOf, wordsOf } from './readability.ts';

describe.each(guides)('calls of %s', (guide) => {
	const source = readFileSync(new URL(`./calls/${guide}.yaml`, import.meta.url), 'utf8');
	const calls = readDesk(guide, source, callsSchema, factsOf(organization));
	const said = calls.flatMap(({ says, fits, ask }) => [
		says,
		...Object.values(fits),
		...Object.values(ask).flatMap((answers) => Object.values(answers)),
	]);

	test('are spoken in short sentences', () => {
		expect(said.length).toBeGreaterThan(30);
		expect(said.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > 20)).toEqual([]);
	});
	test('name no organization, and nobody reads out a code, a PIN or a password', () => {
		const literal = [
			organization.name,
			organization.portal,
			organization.serviceDesk.phone,
			organization.catalog.name,
			...organization.emailDomains,
		];
		for (const words of said) {
			expect(
				literal.filter((fact) => words.toLowerCase().includes(fact.toLowerCase())),
				words,
			).toEqual([]);
			expect(words).not.toMatch(/\d{4,}/);
		}
	});
	test('no caller is sure of what is said with doubt: that marks an answer to look at again', () => {
		expect(
			said.filter((words) => /, I think\.$/.test(words) && !calls.some(({ says }) => says === words)),
		).toEqual([]);
	});
});
