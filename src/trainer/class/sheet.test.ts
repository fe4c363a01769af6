import { describe, expect, test } from 'vitest';
import { desktopSteps } from '../../domain/desktop.ts';
import { checkClaim } from '../../practice/result-check.ts';
import { readResult, resultOf } from '../../practice/result-file.ts';
import '../../practice/testing/all-courses.ts';
import { flown, tryAt, withHelp } from '../../practice/testing/tries.ts';
import type { Try } from '../../practice/tries.ts';
import { csvOf } from '../../sharing/csv.ts';
import { calledOf, median, withFile, type Added, type Learner } from './learners.ts';
import type { Guide } from '../../practice/exercise-title.ts';
import { practicedBy, sheetOf } from './sheet.ts';
import { rowsOf, timeWords } from './words.ts';

const loaded = () => Promise.resolve();
const guide: Guide = {
	id: 'desktop',
	title: 'New computer',
	steps: desktopSteps.map((slug, at) => ({ slug, number: at + 1, title: `Step of ${slug}` })),
};
/** The same try by another learner. */
const asOf = (one: Try, id: string): Try => ({ ...one, stored: { ...one.stored, id } });

async function added(tries: readonly Try[], name: string, madeAt = 1, file = 'a.json'): Promise<Added> {
	const read = readResult(resultOf(tries, name, madeAt));
	if (!read.ok) throw new Error(read.reason);
	const checked = await Promise.all(read.value.exercises.map((claim) => checkClaim(claim, loaded)));
	return { name: read.value.name, file, madeAt: read.value.madeAt, tries: checked };
}
const of = (...all: readonly Added[]) =>
	all.reduce<readonly Learner[]>((learners, one) => withFile(learners, one), []);

const signIn = flown('first-sign-in');
const helped = tryAt(
	signIn.scenario,
	signIn.log,
	withHelp({ ...signIn.tally, stopped: 2, hints: 3 }, { helped: 1 }),
);
const open = tryAt(signIn.scenario, signIn.log.slice(0, 5), { ...signIn.tally, done: null, spent: 60_000 });

describe('files of learners', () => {
	test('the same file twice counts once', async () => {
		const one = await added([signIn], 'Ada');
		expect(of(one, one)).toEqual(of(one));
	});

	test('a newer file of a learner takes the place of the older, in either order', async () => {
		const then = { ...open, stored: { ...open.stored, id: signIn.stored.id, revision: 5 } };
		const older = await added([then, asOf(signIn, 'deleted-later')], 'Ad', 1, 'old.json');
		const newer = await added([signIn], 'Ada', 2, 'new.json');
		for (const learners of [of(older, newer), of(newer, older)]) {
			expect(learners).toHaveLength(1);
			expect(learners[0]).toMatchObject({ name: 'Ada', alsoNamed: ['Ad'], file: 'new.json', madeAt: 2 });
			expect(learners[0]?.tries.map(({ id, outcome }) => [id, outcome]).sort()).toEqual(
				[
					[signIn.stored.id, 'passed'],
					['deleted-later', 'passed'],
				].sort(),
			);
		}
	});

	test('a damaged copy of a try takes nothing away, though it says that it is newer', async () => {
		const good = await added([signIn], 'Ada');
		const [one] = good.tries;
		const bad: Added = { ...good, tries: [{ ...one!, outcome: 'unchecked', revision: 9999 }] };
		for (const learners of [of(good, bad), of(bad, good)])
			expect(learners[0]?.tries).toMatchObject([{ outcome: 'passed' }]);
	});

	test('two learners of the same name are two; a file without a try is nobody', async () => {
		const learners = of(
			await added([signIn], 'Ada'),
			await added([asOf(signIn, 'other')], 'Ada'),
			await added([], 'Eve'),
		);
		expect(learners.map(({ name }) => name)).toEqual(['Ada', 'Ada']);
	});

	test('a file that joins two learners makes them one, in the first one’s place', async () => {
		const [a, b, c] = ['a', 'b', 'c'].map((id) => asOf(signIn, id)) as [Try, Try, Try];
		const learners = of(
			await added([a], ''),
			await added([b], 'Ben'),
			await added([c], ''),
			await added([a, c], 'Cy', 9),
		);
		expect(learners.map(({ name, tries }) => [name, tries.length])).toEqual([
			['Cy', 2],
			['Ben', 1],
		]);
	});

	test('one without a name is called by the file', () => {
		expect(calledOf({ name: '', file: 'x.json' })).toBe('No name (x.json)');
	});
});

describe('the sheet', () => {
	test('of 30 learners', async () => {
		const files = await Promise.all(
			Array.from({ length: 30 }, (_, at) => {
				const mine = at % 3 === 0 ? signIn : at % 3 === 1 ? helped : open;
				return added([asOf(mine, `try-${at}`)], `Learner ${at}`);
			}),
		);
		const { learners, exercises, guides } = sheetOf(of(...files), [guide]);
		expect(learners).toHaveLength(30);
		expect(learners.filter(({ passed }) => passed === 1)).toHaveLength(10);
		expect(learners.every(({ tried }) => tried === 1)).toBe(true);
		expect(learners[1]).toMatchObject({ hints: 3, refused: 2, stepTime: null, unchecked: 0 });
		expect(learners[1]?.mistakes.foreign).toBe(2);
		expect(exercises).toEqual([{ id: 'first-sign-in', title: signIn.scenario.title, tried: 30, passed: 10 }]);

		const over = signIn.tally.done?.steps ?? [];
		const [{ steps, missing }] = guides as [(typeof guides)[number]];
		for (const { slug, practiced, median: middle, longest } of steps) {
			expect(practiced, slug).toBe(over.includes(slug) ? 10 : 0);
			expect(middle === null, slug).toBe(longest === null);
		}
		expect(missing.map(({ slug }) => slug)).toEqual(desktopSteps.filter((step) => !over.includes(step)));
		expect(steps.filter(({ median: middle }) => middle !== null).length).toBeGreaterThan(2);
	});

	test('looks at one exercise alone', async () => {
		const other = flown('at-scan-qr-code');
		const learners = of(await added([signIn, other], 'Ada'));
		expect(sheetOf(learners, [guide]).exercises).toHaveLength(2);
		const { learners: rows, exercises } = sheetOf(learners, [guide], 'at-scan-qr-code');
		expect(exercises.map(({ id }) => id)).toEqual(['at-scan-qr-code']);
		expect(rows).toMatchObject([{ tried: 1, passed: 1, spent: other.tally.spent }]);
	});

	test('calls an exercise of one step by its step, and has step 9 before step 12', async () => {
		const tries = ['at-start-outlook', 'at-wait-for-logon', 'first-sign-in'].map((id) => flown(id));
		const { exercises } = sheetOf(of(await added(tries, 'Ada')), [guide]);
		expect(exercises.map(({ title }) => title)).toEqual([
			'Step 9: Step of wait-for-logon (New computer)',
			'Step 12: Step of start-outlook (New computer)',
			signIn.scenario.title,
		]);
	});

	test('an exercise that was tried twice counts once; one that does not check counts in nothing', async () => {
		const good = await added([signIn, asOf(signIn, 'again')], 'Ada');
		const bad = { ...good.tries[0]!, id: 'bad', outcome: 'unchecked' as const };
		const { learners, exercises } = sheetOf(of({ ...good, tries: [...good.tries, bad] }), [guide]);
		expect(learners).toMatchObject([{ tried: 1, passed: 1, spent: 600_000, unchecked: 1 }]);
		expect(exercises).toMatchObject([{ tried: 1, passed: 1 }]);
		expect(practicedBy([bad])).toEqual(new Set());
	});

	test('of nobody is empty, and no step of it is practiced', () => {
		const sheet = sheetOf([], [guide]);
		expect(sheet).toMatchObject({ learners: [], exercises: [] });
		expect(sheet.guides[0]?.missing).toHaveLength(desktopSteps.length);
	});

	test.each([
		[[], null],
		[[3], 3],
		[[5, 1, 3], 3],
		[[4, 10, 1, 2], 3],
	])('the median of %j is %s', (values, middle) => {
		expect(median(values)).toBe(middle);
	});
	test('times in words', () => {
		expect([null, 0, 59_499, 59_500, 125_000].map(timeWords)).toEqual([
			'–',
			'0 s',
			'59 s',
			'1 min 0 s',
			'2 min 5 s',
		]);
	});
});

describe('for a spreadsheet', () => {
	test.each([
		['=1+1', `"'=1+1"`],
		['+1', `"'+1"`],
		['-1', `"'-1"`],
		['@SUM(A1)', `"'@SUM(A1)"`],
		['\t=1', `"'\t=1"`],
		['\r=1', `"'\r=1"`],
		['＝1', `"'＝1"`],
		['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
		['Ada, "Countess"', '"Ada, ""Countess"""'],
		['two\nlines', '"two\nlines"'],
		["O'Neil", `"O'Neil"`],
		['a;=1', '"a;=1"'],
		['Zoë', 'Zoë'],
		[-5, '-5'],
		['', ''],
	])('%j is written as %s', (value, written) => {
		expect(csvOf([[value, 1]])).toBe(`\ufeff${written},1\r\n`);
	});

	test('a name that is a formula is none in the sheet', async () => {
		const learners = of(await added([signIn], '=cmd|calc'));
		const text = csvOf(rowsOf(sheetOf(learners, [guide])));
		expect(text).toContain(`"'=cmd|calc",1,1,300,`);
		const lines = text.split('\r\n');
		expect(lines.filter((line) => line.startsWith('New computer,'))).toHaveLength(desktopSteps.length);
		expect(lines.at(-2)).toBe(`${signIn.scenario.title},1,1`);
	});
});
