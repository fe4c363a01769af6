import { describe, expect, test } from 'vitest';
import {
	aheadOfServer,
	diagnose,
	spanInWords,
	toleranceMinutes,
	type Diagnosis,
	type Findings,
} from './clock-doctor.ts';
import { americanZones, windowsZones } from './windows-zones.ts';
import { momentsOf, offsetAt } from '../domain/zone-time.ts';
import { ianaOf, sameZone, windowsZoneOf } from './zones.ts';

const at = (utc: string) => Date.parse(`${utc}:00Z`);
const minute = 60_000;

/** What a clock shows, by another way than the one under test. */
const shownIn = (zone: string, moment: number): string => {
	const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...short });
	formats.set(zone, format);
	return format.format(moment).replace(' ', 'T');
};
const short = { dateStyle: 'short', timeStyle: 'short' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

const verdictOf = (findings: Findings): string => {
	const diagnosis = diagnose(findings);
	return diagnosis.verdict === 'unsure' ? diagnosis.reason : diagnosis.verdict;
};

describe('the truth table', () => {
	const zones = [
		'America/New_York',
		'America/Phoenix',
		'America/Denver',
		'America/St_Johns',
		'Asia/Kolkata',
		'Australia/Lord_Howe',
		'Pacific/Honolulu',
		'Pacific/Kiritimati',
		'Etc/UTC',
	];
	const moments = {
		winter: at('2026-01-15T18:00'),
		summer: at('2026-07-15T18:00'),
		'the minute before summer time in New York': at('2026-03-08T06:59'),
		'the minute of summer time in New York': at('2026-03-08T07:00'),
		'New Year at the date line': at('2026-12-31T10:30'),
	};
	/** Minutes that the computer's UTC is off, and is that a wrong clock? */
	const skews: readonly (readonly [number, boolean])[] = [
		[0, false],
		[toleranceMinutes, false],
		[-toleranceMinutes, false],
		[toleranceMinutes + 1, true],
		[-toleranceMinutes - 1, true],
		[-120, true],
		[1440, true],
		[-1440, true],
	];
	const expected = (wrongZone: boolean, wrongClock: boolean) =>
		wrongZone ? (wrongClock ? 'both' : 'zone') : wrongClock ? 'clock' : 'fine';

	const rows = Object.entries(moments).flatMap(([when, truth]) =>
		zones.flatMap((right) => zones.map((shown) => ({ when, truth, right, shown }))),
	);

	test.each(rows)('$when: should be in $right, shows $shown', ({ truth, right, shown }) => {
		for (const [skew, wrongClock] of skews) {
			const own = truth + skew * minute;
			const want = expected(right !== shown, wrongClock);
			const read = { local: shownIn(shown, own), zone: shown };
			const server = { kind: 'server', at: truth } as const;
			expect(
				verdictOf({ rightZone: right, computer: { at: own, zone: shown }, witnesses: [server] }),
				`from within, ${skew} minutes`,
			).toBe(want);
			expect(
				verdictOf({ rightZone: right, computer: read, witnesses: [server] }),
				`read off, ${skew} minutes`,
			).toBe(want);
			for (const zone of [right, 'Asia/Tokyo']) {
				const phone = { kind: 'clock', reading: { local: shownIn(zone, truth), zone } } as const;
				expect(
					verdictOf({ rightZone: right, computer: read, witnesses: [phone] }),
					`phone in ${zone}, ${skew} minutes`,
				).toBe(want);
			}
		}
	});

	test('a clock that looks right in a wrong zone is wrong twice, in any pair of zones', () => {
		for (const truth of Object.values(moments))
			for (const right of zones)
				for (const shown of zones) {
					const local = shownIn(right, truth);
					if (right === shown || momentsOf(local, shown)?.length !== 1) continue;
					const sameNow = offsetAt(right, truth) === offsetAt(shown, truth);
					expect(
						verdictOf({
							rightZone: right,
							computer: { local, zone: shown },
							witnesses: [{ kind: 'clock', reading: { local, zone: right } }],
						}),
						`${right} ${shown} ${local}`,
					).toBe(sameNow ? 'zone' : 'both');
				}
	});
});

/** A row by hand: what stands on the computer, what on the phone, and the verdict. */
type Row = [what: string, right: string, zone: string, local: string, phone: string, verdict: string];

describe('rows by hand', () => {
	const eastern = '(UTC-05:00) Eastern Time (US & Canada)';
	const central = '(UTC-06:00) Central Time (US & Canada)';
	const mountain = '(UTC-07:00) Mountain Time (US & Canada)';
	const arizona = '(UTC-07:00) Arizona';
	const rows: Row[] = [
		['all right', eastern, eastern, '2026-11-10T15:42', '2026-11-10T15:42', 'fine'],
		['wrong zone, right UTC', eastern, mountain, '2026-11-10T13:42', '2026-11-10T15:42', 'zone'],
		['moved to look right', eastern, mountain, '2026-11-10T15:42', '2026-11-10T15:42', 'both'],
		['five minutes slow', eastern, eastern, '2026-11-10T15:37', '2026-11-10T15:42', 'clock'],
		['the right hour of another day', eastern, eastern, '2026-11-09T15:42', '2026-11-10T15:42', 'clock'],
		['1970', eastern, eastern, '1970-01-01T00:00', '2026-11-10T15:42', 'clock'],
		['2038', eastern, eastern, '2038-01-19T03:14', '2026-11-10T15:42', 'clock'],
		[
			'Arizona in winter shows Denver’s time',
			arizona,
			mountain,
			'2026-01-10T09:00',
			'2026-01-10T09:00',
			'zone',
		],
		['Arizona in summer', arizona, mountain, '2026-07-10T10:00', '2026-07-10T09:00', 'zone'],
		['Arizona, moved in summer', arizona, mountain, '2026-07-10T09:00', '2026-07-10T09:00', 'both'],
		[
			'Arizona has no hour that is left out',
			arizona,
			arizona,
			'2026-03-08T02:30',
			'2026-03-08T02:30',
			'fine',
		],
		[
			'East of Indiana is Eastern',
			eastern,
			'(UTC-05:00) Indiana (East)',
			'2026-07-10T09:00',
			'2026-07-10T09:00',
			'fine',
		],
		['an hour that is left out', eastern, eastern, '2026-03-08T02:30', '2026-03-08T03:30', 'hour-left-out'],
		['left out on the phone', eastern, eastern, '2026-03-08T03:30', '2026-03-08T02:30', 'hour-left-out'],
		['left out here, not there', eastern, central, '2026-03-08T02:30', '2026-03-08T03:30', 'hour-left-out'],
		['just before it', eastern, eastern, '2026-03-08T01:59', '2026-03-08T03:00', 'fine'],
		['an hour that comes twice', eastern, eastern, '2026-11-01T01:30', '2026-11-01T01:30', 'fine'],
		['twice on one side', eastern, central, '2026-11-01T00:30', '2026-11-01T01:30', 'zone'],
		['twice, and 2 hours off', eastern, eastern, '2026-11-01T03:30', '2026-11-01T01:30', 'clock'],
	];
	test.each(rows)('%s', (_, right, zone, local, phone, verdict) => {
		expect(
			verdictOf({
				rightZone: right,
				computer: { local, zone },
				witnesses: [{ kind: 'clock', reading: { local: phone, zone: right } }],
			}),
		).toBe(verdict);
	});

	test('a phone across the date line', () => {
		const reading = { local: '2026-12-31T10:30', zone: 'Pacific/Pago_Pago' };
		const local = '2027-01-01T11:30';
		const [zone, rightZone] = ['Pacific/Kiritimati', 'Pacific/Kiritimati'];
		const witnesses = [{ kind: 'clock', reading } as const];
		expect(verdictOf({ rightZone, computer: { local, zone }, witnesses })).toBe('fine');
		expect(verdictOf({ rightZone, computer: { local: '2026-12-31T11:30', zone }, witnesses })).toBe('clock');
	});

	test('an hour that comes twice is said to', () => {
		const computer = { local: '2026-11-01T01:30', zone: eastern };
		const witnesses = [{ kind: 'server', at: at('2026-11-01T05:30') } as const];
		expect(diagnose({ rightZone: eastern, computer, witnesses })).toMatchObject({
			verdict: 'fine',
			twice: true,
		});
		const inside = { at: at('2026-11-01T06:30'), zone: eastern };
		expect(diagnose({ rightZone: eastern, computer: inside, witnesses })).toMatchObject({
			verdict: 'clock',
			twice: false,
			ahead: 60,
		});
	});

	test('the hour that is left out at Lord Howe Island is half an hour', () => {
		expect(momentsOf('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual([]);
		expect(momentsOf('2026-10-04T02:30', 'Australia/Lord_Howe')).toHaveLength(1);
		expect(momentsOf('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2);
	});
});

describe('what cannot be', () => {
	const computer = { local: '2026-11-10T15:42', zone: 'America/Chicago' };
	const server = { kind: 'server', at: at('2026-11-10T21:42') } as const;
	const phone = (local: string, zone = 'America/Chicago') =>
		({ kind: 'clock', reading: { local, zone } }) as const;
	const rightZone = 'America/Chicago';
	const rows: [string, Findings][] = [
		['zone-unknown', { rightZone: '', computer, witnesses: [server] }],
		['zone-unknown', { rightZone, computer: { ...computer, zone: 'Mars/Olympus' }, witnesses: [server] }],
		['zone-unknown', { rightZone, computer, witnesses: [phone('2026-11-10T15:42', 'Nowhere')] }],
		['time-unreadable', { rightZone, computer: { ...computer, local: 'T' }, witnesses: [server] }],
		[
			'time-unreadable',
			{ rightZone, computer: { ...computer, local: '2026-02-30T10:00' }, witnesses: [server] },
		],
		[
			'time-unreadable',
			{ rightZone, computer: { ...computer, local: '2026-02-10T25:00' }, witnesses: [server] },
		],
		['time-unreadable', { rightZone, computer: { at: NaN, zone: rightZone }, witnesses: [server] }],
		['time-unreadable', { rightZone, computer, witnesses: [{ kind: 'server', at: NaN }] }],
		['time-unreadable', { rightZone, computer, witnesses: [phone('')] }],
		['nothing-to-compare', { rightZone, computer, witnesses: [] }],
		['witnesses-differ', { rightZone, computer, witnesses: [server, phone('2026-11-10T15:50')] }],
		['fine', { rightZone, computer, witnesses: [server, phone('2026-11-10T15:43')] }],
	];
	test.each(rows)('%s', (expected, findings) => {
		expect(verdictOf(findings)).toBe(expected);
	});
});

describe('zones', () => {
	test('every line of the list of Windows stands for a zone that is known', () => {
		expect(windowsZones.filter(({ name }) => ianaOf(name) === undefined)).toEqual([]);
		expect(new Set(windowsZones.map(({ name }) => name)).size).toBe(windowsZones.length);
		expect(new Set(windowsZones.map(({ iana }) => iana)).size).toBe(windowsZones.length);
	});
	test('the figure in its name is one of the zone’s own', () => {
		const wrong = windowsZones.filter(({ name, iana }) => {
			const [, sign = '+', hours = '0', minutes = '0'] = /UTC([+-])(\d\d):(\d\d)/.exec(name) ?? [];
			const said = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
			const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15));
			return !months.some((moment) => offsetAt(iana, moment) === said);
		});
		expect(wrong).toEqual([]);
	});
	test('those of the United States come first', () => {
		expect(americanZones.map(({ name }) => name.replace(/^\S+ /, ''))).toEqual([
			'Eastern Time (US & Canada)',
			'Indiana (East)',
			'Central Time (US & Canada)',
			'Mountain Time (US & Canada)',
			'Arizona',
			'Pacific Time (US & Canada)',
			'Alaska',
			'Hawaii',
			'Georgetown, La Paz, Manaus, San Juan',
		]);
	});
	test('a zone that Windows does not list has a line with the same times', () => {
		const now = at('2026-11-10T12:00');
		expect(windowsZoneOf('America/Detroit', now)?.name).toContain('Eastern Time');
		expect(windowsZoneOf('America/Puerto_Rico', now)?.name).toContain('UTC-04:00');
		expect(windowsZoneOf('America/Phoenix', now)?.name).toContain('Arizona');
	});
	test('zones are the same only when they are all year', () => {
		const winter = at('2026-01-10T12:00');
		expect(sameZone('America/Denver', 'America/Phoenix', winter)).toBe(false);
		expect(sameZone('America/New_York', 'America/Detroit', winter)).toBe(true);
	});
	test('a day that a zone left out has no moment', () => {
		expect(momentsOf('2011-12-30T12:00', 'Pacific/Apia')).toEqual([]);
	});
	test('every moment of a year is found again from what its clock shows', () => {
		for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'])
			for (let moment = at('2026-01-01T00:00'); moment < at('2027-01-01T00:00'); moment += 37 * 29 * minute)
				expect(momentsOf(shownIn(zone, moment), zone)).toContain(moment);
	});
});

describe('an answer of the server', () => {
	const date = 'Tue, 10 Nov 2026 12:00:00 GMT';
	const noon = at('2026-11-10T12:00');
	test('tells how far this device is ahead, half the way of the request taken off', () => {
		expect(aheadOfServer({ date, age: null, sentAt: noon, receivedAt: noon + 400 })).toBe(200);
		expect(aheadOfServer({ date, age: null, sentAt: noon - 7_200_000, receivedAt: noon - 7_200_000 })).toBe(
			-7_200_000,
		);
	});
	test('counts the time that it lay in a cache', () => {
		expect(aheadOfServer({ date, age: '600', sentAt: noon + 600_000, receivedAt: noon + 600_000 })).toBe(0);
	});
	test.each([
		[{ date: null }],
		[{ date: 'soon' }],
		[{ age: 'old' }],
		[{ age: '-5' }],
		[{ receivedAt: noon + 60_000 }],
		[{ receivedAt: noon - 1 }],
	])('tells nothing: %o', (change) => {
		expect(aheadOfServer({ date, age: null, sentAt: noon, receivedAt: noon, ...change })).toBeUndefined();
	});
});

test.each([
	[0, '1 minute'],
	[-5, '5 minutes'],
	[59, '59 minutes'],
	[60, 'about 1 hour'],
	[-90, 'about 1.5 hours'],
	[120, 'about 2 hours'],
	[1440, 'about 24 hours'],
	[-2880, 'about 2 days'],
	[20_000_000, 'about 13,889 days'],
])('%i minutes in words', (minutes, words) => {
	expect(spanInWords(minutes)).toBe(words);
});

test('a diagnosis never gives a number that is none', () => {
	const computer = { local: '1970-01-01T00:00', zone: 'America/Chicago' };
	const diagnosis: Diagnosis = diagnose({
		rightZone: 'America/Chicago',
		computer,
		witnesses: [{ kind: 'server', at: 0 }],
	});
	expect(diagnosis).toMatchObject({ verdict: 'clock', ahead: 360 });
});
