import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { compileProcedures } from '../../scripts/vite/compile.ts';
import { deskBook } from '../../scripts/vite/desk.ts';
import { places } from '../domain/slugs.ts';
import { readLocator } from '../sharing/locator.ts';
import { publishedAddresses } from '../sharing/published.ts';
import { indexFile } from './index-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const compiled = compileProcedures(root);
const file = indexFile(
	{ app: 'Handrail', version: '2031-07-26' },
	compiled.map(({ entry }) => entry),
	Object.fromEntries(compiled.map((one) => [one.entry.id, deskBook(one)])),
);

const text = v.pipe(v.string(), v.nonEmpty());
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const address = v.pipe(v.string(), v.regex(/^[a-z0-9/-]+\/$/));
const desk = v.pipe(v.string(), v.regex(/^desk\/#[a-z0-9/-]+[a-z0-9]$/));
const code = v.pipe(
	v.string(),
	v.check((one) => readLocator(one).ok, 'is no code'),
);
const schema = v.strictObject({
	format: v.literal(1),
	app: text,
	version: v.pipe(v.string(), v.isoDate()),
	procedures: v.array(
		v.strictObject({
			slug,
			title: text,
			address,
			steps: v.array(
				v.strictObject({
					slug,
					number: v.pipe(v.number(), v.integer(), v.minValue(1)),
					title: text,
					who: v.picklist(['manager', 'user']),
					place: v.picklist(places),
					address,
					short: address,
					desk,
					code,
					symptoms: v.array(v.strictObject({ slug, words: text, problem: slug })),
				}),
			),
			problems: v.array(
				v.strictObject({
					slug,
					title: text,
					deskOnly: v.boolean(),
					at: v.pipe(
						v.array(v.strictObject({ step: slug, address, desk, codes: v.pipe(v.array(code), v.length(3)) })),
						v.minLength(1),
					),
				}),
			),
		}),
	),
});

test('the index has the shape that is documented', () => {
	expect(v.safeParse(schema, JSON.parse(JSON.stringify(file))).issues).toBeUndefined();
});

test('it names every step and problem, and only addresses that are published', () => {
	const [desktop] = file.procedures;
	expect(desktop?.steps).toHaveLength(compiled[0]?.steps.length ?? 0);
	expect(desktop?.problems).toHaveLength(compiled[0]?.detours.length ?? 0);
	const published = new Set(publishedAddresses());
	const named = file.procedures.flatMap(({ address: own, steps, problems }) => [
		own,
		...steps.map((step) => step.address),
		...problems.flatMap(({ at }) => at.map((one) => one.address)),
	]);
	expect(named.filter((one) => !published.has(`/${one}`))).toEqual([]);
});

test('a short address with a number is one of the first guide: the others have numbers of their own', () => {
	const [first, ...others] = file.procedures;
	for (const step of first?.steps ?? []) expect(step.short).toBe(`step/${step.number}/`);
	for (const step of others.flatMap(({ steps }) => steps)) expect(step.short).toBe(step.address);
});

test('each code is that of its own place, and no two are the same', () => {
	const codes = file.procedures.flatMap(({ steps, problems }) => [
		...steps.map((step) => step.code),
		...problems.flatMap(({ at }) => at.flatMap((one) => one.codes)),
	]);
	expect(new Set(codes).size).toBe(codes.length);
});

test('each symptom leads to a problem that comes up at its step', () => {
	for (const { steps, problems } of file.procedures)
		for (const step of steps)
			for (const { problem } of step.symptoms)
				expect(problems.find((one) => one.slug === problem)?.at.map((one) => one.step)).toContain(step.slug);
});
