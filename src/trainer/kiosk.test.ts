import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../tests/support/seed.ts';
import {
	defaultSetting,
	isMinutes,
	isStart,
	kioskState,
	readSetting,
	readTime,
	signWords,
	warningWords,
	WARNING_SECONDS,
} from './kiosk.ts';

const setting = { minutes: 5, start: '/practice/' };
const at = (used: number, now: number, wiped = 0) => kioskState(setting, { used, wiped, now });
const MINUTE = 60_000;

describe('a shared computer', () => {
	test('is in use, warns in its last seconds, and is wiped when they are over', () => {
		expect(at(1, 1)).toEqual({ is: 'use' });
		expect(at(1, 1 + 4.5 * MINUTE - 1)).toEqual({ is: 'use' });
		expect(at(1, 1 + 4.5 * MINUTE)).toEqual({ is: 'warning', seconds: WARNING_SECONDS });
		expect(at(1, 5 * MINUTE)).toEqual({ is: 'warning', seconds: 1 });
		expect(at(1, 1 + 5 * MINUTE)).toEqual({ is: 'over' });
	});
	test('is wiped once, and then rests until somebody uses it', () => {
		const wiped = 6 * MINUTE;
		expect(at(1, wiped, wiped)).toEqual({ is: 'rest' });
		expect(at(1, wiped * 100, wiped)).toEqual({ is: 'rest' });
		expect(at(wiped + 1, wiped + 2, wiped)).toEqual({ is: 'use' });
	});
	test('never misses the end: of any idle time each moment is one of the states, in their order', () => {
		const order = ['use', 'warning', 'over'];
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(4e6), fc.nat(4e6), (minutes, one, two) => {
				const [early, late] = [Math.min(one, two), Math.max(one, two)].map(
					(now) => kioskState({ ...setting, minutes }, { used: 1, wiped: 0, now: now + 1 }).is,
				);
				expect(order.indexOf(late!)).toBeGreaterThanOrEqual(order.indexOf(early!));
			}),
			{ seed },
		);
	});
	test('speaks plainly', () => {
		expect(signWords(setting)).toBe('Shared computer: everything is wiped after 5 minutes without use.');
		expect(warningWords(1)).toContain('in 1 second.');
		expect(warningWords(2)).toContain('in 2 seconds.');
	});
});

describe('what is kept of kiosk mode', () => {
	test('off is off; one that is damaged stays on', () => {
		expect(readSetting(null)).toBeUndefined();
		expect(readSetting(JSON.stringify({ minutes: 9, start: '/desktop/' }))).toEqual({
			minutes: 9,
			start: '/desktop/',
		});
		for (const bad of ['', 'x', 'null', '[]', '{"minutes":1}', '{"minutes":61,"start":"//evil.test/"}'])
			expect(readSetting(bad)).toEqual(defaultSetting);
	});
	test('minutes are 2 to 60', () => {
		for (const good of [2, 5, 60]) expect(isMinutes(good)).toBe(true);
		for (const bad of [1, 61, 2.5, NaN, '5', null]) expect(isMinutes(bad)).toBe(false);
	});
	test('a start is a page of this site', () => {
		for (const good of ['/', '/practice/', '/practice/drill/#417-3', '/android/'])
			expect(isStart(good), good).toBe(true);
		for (const bad of [
			'',
			'practice/',
			'//evil.test/',
			'/practice',
			'https://evil.test/',
			'/../',
			'/a\\b/',
			3,
		])
			expect(isStart(bad), String(bad)).toBe(false);
	});
	test('a time ahead of the clock is now, and none is long ago', () => {
		expect(readTime('50', 100)).toBe(50);
		expect(readTime('500', 100)).toBe(100);
		for (const bad of [null, 'x', '-5', 'Infinity']) expect(readTime(bad, 100)).toBe(0);
	});
});
