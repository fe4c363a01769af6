import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../domain/facts.ts';
import { organization } from '../domain/organization.ts';
import { guides } from '../domain/slugs.ts';
import { machineOf } from '../machines/index.ts';
import { detoursOf, troublesOf } from '../machines/read.ts';
import { stepsOf } from '../steps/index.ts';
import { deskDetoursSchema, deskStepSchema, readDesk } from './desk.ts';
import { readingGrade, sentencesOf, wordsOf } from './readability.ts';

const facts = factsOf(organization);
const fileOf = ({ number, slug }: { number: number; slug: string }) =>
	`${String(number).padStart(2, '0')}-${slug}.yaml`;
const detoursFile = 'detours.yaml';

describe.each(guides)('%s', (procedure) => {
	const { facts: stepFacts, detourLabels } = stepsOf[procedure];
	const machine = machineOf[procedure];
	if (!machine) throw new Error(`${procedure} has no machine`);
	const folder = new URL(`./${procedure}/desk/`, import.meta.url);
	const sourceOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
	const troubles = troublesOf(machine);
	const known = new Set(
		[...detourLabels, ...stepFacts.flatMap(({ labels }) => labels)].map(({ text }) => text),
	);

	function checkWords(texts: readonly string[]) {
		const quoted = texts.flatMap((text) =>
			[...text.matchAll(/\[([^\]]+)\]/g)].map(([, label = '']) => label),
		);
		expect(quoted.filter((label) => !known.has(label))).toEqual([]);
		const text = texts.join('\n').replace(/\[[^\]]+\]|"[^"]+"/g, '');
		expect(text).not.toMatch(/\b(simply|just|please|easy|easily|obviously)\b/i);
		expect(sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 25)).toEqual([]);
		expect(Number(readingGrade(text).toFixed(1))).toBeLessThanOrEqual(7);
	}

	test('every step has its file for the desk, and there is no other', () => {
		expect(readdirSync(folder).sort()).toEqual([...stepFacts.map(fileOf), detoursFile].sort());
	});

	describe.each(stepFacts)('step $number $slug', (step) => {
		const words = readDesk(fileOf(step), sourceOf(fileOf(step)), deskStepSchema, facts);

		test('asks and warns in words that read well', () => {
			const asked = words.ask.flatMap(({ ask, hint }) => [ask, hint]);
			checkWords([...asked, ...words.never, ...(words.manager ? [words.manager] : [])]);
			expect(new Set(asked).size).toBe(asked.length);
		});
		test('hears only symptoms that this step has', () => {
			const symptoms = Object.keys(troubles[step.slug] ?? {});
			expect(Object.keys(words.heard).filter((key) => key !== 'step' && !symptoms.includes(key))).toEqual([]);
			expect(words.heard.step).toBeDefined();
		});
	});

	test('what the manager has to do reads well and belongs to problems that exist', () => {
		const { manager, always, heard } = readDesk(detoursFile, sourceOf(detoursFile), deskDetoursSchema, facts);
		const slugs = new Set<string>(Object.keys(detoursOf(machine)));
		expect([...Object.keys(manager), ...Object.keys(heard)].filter((slug) => !slugs.has(slug))).toEqual([]);
		checkWords(Object.values(manager));
		checkWords(always);
	});

	test('nobody is asked for a secret', () => {
		for (const step of stepFacts) {
			const { ask } = readDesk(fileOf(step), sourceOf(fileOf(step)), deskStepSchema, facts);
			for (const one of ask)
				expect(one.ask).not.toMatch(
					/\b(tell|read|spell|what is|give).{0,30}\b(password|pin|passcode|key)\b/i,
				);
		}
	});

	test('the files name no organization: facts come by name', () => {
		const literal = [
			organization.name,
			organization.portal,
			organization.userId.short,
			organization.serviceDesk.phone,
			organization.catalog.name,
			...organization.emailDomains,
		];
		for (const file of readdirSync(folder)) {
			const source = sourceOf(file);
			const found = literal.filter((fact) =>
				new RegExp(`\\b${fact.replace(/[^\w ]/g, '.')}\\b`, 'i').test(source),
			);
			expect(found, file).toEqual([]);
		}
	});
});
