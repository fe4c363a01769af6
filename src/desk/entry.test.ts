import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../tests/support/seed.ts';
import { compileProcedures } from '../../scripts/vite/compile.ts';
import { knownPlacesOf } from '../../scripts/vite/known-places.ts';
import { attempts, locatorOf, type LocatorPlace } from '../sharing/locator.ts';
import { entryFaultWords, fragmentOf, readEntry } from './entry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const compiled = compileProcedures(root);
const known = knownPlacesOf(compiled);
const places: LocatorPlace[] = compiled.flatMap(({ entry, steps, detours }) => [
	...steps.map(({ page }): LocatorPlace => ({ procedure: entry.id, step: page.slug, attempt: 0 })),
	...detours.flatMap(({ page }) =>
		page.from.flatMap((step) =>
			attempts.map((attempt): LocatorPlace => ({ procedure: entry.id, step, detour: page.slug, attempt })),
		),
	),
]);
const read = (text: string) => readEntry(text, known);
const at13 = { procedure: 'desktop', step: 'outlook-static-password', attempt: 0 };
const asking = { ...at13, detour: 'outlook-keeps-asking' };

describe('what the desk types or pastes', () => {
	test('every code, and every fragment of the desk, is its own place', () => {
		for (const place of places) {
			const found = { ok: true, value: { place, exact: true } };
			const code = locatorOf(place);
			expect(read(code)).toEqual(found);
			expect(read(code.toLowerCase().replace(' ', '-').replace(/0/g, 'o').replace(/1/g, 'l'))).toEqual(found);
			expect(read(`https://guide.example/sub/desk/#${fragmentOf(place)}`)).toEqual(found);
			expect(read(`#${fragmentOf(place)}`)).toEqual(found);
		}
	});

	test.each([
		['13', at13],
		['Look: https://guide.example/desktop/outlook-static-password/, thanks', at13],
		['step 13', at13],
		['Step 013.', at13],
		['/step/13/', at13],
		['https://guide.example/step/13', at13],
		['https://guide.example/some/folder/desktop/outlook-static-password/', at13],
		['  <https://guide.example/desktop/outlook-static-password/index.html?from=mail#see>  ', at13],
		['desktop/outlook-static-password', at13],
		['outlook-static-password', at13],
		['https://guide.example/desktop/outlook-static-password/outlook-keeps-asking/', asking],
	])('a number or a link: %s', (text, place) => {
		expect(read(text)).toMatchObject({ ok: true, value: { place } });
	});

	test.each([
		['https://guide.example/Desktop/outlok-static-pasword/', at13],
		['https://guide.example/lost/#desktop/outlok-static-pasword', at13],
		['https://guide.example/desktop/outlook-static-password/no-such-thing/', at13],
	])('a mangled link leads to the nearest place and says that it is not exact: %s', (text, place) => {
		expect(read(text)).toEqual({ ok: true, value: { place, exact: false } });
	});

	test('a bare number names the same step of the other guides too, as far as they go; a link names one', () => {
		const others = (text: string) => {
			const found = read(text);
			return found.ok ? found.value.others?.map(fragmentOf) : found.reason;
		};
		expect(others('step 7')).toEqual([
			'android/show-qr-code',
			'push/approve-request',
			'migration/activate-token',
		]);
		expect(others('13')).toEqual(['android/create-phone-pin', 'migration/switch-target']);
		expect(others('24')).toBeUndefined();
		expect(others('https://guide.example/desktop/outlook-static-password/')).toBeUndefined();
	});

	test.each([
		['', 'empty'],
		['  \n ', 'empty'],
		['99', 'no-such-step'],
		['4K7 M9', 'mistyped'],
		['4K7-M9QZ', 'mistyped'],
		['myd-snw', 'mistyped'],
		['hello', 'mistyped'],
		['https://guide.example/map/', 'general'],
		['https://guide.example/desktop/', 'general'],
		['https://elsewhere.example/totally/other/thing', 'nowhere'],
		['https://guide.example/desk/#', 'general'],
		['https://guide.example/go-on/#1ABCDEF', 'progress'],
		['it says my password is wrong', 'words'],
	])('what is no place is refused in one sentence: %j', (text, reason) => {
		const result = read(text);
		expect(result).toEqual({ ok: false, reason });
	});

	test('each refusal is one sentence', () => {
		for (const words of Object.values(entryFaultWords)) expect(words).toMatch(/^[A-Z][^.?!]*\.$/);
	});
});

test('10,000 codes and links of any kind are read or refused, and none throws', () => {
	const place = fc.constantFrom(...places);
	const mangled = fc
		.tuple(place, fc.nat(12), fc.string({ unit: 'binary', maxLength: 4 }))
		.map(([one, from, part]) => {
			const code = locatorOf(one);
			return code.slice(0, from) + part + code.slice(from + part.length);
		});
	const link = fc
		.tuple(
			fc.constantFrom(
				'',
				'https://guide.example/',
				'//',
				'javascript:',
				'https://guide.example/desk/#',
				'/lost/#',
			),
			fc.array(
				fc.oneof(
					fc.constantFrom(
						'desktop',
						'step',
						'__proto__',
						'constructor',
						'..',
						'%E0%A4',
						'outlook-static-password',
						'13',
					),
					fc.string({ unit: 'binary', maxLength: 30 }),
				),
				{ maxLength: 6 },
			),
		)
		.map(([host, parts]) => host + parts.join('/'));
	const any = fc.oneof(
		mangled,
		link,
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.webUrl({ withFragments: true }),
	);
	const steps = new Set<string>(compiled.flatMap(({ steps: all }) => all.map(({ page }) => page.slug)));
	fc.assert(
		fc.property(any, (text) => {
			const result = read(text);
			if (result.ok) return steps.has(result.value.place.step);
			return entryFaultWords[result.reason] !== undefined;
		}),
		{ numRuns: 10_000, seed },
	);
	for (const huge of [
		'#'.repeat(1e6),
		'/'.repeat(1e6),
		'4'.repeat(1e6),
		'desktop/'.repeat(1e5),
		'%'.repeat(1e5),
	])
		expect(() => read(huge)).not.toThrow();
}, 120_000);
