import { createHmac } from 'node:crypto';
import { URI, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { Bench, MINUTE, SECOND, USER } from './fixture.ts';
import { confirmSecret, inGroups, offered, offerSecret, provisioningUri } from './own-authenticator.ts';
import { login, tokenOf, userOf, type Entry } from './service.ts';

const refusal = (reason: string) => ({ ok: false, reason });

/** RFC 6238 by hand, from a base32 key: no code of ours, and no library of ours. */
function codeOf(key: string, now: number): string {
	const bits = [...key].map((c) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
	);
	const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
	const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
	const at = (mac.at(-1) ?? 0) & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function begun(options: ConstructorParameters<typeof Bench>[0] = {}) {
	const bench = new Bench(options);
	const offer = (anew = false) => bench.must(offerSecret, { user: USER, anew }).serial;
	const key = () => offered(bench.service, USER)?.seed.secret ?? '';
	const confirm = (entry: Entry) => bench.do(confirmSecret, { user: USER, entry });
	const typed = (text: string): Entry => ({ kind: 'raw', text });
	return { bench, offer, key, confirm, typed };
}

test('a key by hand gives the codes of RFC 6238, appendix B', () => {
	const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
	expect([59, 1111111109, 1111111111, 1234567890, 2000000000].map((s) => codeOf(key, s * 1000))).toEqual([
		'287082',
		'081804',
		'050471',
		'005924',
		'279037',
	]);
});

describe('a secret for an app of one’s own', () => {
	test('is of 160 bits, drawn for each World, and for SHA-1, 6 digits, 30 s', () => {
		const keys = ['one', 'two', 'three'].map((seed) => {
			const { offer, key } = begun({ seed });
			offer();
			return key();
		});
		expect(new Set(keys).size).toBe(3);
		for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/);
	});

	test('stands in a URI that an independent reader takes, issuer and account with it', () => {
		const { bench, offer, key } = begun();
		offer();
		const seed = offered(bench.service, USER)?.seed;
		if (!seed) throw new Error('no secret was offered');
		const uri = provisioningUri(seed, 'Handrail practice', 'Ada: Cole (practice)');
		expect(uri).toMatch(/^otpauth:\/\/totp\//);
		const read = URI.parse(uri);
		expect(read).toBeInstanceOf(TOTP);
		expect(read).toMatchObject({ issuer: 'Handrail practice', algorithm: 'SHA1', digits: 6, period: 30 });
		expect(new URL(uri).searchParams.get('secret')).toBe(key());
	});

	test('can be typed: in groups of four', () => {
		expect(inGroups('ABCDEFGH23456')).toBe('ABCD EFGH 2345 6');
	});

	test('stays the same over wrong codes and another look; a new one replaces it', () => {
		const { bench, offer, key, confirm, typed } = begun();
		const serial = offer();
		const first = key();
		expect(confirm(typed('000000')).ok).toBe(false);
		expect(confirm({ kind: 'nothing' })).toEqual(refusal('nothing-typed'));
		expect(offer()).toBe(serial);
		expect(key()).toBe(first);
		expect(userOf(bench.service, USER)?.failures).toBe(0);

		expect(offer(true)).toBe(serial);
		expect(key()).not.toBe(first);
		const step = Math.floor(bench.now / 30_000);
		expect(confirm(typed(codeOf(first, bench.now))).ok).toBe(false);
		expect(confirm({ kind: 'passcode', serial, activation: 0, step })).toEqual(refusal('old-token'));
		expect(confirm({ kind: 'passcode', serial, activation: 1, step }).ok).toBe(true);
	});

	test('counts as enrolled after one accepted code only, and that code is never taken again', () => {
		const { bench, offer, key, confirm, typed } = begun();
		const serial = offer();
		const secret = key();
		expect(tokenOf(bench.service, serial)?.state).toBe('Assigned');
		const code = codeOf(secret, bench.now);
		expect(confirm(typed(code))).toEqual({ ok: true, value: { serial } });
		expect(tokenOf(bench.service, serial)?.state).toBe('Active');
		expect(bench.do(login, { user: USER, entry: typed(code) })).toEqual(refusal('used-already'));
		expect(confirm(typed(code))).toEqual(refusal('nothing-offered'));
		bench.wait(30 * SECOND);
		expect(bench.do(login, { user: USER, entry: typed(codeOf(secret, bench.now)) }).ok).toBe(true);
	});

	test('is not confirmed by a code of another time', () => {
		const { bench, offer, key, confirm, typed } = begun();
		const serial = offer();
		const late = Math.floor((bench.now - 20 * MINUTE) / 30_000);
		expect(confirm({ kind: 'passcode', serial, activation: 0, step: late })).toEqual(refusal('clock-off'));
		expect(confirm(typed(codeOf(key(), bench.now + 20 * MINUTE))).ok).toBe(false);
	});

	test('takes a token of the stock; an empty one is refused', () => {
		const { bench } = begun({ stock: 0 });
		expect(bench.do(offerSecret, { user: USER })).toEqual(refusal('inventory-exhausted'));
		expect(bench.do(offerSecret, { user: 'nobody' })).toEqual(refusal('unknown-user'));
	});
});
