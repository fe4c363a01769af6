import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../domain/facts.ts';
import { organization } from '../domain/organization.ts';
import { guides, type DetourSlug } from '../domain/slugs.ts';
import { machineOf } from '../machines/index.ts';
import { detoursOf, followingOf, troublesOf } from '../machines/read.ts';
import { stepsOf } from '../steps/index.ts';
import { detourMatterSchema, labelsIn, plainText, readContent, stepMatterSchema } from './read.ts';
import { readingGrade, sentencesOf, wordsOf } from './readability.ts';

const facts = factsOf(organization);
const same = (one: { text: string; kind: string }, other: { text: string; kind: string }) =>
	one.text === other.text && one.kind === other.kind;
const stepFile = (number: number, slug: string) => `steps/${String(number).padStart(2, '0')}-${slug}.md`;

/** A body without labels and components: what the reader's school grade is measured on. */
const prose = (body: string) => plainText(body.replace(/<Label[^>]*>[\s\S]*?<\/Label>/g, ''), facts);

/** The parts of a body by their `##` headings; what stands before the first has the key ''. */
function partsOf(body: string): Map<string, string> {
	const [first = '', ...rest] = body.split(/^## /m);
	return new Map([
		['', first.trim()],
		...rest.map((part): [string, string] => {
			const [name = '', ...lines] = part.split('\n');
			return [name.trim(), lines.join('\n').trim()];
		}),
	]);
}

const itemsIn = (part: string) => part.match(/^(\d+\.|-) /gm)?.length ?? 0;

function checkWords(text: string) {
	expect(text).not.toMatch(/\b(simply|just|please|easy|easily|obviously)\b/i);
	expect(text).not.toMatch(/\byou (entered|mistyped|forgot|failed)\b/i);
	const long = sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 25);
	expect(long).toEqual([]);
	expect(Number(readingGrade(text).toFixed(1))).toBeLessThanOrEqual(7);
}

describe.each(guides)('%s', (procedure) => {
	const { facts: stepFacts, detourLabels } = stepsOf[procedure];
	const machine = machineOf[procedure];
	if (!machine) throw new Error(`${procedure} has no machine`);
	const folder = new URL(`./${procedure}/`, import.meta.url);
	const filesIn = (name: string) =>
		readdirSync(new URL(`${name}/`, folder)).filter((file) => file.endsWith('.md'));
	const sourceOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
	const detours = detoursOf(machine);
	const detourSlugs = Object.keys(detours) as DetourSlug[];
	const troubles = troublesOf(machine);
	const detourFiles = new Map(detourSlugs.map((slug) => [slug, `detours/${slug}.md`]));
	const known = [...detourLabels, ...stepFacts.flatMap((step) => step.labels)];

	test('every step and every detour has its file, and there is no other', () => {
		const steps = stepFacts.map((step) => stepFile(step.number, step.slug).slice('steps/'.length));
		expect(filesIn('steps')).toEqual(steps);
		expect(filesIn('detours').sort()).toEqual(detourSlugs.map((slug) => `${slug}.md`).sort());
	});

	describe.each(stepFacts)('step $number $slug', (step) => {
		const file = stepFile(step.number, step.slug);

		test('reads well and quotes its labels to the letter and by kind', () => {
			const { matter, body } = readContent(file, sourceOf(file), stepMatterSchema, facts);
			expect(labelsIn(body, facts).filter((label) => !step.labels.some((one) => same(one, label)))).toEqual(
				[],
			);
			expect(step.labels.filter((label) => !labelsIn(body, facts).some((one) => same(one, label)))).toEqual(
				[],
			);
			expect(Object.keys(matter.symptoms).sort()).toEqual(
				Object.keys(troubles[step.slug] ?? {})
					.filter((symptom) => symptom !== 'something-else')
					.sort(),
			);
			expect(matter.pictures).toHaveLength(step.pictures.length);
			expect(matter.stop !== undefined, 'a step says what to do where stopping is not safe').toBe(
				!step.safeToStop,
			);
			expect(matter.title).not.toMatch(/[.!]$/);
			if (step.wait) expect(matter.meanwhile, 'a waiting step says what happens meanwhile').toBeDefined();
			if (step.wait) expect(Object.keys(matter.symptoms)).toContain(matter.tooLong);

			const parts = [...partsOf(body)];
			const lettered = parts.filter(([name]) => /^[A-E]\. /.test(name));
			expect(parts.length - 1, 'every heading is a lettered part').toBe(lettered.length);
			expect(lettered.length).toBeLessThanOrEqual(5);
			for (const [, part] of parts) expect(itemsIn(part)).toBeLessThanOrEqual(5);
			expect(body.match(/<Picture part="\d" \/>/g)?.length ?? 0).toBe(lettered.length);
			const text = [
				matter.title,
				matter.see,
				matter.meanwhile,
				...Object.values(matter.symptoms),
				prose(body),
			];
			checkWords(text.filter((line) => line !== undefined).join('\n'));
		});
	});

	describe.each([...detourFiles])('detour %s', (slug, file) => {
		test('has its four parts, reads well, and quotes labels that exist', () => {
			const { matter, body } = readContent(file, sourceOf(file), detourMatterSchema, facts);
			const detour = detours[slug];
			const parts = partsOf(body);
			const expected = ['Check first', 'Fix it', ...(detour.tries > 1 ? ['If it happens again'] : [])];
			expect([...parts.keys()].filter((name) => name !== '')).toEqual([...expected, 'Do not', 'Call']);
			for (const [name, part] of parts) {
				if (name !== '') expect(itemsIn(part), name).toBeGreaterThanOrEqual(1);
				expect(itemsIn(part), name).toBeLessThanOrEqual(5);
			}
			expect(labelsIn(body, facts).filter((label) => !known.some((one) => same(one, label)))).toEqual([]);
			expect(Object.keys(matter.answers).sort()).toEqual(
				detour.answers.map(({ question, answer }) => `${question}=${answer}`).sort(),
			);
			checkWords([matter.title, prose(body)].join('\n'));
		});

		test('says the same on paper in few words', () => {
			const { matter } = readContent(file, sourceOf(file), detourMatterSchema, facts);
			const { check, fix, again, not, call } = matter.paper;
			expect(again !== undefined, 'a second try where the machine allows one').toBe(detours[slug].tries > 1);
			const words = [check, fix, again, `Do not ${not}`, `Call ${call}`].filter((part) => part !== undefined);
			const labels = words.flatMap((part) => [...part.matchAll(/\[([^\]]+)\]/g)].map(([, text]) => text));
			expect(labels.filter((text) => !known.some((label) => label.text === text))).toEqual([]);
			expect(words.join(' ')).not.toMatch(/\b(below|this page|this guide)\b/i);
			for (const part of words) expect(part).toMatch(/[.?]"?$/);
			checkWords(words.join('\n').replace(/\[[^\]]+\]/g, ''));
		});
	});

	test('no two detours have the same checks', () => {
		const checks = detourSlugs.map((slug) => {
			const { body } = readContent(slug, sourceOf(`detours/${slug}.md`), detourMatterSchema, facts);
			return plainText(partsOf(body).get('Check first') ?? '', facts).toLowerCase();
		});
		expect(checks.filter((check, at) => checks.indexOf(check) !== at)).toEqual([]);
	});

	test('content names no organization: facts come from components', () => {
		const literal = [
			organization.name,
			organization.portal,
			organization.userId.short,
			organization.serviceDesk.phone,
			organization.catalog.name,
			organization.catalog.replacementToken.item,
			...organization.emailDomains,
		];
		const files = [...stepFacts.map((s) => stepFile(s.number, s.slug)), ...detourFiles.values()];
		for (const file of files) {
			const source = sourceOf(file);
			expect(
				literal.filter((fact) => new RegExp(`\\b${fact.replace(/[^\w ]/g, '.')}\\b`).test(source)),
			).toEqual([]);
		}
	});

	test('the steps are those of the machine, numbered in their order', () => {
		expect(stepFacts.map((step) => step.slug).sort()).toEqual(Object.keys(followingOf(machine)).sort());
		expect(stepFacts.map((step) => step.number)).toEqual(stepFacts.map((_, at) => at + 1));
	});
});

test('no step has the slug of another procedure: a slug alone names it', () => {
	const slugs = guides.flatMap((procedure) => stepsOf[procedure].facts.map(({ slug }) => slug));
	expect(new Set(slugs).size).toBe(slugs.length);
});
