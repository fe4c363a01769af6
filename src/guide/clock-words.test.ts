import { describe, expect, test } from 'vitest';
import { readingGrade, sentencesOf, wordsOf } from '../content/readability.ts';
import { desktopDetourLabels } from '../steps/desktop/detour-labels.ts';
import { desktopStepFacts } from '../steps/desktop/index.ts';
import { adviceOf, ownServerWords, twiceWords } from './clock-words.ts';
import type { Diagnosis } from './clock-doctor.ts';

const zone = '(UTC-05:00) Eastern Time (US & Canada)';
const diagnoses: Diagnosis[] = [
	...(['fine', 'zone', 'clock', 'both'] as const).map((verdict) => ({ verdict, ahead: -120, twice: false })),
	...(
		['zone-unknown', 'time-unreadable', 'hour-left-out', 'nothing-to-compare', 'witnesses-differ'] as const
	).map((reason) => ({ verdict: 'unsure', reason }) as const),
];
const known = [...desktopDetourLabels, ...desktopStepFacts.flatMap((step) => step.labels)];
const labelsOf = (diagnosis: Diagnosis) =>
	adviceOf(diagnosis, zone)
		.steps.flat()
		.flatMap((part) => (typeof part === 'string' ? [] : [part]));

describe.each(diagnoses)('$verdict $reason', (diagnosis) => {
	const { title, why, steps, after } = adviceOf(diagnosis, zone);
	const lines = steps.map((parts) => parts.filter((part) => typeof part === 'string').join(''));
	const text = [title, why, ...lines, after].join('\n').replace(`"${zone}"`, '');

	test('reads well', () => {
		expect(Number(readingGrade(text).toFixed(1))).toBeLessThanOrEqual(7);
		expect(sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 25)).toEqual([]);
		expect(text).not.toMatch(/\b(simply|just|please|easy|easily|obviously)\b/i);
	});
	test('quotes labels that exist', () => {
		expect(
			labelsOf(diagnosis).filter(
				(label) => !known.some(({ text, kind }) => text === label.text && kind === label.kind),
			),
		).toEqual([]);
	});
});

test('each verdict names what it is about and nothing else', () => {
	const labels = Object.fromEntries(
		diagnoses
			.slice(0, 4)
			.map((diagnosis) => [diagnosis.verdict, labelsOf(diagnosis).map(({ text }) => text)]),
	);
	expect(labels).toEqual({
		fine: [],
		zone: ['Date and time settings', 'Set time zone automatically'],
		clock: ['Date and time settings', 'Set time automatically', 'Sync now'],
		both: ['Date and time settings', 'Set time zone automatically', 'Set time automatically', 'Sync now'],
	});
});

test('the remarks read well', () => {
	expect(readingGrade(`${twiceWords}\n${ownServerWords}`)).toBeLessThanOrEqual(7);
});
