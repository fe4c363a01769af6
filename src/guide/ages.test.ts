import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { ageInWords, ageKey, ageOf, dayOf, isTooOld } from './ages.ts';
import { openSession } from './session.ts';
import { windows } from './windows.fixture.ts';

describe('an age', () => {
	test.each([
		['2026-11-10', '2026-11-10', 0],
		['2026-11-09', '2026-11-10', 1],
		// summer time begins, ends, and a leap day lies between
		['2026-03-07', '2026-03-09', 2],
		['2026-10-31', '2026-11-02', 2],
		['2028-02-28', '2028-03-01', 2],
		['2026-12-31', '2027-01-01', 1],
		['2026-10-10', '2026-11-09', 30],
		['2026-10-10', '2026-11-10', 31],
		['2026-01-01', '2038-01-20', 4402],
	])('from %s to %s: %i days', (noted, today, days) => {
		expect(ageOf(noted, today)).toEqual({ kind: 'days', days });
	});
	test.each(['2026-11-11', '2027-01-01', '9999-12-31'])('%s has not come yet', (noted) => {
		expect(ageOf(noted, '2026-11-10')).toEqual({ kind: 'future' });
	});
	test('nothing is negative when the clock of this device is back in 1970', () => {
		expect(ageOf('2026-11-10', '1970-01-01')).toEqual({ kind: 'future' });
	});
	test.each([undefined, null, '', 'yesterday', '2026-02-30', '2026-1-1', '0002-11-10', 5, {}, NaN])(
		'%o is no day',
		(noted) => {
			expect(ageOf(noted, '2026-11-10')).toEqual({ kind: 'unknown' });
		},
	);
});

describe('too old', () => {
	test.each([
		[0, false],
		[30, false],
		[31, true],
		[400, true],
	])('at %i days: %o', (days, expected) => {
		expect(isTooOld({ kind: 'days', days }, 30)).toBe(expected);
	});
	test('never what is unknown or has not come', () => {
		expect(isTooOld({ kind: 'unknown' }, 30)).toBe(false);
		expect(isTooOld({ kind: 'future' }, 30)).toBe(false);
	});
	test('a clock of this device that is wrong by a day moves it by a day', () => {
		const noted = '2026-10-10';
		const on = (today: string) => isTooOld(ageOf(noted, today), 30);
		expect([on('2026-11-09'), on('2026-11-10'), on('2026-11-11')]).toEqual([false, true, true]);
		expect(ageInWords(ageOf('2026-11-10', '2026-11-09'))).toContain('has not come yet');
	});
});

test.each([
	['2026-11-10T03:00:00Z', 'America/New_York', '2026-11-09'],
	['2026-11-10T03:00:00Z', 'Asia/Tokyo', '2026-11-10'],
	['1970-01-01T00:00:00Z', 'Etc/UTC', '1970-01-01'],
	['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08'],
	['2026-11-02T04:59:00Z', 'America/New_York', '2026-11-01'],
])('a day is that of the computer’s zone: %s in %s', (moment, zone, day) => {
	vi.stubEnv('TZ', zone);
	expect(dayOf(Date.parse(moment))).toBe(day);
	vi.unstubAllEnvs();
});

test.each([
	[0, 'It came today.'],
	[1, 'It is 1 day old.'],
	[31, 'It is 31 days old.'],
	[4402, 'It is 4,402 days old.'],
])('%i days in words', (days, words) => {
	expect(ageInWords({ kind: 'days', days })).toBe(words);
});

describe('the notes', () => {
	let databases = 0;
	const open = () => {
		let ids = 0;
		const name = `ages-test-${(databases += 1)}`;
		return openSession({
			openStore: () => openDatabase(name),
			peers: windows().open(),
			clock: () => 0,
			newId: () => `run-${ids++}`,
			version: '2020-05-05',
		});
	};
	const key = (run: string | undefined) => ageKey(run, 'mfa-email');
	const day = '2026-10-10';
	const atStep = { kind: 'step', step: 'open-mfa-email' } as const;

	test('what is noted before the first act belongs to the run that begins', async () => {
		const session = await open();
		await session.setNote(key(undefined), day);
		await session.act('desktop', atStep, { type: 'DONE' });
		expect(await session.note(key('run-0'))).toBe(day);
		expect(await session.note(key(undefined))).toBeUndefined();
	});

	test('a new e-mail forgets the day of the one before', async () => {
		const session = await open();
		await session.act('desktop', atStep, { type: 'SYMPTOM', symptom: 'mfa-email-old' });
		await session.setNote(key('run-0'), day);
		const detour = { kind: 'detour', step: 'open-mfa-email', detour: 'new-mfa-email' } as const;
		expect(session.getSnapshot().place).toMatchObject(detour);
		await session.act('desktop', detour, { type: 'NOT_FIXED' });
		expect(await session.note(key('run-0'))).toBe(day);
		await session.act('desktop', detour, { type: 'JUMP', slug: detour.step, detour: detour.detour });
		const place = await session.act('desktop', detour, { type: 'FIXED' });
		expect(place).toMatchObject(atStep);
		expect(await session.note(key('run-0'))).toBeUndefined();
	});

	test('the next person does not get the days of the one before', async () => {
		const session = await open();
		await session.setNote(key(undefined), day);
		await session.startFresh();
		expect(await session.note(key(undefined))).toBeUndefined();
		await session.act('desktop', atStep, { type: 'DONE' });
		await session.setNote(key('run-0'), day);
		await session.remove('run-0');
		expect(await session.note(key('run-0'))).toBeUndefined();
	});
});
