import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../tests/support/seed.ts';
import { allFaultIds } from '../simulator/faults/registry.ts';
import { hash } from '../simulator/world.ts';
import { courseOf } from './course.ts';
import {
	drillCourses,
	drillTable,
	readDrill,
	rulesWords,
	scenarioOfDrill,
	writeDrill,
	type Drill,
} from './drill-link.ts';
import { checkDrill, rehearse, withDrawnFaults } from './drill-making.ts';
import { begin } from './exercise.ts';
import { androidWays } from './scenario.ts';
import { readScenario } from './scenario-data.ts';
import { exercisePath, scenarioOf } from './scenarios.ts';
import { checkSymbols } from '../sharing/check-symbols.ts';
import './testing/all-courses.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const orNone = (least: number, most: number) =>
	fc.option(fc.integer({ min: least, max: most }), { nil: null });
const drills: fc.Arbitrary<Drill> = fc.constantFrom(...drillCourses).chain((course) => {
	const { steps, faults } = drillTable(course);
	return fc
		.record({
			from: fc.constantFrom(...steps),
			until: fc.constantFrom('all' as const, ...steps),
			seed: fc.nat(999_999),
			faults: fc.shuffledSubarray([...faults], { maxLength: Math.min(20, faults.length) }),
			rules: fc.record({ hints: fc.boolean(), mistakes: orNone(0, 99), minutes: orNone(1, 600) }),
			way: fc.constantFrom(...androidWays),
		})
		.map(({ way, ...drill }) => ({ course, ...drill, ...(course === 'android' && { way }) }));
});

const plain: Drill = {
	course: 'desktop',
	from: 'request-static-password',
	until: 'all',
	seed: 417,
	faults: [],
	rules: { hints: false, mistakes: 3, minutes: 30 },
};

describe('a drill as a link', () => {
	test('comes back as it was written, however it is typed', () => {
		fc.assert(
			fc.property(drills, (drill) => {
				const text = writeDrill(drill);
				expect(text.length).toBeLessThanOrEqual(194);
				const loose = `https://x.test/practice/drill/# ${text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `;
				expect(readDrill(text)).toEqual({ ok: true, value: drill });
				expect(readDrill(loose)).toEqual({ ok: true, value: drill });
				const scenario = scenarioOfDrill(drill);
				expect(scenarioOf(scenario.id)).toEqual(scenario);
				expect(exercisePath(scenario)).toBe(`/practice/drill/#${text}`);
				expect(readScenario(scenario)).toEqual({ ok: true, value: scenario });
			}),
			{ seed },
		);
	});

	test('is refused after every change of one letter, and after every cut', () => {
		fc.assert(
			fc.property(drills, (drill) => {
				const text = writeDrill(drill);
				for (let at = 0; at < text.length; at += 1) {
					expect(readDrill(text.slice(0, at)), 'the end cut').toEqual({ ok: false, reason: 'altered' });
					expect(readDrill(text.slice(0, at) + text.slice(at + 1)), 'one gone').toMatchObject({ ok: false });
					for (const letter of alphabet)
						if (letter !== text[at])
							expect(readDrill(text.slice(0, at) + letter + text.slice(at + 1)).ok).toBe(false);
				}
			}),
			{ numRuns: process.env.LONG ? 100 : 6, seed },
		);
	});

	test('of a later version is told from one that was cut', () => {
		const symbols = [...writeDrill(plain)].map((letter) => alphabet.indexOf(letter)).slice(0, -3);
		const again = (contents: number[]) =>
			[...contents, ...checkSymbols(contents)].map((symbol) => alphabet[symbol]).join('');
		expect(readDrill(again(symbols))).toEqual({ ok: true, value: plain });
		expect(readDrill(again([2, ...symbols.slice(1)]))).toEqual({ ok: false, reason: 'newer' });
		// a course that there is not yet
		expect(readDrill(again([...symbols.slice(0, 3), 9, ...symbols.slice(4)]))).toEqual({
			ok: false,
			reason: 'newer',
		});
	});

	test.each(['', '#', '417', 'THREE', '0000000', '417-3', 'é'])('"%s" is none', (text) => {
		expect(readDrill(text).ok).toBe(false);
	});

	test('a text of any length is refused at once', () => {
		expect(readDrill('A'.repeat(1_000_000)).ok).toBe(false);
	});

	test('a drill by its number goes on working', () => {
		expect(scenarioOf('drill-417-3')?.faults).toHaveLength(3);
	});

	test('a step or a surprise of another course cannot be written', () => {
		expect(() => writeDrill({ ...plain, faults: ['push-stranger'] })).toThrow(RangeError);
		expect(() => writeDrill({ ...plain, from: 'turn-push-on' })).toThrow(RangeError);
		expect(() => writeDrill({ ...plain, seed: 1_000_000 })).toThrow(RangeError);
	});

	test('says what is asked for, and never what goes wrong', () => {
		expect(rulesWords(plain.rules)).toBe('Expect trouble. No help. At most 3 mistakes. 30 minutes.');
		expect(rulesWords({ hints: true, mistakes: 0, minutes: null })).toBe(
			'Expect trouble. Hints are allowed. No mistakes.',
		);
		const drill: Drill = { ...plain, faults: ['wrong-zone'] };
		expect(scenarioOfDrill(drill).about).toBe(rulesWords(plain.rules));
	});
});

describe('the table of numbers', () => {
	test('has every step and surprise of today', () => {
		for (const course of drillCourses)
			expect(drillTable(course).steps).toEqual(
				expect.arrayContaining(courseOf({ course }).goals.map(({ id }) => id)),
			);
		const known = drillCourses.flatMap((course) => drillTable(course).faults);
		expect([...known].sort()).toEqual([...allFaultIds()].sort());
	});
	test('only grows: what was released stands where it stood', () => {
		const sum = (names: readonly string[]) =>
			createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
		const released = { desktop: [24, 74], android: [16, 13], push: [11, 8] } as const;
		const sums = drillCourses.map((course) => {
			const { steps, faults } = drillTable(course);
			const [stepCount, faultCount] = released[course];
			return sum([...steps.slice(0, stepCount), ...faults.slice(0, faultCount)]);
		});
		expect(sums).toEqual(['ccc1c108e56e5b3c', '3e8498a260403c3b', '05379a7c386b439a']);
	});
});

describe('the World of a drill', () => {
	test('is the same for everybody who opens the link', () => {
		const drill = withDrawnFaults(plain, 3);
		const [one, other] = [scenarioOfDrill(drill), scenarioOf(`drill-${writeDrill(drill)}`)!];
		expect(hash(begin(one).world)).toBe(hash(begin(other).world));
		expect(rehearse(one)).toEqual(rehearse(other));
	});

	test('cannot have what excludes each other, or end before it begins', () => {
		const check = (change: Partial<Drill>) => checkDrill(scenarioOfDrill({ ...plain, ...change }));
		expect(check({})).toMatchObject({ ok: true });
		expect(check({ faults: ['cable-loose', 'guest-wifi'] })).toEqual({ ok: false, reason: 'clash' });
		expect(check({ faults: ['cable-loose', 'cable-loose'] })).toEqual({ ok: false, reason: 'clash' });
		expect(check({ from: 'get-help', until: 'connect-to-router' })).toEqual({
			ok: false,
			reason: 'impossible',
		});
		expect(check({ from: 'check-time-zone', faults: ['no-power'] })).toEqual({
			ok: false,
			reason: 'impossible',
		});
	});

	test.each(drillCourses)('%s: what a seed draws is all met, and the drill has an end', (course) => {
		const from = drillTable(course).steps[0]!;
		const drill: Drill = { ...plain, course, from, ...(course === 'android' && { way: 'link' }) };
		const drawn = withDrawnFaults(drill, 2);
		// one surprise of push may keep all others from showing
		expect(drawn.faults.length).toBeGreaterThanOrEqual(course === 'push' ? 1 : 2);
		const { ends, met } = rehearse(scenarioOfDrill(drawn));
		expect(ends).toBe(true);
		expect([...met].sort()).toEqual([...drawn.faults].sort());
		expect(withDrawnFaults(drill, 2)).toEqual(drawn);
	});
});
