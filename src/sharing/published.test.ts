import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { compileProcedures } from '../../scripts/vite/compile.ts';
import { knownPlacesOf } from '../../scripts/vite/known-places.ts';
import { consoleTools } from '../routes/console/tools.ts';
import { deskTools } from '../routes/desk/tools.ts';
import { tools } from '../routes/trainer/tools.ts';
import { nearestAddress } from './nearest.ts';
import { publishedAddresses, publishedPages, renamedSlugs, slugToday } from './published.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const compiled = compileProcedures(root);
const known = knownPlacesOf(compiled);

/** Pages whose address has no parameter: those with a folder of their own below `src/routes`. */
const ownPages = readdirSync(`${root}/src/routes`, { recursive: true, encoding: 'utf8' })
	.map((file) => `/${file.replaceAll('\\', '/')}`)
	.filter((file) => file.endsWith('/+page.svelte') && !file.includes('['))
	.map((file) => file.slice(0, -'+page.svelte'.length));
const today = new Set([
	...ownPages,
	...tools.map(({ slug }) => `/trainer/${slug && `${slug}/`}`),
	...consoleTools.map(({ slug }) => `/console/${slug && `${slug}/`}`),
	...deskTools.map(({ slug }) => `/desk/${slug}/`),
	...compiled.flatMap(({ entry, steps, detours }) => [
		`/${entry.id}/`,
		`/${entry.id}/done/`,
		...(entry.id === 'desktop' ? [] : [`/print/${entry.id}/`, `/print/${entry.id}/steps/`]),
		...steps.map(({ page }) => `/${entry.id}/${page.slug}/`),
		...detours.flatMap(({ page }) => page.from.map((step) => `/${entry.id}/${step}/${page.slug}/`)),
	]),
]);

describe('addresses that were ever published', () => {
	test('each of them is a page today, or leads to one by the table of new names', () => {
		const lost = publishedAddresses().filter((address) => {
			const now = `/${address
				.split('/')
				.filter((part) => part !== '')
				.map((part) => slugToday(part))
				.join('/')}/`.replace('//', '/');
			return !today.has(now);
		});
		expect(lost).toEqual([]);
	});
	test('every page of today is in the table', () => {
		const published = new Set(publishedAddresses());
		expect([...today].filter((address) => !published.has(address))).toEqual([]);
	});
	test('no line was taken out or moved since it was released: lines are only added, with a new checksum', () => {
		const hash = (lines: readonly string[]) =>
			createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
		const released: [count: number, checksum: string][] = [
			[16, '736d1f58a5efc81a'],
			[19, 'fda5ac16e6fbeddf'],
		];
		for (const [count, checksum] of released) expect(hash(publishedPages.slice(0, count))).toBe(checksum);
	});
	test('new names are slugs of today, and no slug of today has another name', () => {
		const slugs = new Set([...today].flatMap((address) => address.split('/')));
		expect(Object.values(renamedSlugs).filter((slug) => !slugs.has(slugToday(slug)))).toEqual([]);
		expect(Object.keys(renamedSlugs).filter((slug) => slugs.has(slug))).toEqual([]);
	});
});

describe('a slug with a new name', () => {
	const renamed = {
		'old-outlook-word': 'outlook-word',
		'outlook-word': 'outlook-static-password',
		'passwords-again': 'outlook-keeps-asking',
	};
	const nearest = (wanted: string) => nearestAddress(wanted, { ...known, renamed });

	test.each([
		['desktop/old-outlook-word/', '/desktop/outlook-static-password/'],
		['desktop/outlook-word/', '/desktop/outlook-static-password/'],
		['desktop/old-outlook-word/passwords-again/', '/desktop/outlook-static-password/outlook-keeps-asking/'],
	])('%s leads to %s', (wanted, found) => {
		expect(nearest(wanted)).toBe(found);
	});
	test('a circle of names ends', () => {
		expect(slugToday('a', { a: 'b', b: 'a' })).toMatch(/^[ab]$/);
		expect(slugToday('__proto__', {})).toBe('__proto__');
	});
});
