import { fileURLToPath } from 'node:url';
import { base32crockford } from '@scure/base';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCompiler } from '../../scripts/vite/guide.ts';
import { actsOf } from '../../scripts/vite/places.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import acts from './acts.json';
import { readHandoff, writeHandoff, type Handoff } from './handoff.ts';
import places from './numbers.json';
import { qrOf } from '../ui/qr.ts';
import { progressMail } from './ticket.ts';

const run = {
	id: '0123456789abcdef0123456789abcdef',
	procedure: 'desktop',
	version: '2020-05-05',
	startedAt: Date.UTC(2026, 10, 21, 9, 12, 44, 123),
} as const;
const done: ProcedureEvent = { type: 'DONE' };

/** 24 steps from the first question to the end, with a problem at some of them. */
function ordinary(problems: number): Handoff {
	const trouble: ProcedureEvent[] = [{ type: 'SYMPTOM', symptom: 'passcode-refused' }, { type: 'FIXED' }];
	const steps = Array.from({ length: 24 }, (_, at) => (at < problems ? [...trouble, done] : [done]));
	return {
		run,
		lastAt: run.startedAt + 5_000_000,
		at: 'desktop/get-help',
		acts: [
			{ type: 'ANSWER', question: 'phone', answer: 'no' },
			{ type: 'ANSWER', question: 'screen', answer: 'other' },
			{ type: 'ANSWER', question: 'role', answer: 'user' },
			{ type: 'ANSWER', question: 'static-password', answer: 'yes' },
			...steps.flat(),
		],
		noted: { 'static-password': '2026-10-30', 'mfa-email': '2026-10-31' },
	};
}
const string = writeHandoff(ordinary(5));
const faultOf = (text: string) => {
	const read = readHandoff(text);
	return read.ok ? 'opened' : read.reason;
};
/** A string with a right checksum over any bytes. */
const sealed = (...bytes: number[]) => {
	const contents = Uint8Array.from(bytes);
	return base32crockford.encode(Uint8Array.from([...contents, ...sha256(contents).slice(0, 4)]));
};

test('every act that a run can hold has a number of its own', async () => {
	const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
	const { compiler } = await loadCompiler(root);
	const names = Object.values(acts);
	const missing = actsOf(compiler.compileProcedures(root)).filter((name) => !names.includes(name));
	expect(missing, 'run "node scripts/number-places.mjs"').toEqual([]);
	expect(new Set(names).size).toBe(names.length);
	// the first numbers are written into links that people keep
	expect(names.slice(0, 5)).toEqual(['DONE', 'FIXED', 'NOT_FIXED', 'JUMP', 'ANSWER phone yes']);
});

describe('what is handed over', () => {
	test('comes back as it was', () => {
		expect(readHandoff(string)).toEqual({ ok: true, value: ordinary(5) });
	});
	test('is digits and capital letters, and no more of a person than steps and days', () => {
		expect(string).toMatch(/^[0-9A-Z]+$/);
		const { run: its, lastAt, at, acts: list, noted, ...rest } = ordinary(5);
		expect([its, lastAt, at, list, noted, rest]).toHaveLength(6);
		expect(rest).toEqual({});
	});
	test.each([
		['behind the # of a link', `https://guide.example/go-on/#${string}`],
		['in a file with a link', `Your progress.\nhttps://guide.example/go-on/#${string}\n`],
		['in small letters', string.toLowerCase()],
		['broken over lines', string.replace(/(.{40})/g, '$1\r\n\t ')],
		['in the mail that carries it', progressMail('Guide', `https://guide.example/go-on/#${string}`).text],
		['with a full stop after it', `Here: <https://guide.example/go-on/#${string}>. Thanks, A.`],
		['broken over lines in a mail', `https://guide.example/#${string.replace(/(.{40})/g, '$1\r\n')}\nBye`],
	])('is read %s', (_, text) => {
		expect(readHandoff(text)).toEqual({ ok: true, value: ordinary(5) });
	});
	test.each(['https://guide.example/desktop/get-help/', '', '#', ' \n'])(
		'is not in a link to a step, nor in nothing: %j',
		(text) => {
			expect(readHandoff(text)).toEqual({ ok: false, reason: 'empty' });
		},
	);
	test('comes back from 1,000 generated runs', () => {
		const addresses = Object.values(places).map((address) => address.split('/'));
		const act = fc.oneof(
			fc.constantFrom(...Object.values(acts).filter((name) => name !== 'JUMP')).map((name) => {
				const [type, first, second] = name.split(' ');
				if (type === 'SYMPTOM') return { type, symptom: first };
				return type === 'ANSWER' ? { type, question: first, answer: second } : { type };
			}),
			fc
				.constantFrom(...addresses.filter(([procedure]) => procedure === 'desktop'))
				.map(([, slug, detour]) => ({ type: 'JUMP', slug, ...(detour ? { detour } : {}) })),
		) as fc.Arbitrary<ProcedureEvent>;
		const time = fc.integer({ min: 0, max: 2 ** 48 });
		const day = fc
			.date({ min: new Date('2000-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		const handoff = fc.record({
			run: fc.record({
				id: fc.oneof(
					fc.uuid(),
					fc.stringMatching(/^[0-9a-f]{32}$/),
					fc.string({ minLength: 1, maxLength: 20 }),
				),
				procedure: fc.constant('desktop' as const),
				version: fc.string({ unit: 'grapheme', maxLength: 10 }),
				startedAt: time,
			}),
			lastAt: time,
			at: fc.option(fc.constantFrom(...Object.values(places)), { nil: undefined }),
			acts: fc.array(act, { maxLength: 120 }),
			noted: fc.record({ 'static-password': day, 'mfa-email': day }, { requiredKeys: [] }),
		}) as fc.Arbitrary<Handoff>;
		fc.assert(
			fc.property(handoff, (one) => {
				expect(readHandoff(writeHandoff(one))).toEqual({ ok: true, value: one });
			}),
			{ numRuns: 1000, seed: 20261122 },
		);
	}, 60_000);
	test('leaves out days that are none', () => {
		for (const noted of ['2026-02-30', 'yesterday', '1999-12-31', ''])
			expect(readHandoff(writeHandoff({ ...ordinary(0), noted: { 'mfa-email': noted } }))).toMatchObject({
				value: { noted: {} },
			});
	});
});

describe('a hand-off is refused', () => {
	test('when it is cut short, anywhere, at either end', () => {
		for (let length = 1; length < string.length; length++) {
			expect(faultOf(string.slice(0, length)), `cut after ${length}`).toBe('altered');
			expect(faultOf(string.slice(length)), `cut before ${length}`).toBe('altered');
		}
	});
	test('when one of its characters is another, or two neighbors changed places', () => {
		for (let at = 0; at < string.length; at++) {
			for (const symbol of '0123456789ABCDEFGHJKMNPQRSTVWXYZ%/')
				if (symbol !== string[at])
					expect(faultOf(string.slice(0, at) + symbol + string.slice(at + 1))).toBe('altered');
			const [one = '', other = ''] = string.slice(at, at + 2);
			if (one !== other && other !== '')
				expect(faultOf(string.slice(0, at) + other + one + string.slice(at + 2))).toBe('altered');
		}
	});
	test.each([
		['nothing', '', 'empty'],
		['a link without any', 'https://guide.example/go-on/#', 'empty'],
		['a text', 'hello world', 'altered'],
		['too much', 'A'.repeat(40_001), 'too-large'],
		['another format', sealed(2, 0), 'newer'],
		['an unknown procedure', sealed(1, 99, 0, 1, 65, 0, 0, 0, 0, 0), 'newer'],
		['an unknown place', sealed(1, 0, 0, 1, 65, 0, 0, 0, 0, 255, 63), 'newer'],
		['an unknown act', sealed(1, 0, 0, 1, 65, 0, 0, 0, 0, 0, 255, 63), 'newer'],
		['bad UTF-8', sealed(1, 0, 2, 0xc3, 0x28, 1, 65, 0, 0, 0, 0, 0), 'newer'],
		['a text that is longer than all', sealed(1, 0, 90, 65), 'newer'],
		['endless numbers', sealed(1, ...Array<number>(40).fill(255)), 'newer'],
		['a billion steps', sealed(1, 0, 0, 1, 65, 0, 0, 0, 0, 0, 1, 255, 255, 255, 255, 3), 'newer'],
		[
			'twice more than a run can hold',
			sealed(1, 0, 0, 1, 65, 0, 0, 0, 0, 0, 1, 144, 78, 1, 144, 78),
			'newer',
		],
	])('that holds %s', (_, text, reason) => {
		expect(faultOf(text)).toBe(reason);
	});
	test('and nothing throws: 10,000 texts and sealed bytes', () => {
		const hostile = fc.constantFrom(
			'__proto__',
			'{"__proto__":1}',
			'%E0%A4%A',
			'\ud800',
			'#'.repeat(500),
			'%00',
		);
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), hostile, fc.base64String());
		const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 });
		const near = bytes.map((list) => sealed(1, 0, 1, 65, 1, 65, ...list));
		const given = fc.oneof(
			text,
			bytes.map((list) => sealed(...list)),
			near,
		);
		fc.assert(
			fc.property(given, (one) => {
				const read = readHandoff(one);
				return !read.ok || read.value.acts.every((act) => Object.getPrototypeOf(act) === Object.prototype);
			}),
			{ numRuns: 10_000, seed: 20261123 },
		);
	}, 60_000);
});

describe('as a QR code', () => {
	const link = (handoff: Handoff) =>
		`https://guides.some-organization.example.gov/setup/handrail/go-on/#${writeHandoff(handoff)}`;

	test.each([0, 5, 12])('a whole run with %i problems is of version 10 at most', (problems) => {
		const qr = qrOf(link(ordinary(problems)));
		expect(qr?.version).toBeLessThanOrEqual(10);
		expect(qr?.size).toBe((qr?.version ?? 0) * 4 + 17);
	});
	test('a run that is too long for a camera has none', () => {
		expect(qrOf('A'.repeat(2000))).toBeUndefined();
		expect(qrOf('A'.repeat(20_000))).toBeUndefined();
	});
	test('is drawn module by module', async () => {
		const { create } = await import('qrcode');
		const { modules } = create(link(ordinary(5)), { errorCorrectionLevel: 'M' });
		const { path = '', size } = qrOf(link(ordinary(5))) ?? {};
		const dark = new Set<string>();
		for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
			for (let at = 0; at < Number(width); at++) dark.add(`${Number(x) + at} ${y}`);
		for (let row = 0; row < modules.size; row++)
			for (let column = 0; column < modules.size; column++)
				expect(dark.has(`${column} ${row}`)).toBe(Boolean(modules.get(row, column)));
		expect(size).toBe(modules.size);
	});
});
