import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { desktopSteps, desktopSymptoms } from '../domain/desktop.ts';
import { readBackup, writeBackup, type BackupRun } from './backup.ts';
import type { ReadEvent } from './events.ts';

const event = fc.oneof(
	fc.constantFrom({ type: 'DONE' as const }, { type: 'FIXED' as const }, { type: 'NOT_FIXED' as const }),
	fc.constantFrom(...desktopSymptoms).map((symptom) => ({ type: 'SYMPTOM' as const, symptom })),
	fc.constantFrom(...desktopSteps).map((slug) => ({ type: 'JUMP' as const, slug })),
	fc.constant({ type: 'ANSWER' as const, question: 'phone' as const, answer: 'no' as const }),
);
const time = fc.integer({ min: -1e12, max: 4e12 });
const run: fc.Arbitrary<BackupRun> = fc
	.record({
		id: fc.uuid(),
		startedAt: time,
		version: fc.constantFrom('2020-05-05', '2020-01-01'),
		events: fc.array(fc.tuple(event, time), { maxLength: 60 }),
	})
	.map(({ id, startedAt, version, events }) => ({
		run: { id, procedure: 'desktop', version, startedAt },
		events: events.map(([one, at], seq): ReadEvent => ({
			run: id,
			seq,
			at,
			event: one,
			place: '/desktop/get-help/',
		})),
	}));

describe('a progress file', () => {
	test('gives back 1,000 generated runs as they were', () => {
		fc.assert(
			fc.property(fc.array(run, { minLength: 1, maxLength: 2 }), (runs) => {
				expect(readBackup(writeBackup(runs))).toEqual({ ok: true, value: runs });
			}),
			{ numRuns: 1000, seed: 20261121 },
		);
	}, 60_000);

	const text = writeBackup(fc.sample(run, { numRuns: 3, seed: 7 }));
	test('is refused when it is cut short, anywhere', () => {
		for (let length = 0; length < text.length; length += 97)
			expect(readBackup(text.slice(0, length)).ok, `cut at ${length}`).toBe(false);
	});
	test('is refused when a character of its contents is changed', () => {
		const at = text.indexOf('desktop');
		expect(readBackup(`${text.slice(0, at)}x${text.slice(at + 1)}`)).toEqual({
			ok: false,
			reason: 'altered',
		});
	});
	test.each([
		['', 'not-a-backup'],
		['[]', 'not-a-backup'],
		['{"format":"handrail-progress","version":2}', 'newer'],
		['{"format":"handrail-progress","version":"1"}', 'malformed'],
		['{"format":"handrail-progress","version":1,"contents":"[]","checksum":"00"}', 'altered'],
		[writeBackup([]), 'empty'],
		[writeBackup([{ run: { id: '' }, events: [] }] as never), 'malformed'],
		[
			writeBackup([
				{
					run: { id: 'a', procedure: 'desktop', version: '', startedAt: 0 },
					events: [{ run: 'a', seq: 0, at: 0, place: '', event: { type: '__proto__' } }],
				},
			]),
			'malformed',
		],
	])('is refused with its reason: %s', (bad, reason) => {
		expect(readBackup(bad)).toEqual({ ok: false, reason });
	});
	test('of more than 20 million characters is refused unread', () => {
		expect(readBackup(' '.repeat(20_000_001))).toEqual({ ok: false, reason: 'too-large' });
	});
});
