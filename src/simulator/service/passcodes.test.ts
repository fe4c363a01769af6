import { describe, expect, test } from 'vitest';
import { fork, nextBelow, nextBytes, randomFrom, type Draw, type Random } from '../../domain/random.ts';
import type { HashAlgorithm } from '../policy.ts';
import { toBase32 } from './base32.ts';
import { findPair, followsFirst, matchCode, passcode, stepAt } from './passcodes.ts';
import type { Seed } from './state.ts';

/** Under mutation a few values are enough. */
const FEW = process.env.MUTATE === '1';
const text = (ascii: string) => toBase32([...ascii].map((c) => c.charCodeAt(0)));
const DIGITS_20 = '12345678901234567890';

const seed = (over: Partial<Seed> = {}): Seed => ({
	app: 'MobilePASS+',
	secret: text(DIGITS_20),
	mode: 'time',
	digits: 6,
	algorithm: 'SHA1',
	intervalSeconds: 30,
	pinType: 'None',
	...over,
});

describe('published vectors', () => {
	const appendixD = [
		'755224',
		'287082',
		'359152',
		'969429',
		'338314',
		'254676',
		'287922',
		'162583',
		'399871',
		'520489',
	];
	test.each(appendixD.map((code, counter) => ({ counter, code })))(
		'RFC 4226 appendix D: counter $counter gives $code',
		({ counter, code }) => expect(passcode(seed(), counter)).toBe(code),
	);

	const appendixB: [number, string, string, string][] = [
		[59, '94287082', '46119246', '90693936'],
		[1111111109, '07081804', '68084774', '25091201'],
		[1111111111, '14050471', '67062674', '99943326'],
		[1234567890, '89005924', '91819424', '93441116'],
		[2000000000, '69279037', '90698825', '38618901'],
		[20000000000, '65353130', '77737706', '47863826'],
	];
	const rows = appendixB.flatMap(([seconds, sha1, sha256, sha512]) => [
		{ seconds, algorithm: 'SHA1' as const, length: 20, code: sha1 },
		{ seconds, algorithm: 'SHA256' as const, length: 32, code: sha256 },
		{ seconds, algorithm: 'SHA512' as const, length: 64, code: sha512 },
	]);
	test('appendix B has 18 values', () => expect(rows).toHaveLength(18));
	test.each(rows)(
		'RFC 6238 appendix B: $algorithm at $seconds s gives $code',
		({ seconds, algorithm, length, code }) => {
			const secret = text(DIGITS_20.repeat(4).slice(0, length));
			const given = seed({ secret, algorithm, digits: 8 });
			expect(passcode(given, stepAt(given, seconds * 1000))).toBe(code);
		},
	);
});

const VALUES = FEW ? 30 : 100_000;
/** As many at once: Web Crypto answers in turns of its own, and waiting for each alone costs most of the time. */
const BATCH = 1_000;
const names: Readonly<Record<HashAlgorithm, string>> = {
	SHA1: 'SHA-1',
	SHA256: 'SHA-256',
	SHA512: 'SHA-512',
};

test(`codes agree with Web Crypto for ${VALUES} random secrets and counters`, async () => {
	let random = randomFrom('web crypto');
	const different: unknown[] = [];
	const secrets = new Set<string>();
	for (let first = 0; first < VALUES; first += BATCH) {
		const batch = Array.from({ length: Math.min(BATCH, VALUES - first) }, async (_, at) => {
			const i = first + at;
			const drawn = drawCase(random);
			random = drawn.random;
			const { secret, counter } = drawn.value;
			const algorithm = (['SHA1', 'SHA256', 'SHA512'] as const)[i % 3] ?? 'SHA1';
			const digits = i % 2 === 0 ? 6 : 8;
			const base32 = toBase32(secret);
			secrets.add(base32);
			const ours = passcode({ secret: base32, algorithm, digits }, counter);
			const theirs = await reference(secret, names[algorithm], counter, digits);
			if (ours !== theirs) different.push({ i, ours, theirs });
		});
		await Promise.all(batch);
	}
	expect(different).toEqual([]);
	expect(secrets.size).toBe(VALUES);
}, 120_000);

/** A secret of 10 to 64 bytes and a counter of 52 bits. */
function drawCase(random: Random): Draw<{ secret: number[]; counter: number }> {
	const length = nextBelow(random, 55);
	const secret = nextBytes(length.random, 10 + length.value);
	const high = nextBelow(secret.random, 2 ** 20);
	const low = nextBelow(high.random, 2 ** 32);
	return { value: { secret: secret.value, counter: high.value * 2 ** 32 + low.value }, random: low.random };
}

/** RFC 4226, 5.3 and 5.4, written out with the browser's own HMAC. */
async function reference(secret: number[], hash: string, counter: number, digits: number): Promise<string> {
	const key = await crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash }, false, [
		'sign',
	]);
	const message = new DataView(new ArrayBuffer(8));
	message.setBigUint64(0, BigInt(counter));
	const mac = new DataView(await crypto.subtle.sign('HMAC', key, message.buffer));
	const offset = mac.getUint8(mac.byteLength - 1) & 15;
	return String((mac.getUint32(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

describe('acceptance of codes around the server clock', () => {
	// One character per offset −10 … +10 of the code's step: `+` accepted, `a` authenticate again, `.` refused.
	const tables: [second: number, inner: number, outer: number, picture: string][] = [
		[0, 0, 0, '..........+..........'],
		[29, 0, 0, '..........+..........'],
		[30, 0, 0, '...........+.........'],
		[0, 1, 1, '.........+++.........'],
		[29, 1, 1, '.........+++.........'],
		[30, 1, 1, '..........+++........'],
		[0, 2, 2, '........+++++........'],
		[29, 2, 2, '........+++++........'],
		[30, 2, 2, '.........+++++.......'],
		[0, 1, 5, '.....aaaa+++aaaa.....'],
		[29, 1, 5, '.....aaaa+++aaaa.....'],
		[30, 1, 5, '......aaaa+++aaaa....'],
		[0, 0, 3, '.......aaa+aaa.......'],
		[0, 2, 0, '........+++++........'],
	];
	const start = Date.UTC(2026, 10, 23, 14, 0, 0);
	const offsets = Array.from({ length: 21 }, (_, i) => i - 10);
	const mark = { accept: '+', again: 'a', used: 'u', none: '.' };

	test.each(tables)('second %i, windows %i/%i: %s', (second, inner, outer, picture) => {
		const given = seed();
		const now = start + second * 1000;
		const drawn = offsets.map((offset) => {
			const step = stepAt(given, start) + offset;
			const match = matchCode(given, { mark: -1, drift: 0 }, passcode(given, step), now, { inner, outer });
			if (match.kind !== 'none') expect(match.step).toBe(step);
			return mark[match.kind];
		});
		expect(drawn.join('')).toBe(picture);
	});

	test('a learned drift moves the window', () => {
		const given = seed();
		const drawn = offsets.map((offset) => {
			const code = passcode(given, stepAt(given, start) + offset);
			return mark[matchCode(given, { mark: -1, drift: 3 }, code, start, { inner: 1, outer: 2 }).kind];
		});
		expect(drawn.join('')).toBe('...........a+++a.....');
	});

	test('steps up to the mark are used, those after it are not', () => {
		const given = seed();
		const here = stepAt(given, start);
		const drawn = offsets.map((offset) => {
			const code = passcode(given, here + offset);
			return mark[matchCode(given, { mark: here, drift: 0 }, code, start, { inner: 1, outer: 3 }).kind];
		});
		expect(drawn.join('')).toBe('.......uuuu+aa.......');
	});

	test('an interval of 60 s makes steps of 60 s', () => {
		const given = seed({ intervalSeconds: 60 });
		expect([0, 59_999, 60_000].map((clock) => stepAt(given, clock))).toEqual([0, 0, 1]);
	});

	test('step 0 is the first; steps before 1970 are not tried', () => {
		const given = seed();
		const window = { inner: 1, outer: 1 };
		const match = (step: number) =>
			matchCode(given, { mark: -1, drift: 0 }, passcode(given, step), 0, window);
		expect(match(0)).toEqual({ kind: 'accept', step: 0 });
		expect(match(-1)).toEqual({ kind: 'none' });
	});
});

describe('event tokens', () => {
	const given = seed({ mode: 'event' });
	const window = { inner: 3, outer: 10 };
	const mark = { accept: '+', again: 'a', used: 'u', none: '.' };
	/** One character per counter 0 … 13. */
	const picture = (last: number) =>
		Array.from({ length: 14 }, (_, counter) => {
			const code = passcode(given, counter);
			return mark[matchCode(given, { mark: last, drift: 0 }, code, 0, window).kind];
		}).join('');

	test('the first codes are looked ahead for from counter 0', () =>
		expect(picture(-1)).toBe('+++aaaaaaa....'));
	test('nothing up to the mark is accepted', () => expect(picture(2)).toBe('...+++aaaaaaa.'));
	test('an inner window above the outer one holds alone', () => {
		const match = matchCode(given, { mark: -1, drift: 0 }, passcode(given, 4), 0, { inner: 5, outer: 0 });
		expect(match).toEqual({ kind: 'accept', step: 4 });
	});
});

describe('what cannot be a code', () => {
	test.each(['', '28708', '2870820', '28708a', ' 87082', '+28708'])('"%s" matches nothing', (typed) => {
		expect(matchCode(seed(), { mark: -1, drift: 0 }, typed, 59_000, { inner: 1, outer: 1 })).toEqual({
			kind: 'none',
		});
	});
});

describe('the second of two codes', () => {
	const given = seed();
	const now = 3_000_000;
	const here = stepAt(given, now);
	const window = { inner: 1, outer: 5 };
	const place = { mark: -1, drift: 0 };

	test('is the one of the step after the first', () => {
		const follows = [-1, 0, 1, 2].map((d) =>
			followsFirst(given, place, here, passcode(given, here + d), now, window),
		);
		expect(follows).toEqual([false, false, true, false]);
	});
	test.each([
		{ first: here - 7, expected: true },
		{ first: here - 8, expected: false },
		{ first: here + 5, expected: true },
		{ first: here + 6, expected: false },
	])('has not wandered out of reach: first at $first', ({ first, expected }) => {
		expect(followsFirst(given, place, first, passcode(given, first + 1), now, window)).toBe(expected);
	});
	test('reaches one step further even without windows', () => {
		const none = { inner: 0, outer: 0 };
		expect(followsFirst(given, place, here, passcode(given, here + 1), now, none)).toBe(true);
		expect(followsFirst(given, place, here + 1, passcode(given, here + 2), now, none)).toBe(false);
	});
	test('is measured from the learned drift', () => {
		const first = here + 20;
		expect(followsFirst(given, { mark: -1, drift: 20 }, first, passcode(given, first + 1), now, window)).toBe(
			true,
		);
		expect(followsFirst(given, place, first, passcode(given, first + 1), now, window)).toBe(false);
	});
	test('is not accepted up to the mark', () => {
		const code = passcode(given, here + 1);
		expect(followsFirst(given, { mark: here + 1, drift: 0 }, here, code, now, window)).toBe(false);
		expect(followsFirst(given, { mark: here, drift: 0 }, here, code, now, window)).toBe(true);
	});
	test('has no clock to be measured by where the token counts', () => {
		const counting = seed({ mode: 'event' });
		expect(followsFirst(counting, place, 7, passcode(counting, 8), now, window)).toBe(true);
	});
});

describe('looking far for two codes', () => {
	const now = 30_000 * 10_000;
	const reach = { time: 20, event: 30 };
	const pair = (given: Seed, step: number): [string, string] => [
		passcode(given, step),
		passcode(given, step + 1),
	];
	const find = (given: Seed, mark: number, step: number) =>
		findPair(given, { mark, drift: 0 }, pair(given, step), now, reach);

	test.each([
		[9_979, null],
		[9_980, 9_981],
		[10_000, 10_001],
		[10_019, 10_020],
		[10_020, null],
	])('time: a first code of step %i gives %s', (step, found) => expect(find(seed(), -1, step)).toBe(found));
	test('time: nothing up to the mark is found', () => {
		expect([find(seed(), 10_000, 10_000), find(seed(), 10_000, 10_001)]).toEqual([null, 10_002]);
	});
	test.each([
		[5, null],
		[6, 7],
		[34, 35],
		[35, null],
	])('event: after the mark 5, a first code of counter %i gives %s', (counter, found) =>
		expect(find(seed({ mode: 'event' }), 5, counter)).toBe(found),
	);
	test('the codes must be consecutive and in order', () => {
		const given = seed();
		const place = { mark: -1, drift: 0 };
		expect(findPair(given, place, [passcode(given, 10_001), passcode(given, 10_000)], now, reach)).toBeNull();
		expect(findPair(given, place, [passcode(given, 10_000), passcode(given, 10_002)], now, reach)).toBeNull();
	});
	test('early in time the search begins at step 0', () => {
		const given = seed();
		expect(findPair(given, { mark: -1, drift: 0 }, pair(given, 0), 0, reach)).toBe(1);
	});
});

test('parsing is cached without mixing secrets up', () => {
	const random = fork(randomFrom(1), 'cache');
	const secrets: string[] = [];
	let rest = random;
	for (let i = 0; i < (FEW ? 20 : 5_000); i++) {
		const draw = nextBytes(rest, 20);
		secrets.push(toBase32(draw.value));
		rest = draw.random;
	}
	const codes = (list: string[]) => list.map((secret) => passcode(seed({ secret }), 1));
	const first = codes(secrets);
	expect(codes(secrets)).toEqual(first);
	expect(new Set(first).size).toBeGreaterThan(secrets.length * 0.98);
}, 60_000);
