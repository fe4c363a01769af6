import { URI, type TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { typedEntry } from '../../practice/typed-entry.ts';
import { advance, createWorld, hash, screenOf, tokenOf, type Deed, type World } from '../world.ts';
import './index.ts';

const startsAt = Date.UTC(2026, 10, 22, 9, 30, 11);
const fresh = (seed = 'own') => createWorld({ seed, startsAt, 'own-app': true });
const names = (world: World) => screenOf(world).controls.map(({ id }) => id);
const control = (world: World, id: string) => screenOf(world).controls.find((one) => one.id === id);

function after(world: World, ...deeds: Deed[]): World {
	return deeds.reduce((before, deed) => {
		const { world: next, reply } = advance(before, { ...deed, at: before.now });
		expect(reply.ok).toBe(true);
		return next;
	}, world);
}
const press = (control: string): Deed => ({ do: 'press', control });

/** Types a text as a person does: what is nothing to the exercise goes nowhere. */
function typed(world: World, text: string): World {
	const entry = typedEntry(world, text, 'passcode');
	if (!entry) throw new Error('expected the text to be known, got none');
	return after(world, { do: 'type', control: 'own-app.code', entry });
}
const waited = (world: World, seconds: number) =>
	advance(world, { do: 'wait', at: world.now + seconds * 1000 }).world;

/** What a person's own app makes of the QR code: it knows nothing but the text. */
const scanned = (world: World): TOTP => URI.parse(control(world, 'own-app.qr')?.qr ?? '') as TOTP;
const codeNow = (app: TOTP, world: World) => app.generate({ timestamp: world.now });

describe('an authenticator app of one’s own', () => {
	test('enrolls by its first code, signs in with the next, and is refused the same one again', () => {
		const offered = after(fresh(), press('own-app.show'));
		expect(screenOf(offered).name).toBe('own-app.secret');
		const app = scanned(offered);
		expect(app).toMatchObject({ algorithm: 'SHA1', digits: 6, period: 30 });
		expect(app.issuer).toMatch(/practice/);
		expect(app.label).toMatch(/practice/);
		expect(app.secret.bytes.length * 8).toBeGreaterThanOrEqual(160);
		expect(control(offered, 'own-app.key')?.copies).toBe(app.secret.base32);
		expect(control(offered, 'own-app.key')?.text.split(' ').join('')).toBe(app.secret.base32);

		const code = codeNow(app, offered);
		const added = after(typed(offered, `${code.slice(0, 3)} ${code.slice(3)}`), press('own-app.confirm'));
		expect(screenOf(added).name).toBe('own-app.added');

		const again = after(typed(after(added, press('own-app.to-sign-in')), code), press('own-app.sign-in'));
		expect(screenOf(again).name).toBe('own-app.sign-in');
		expect(names(again)).toContain('own-app.message');
		expect(again.truth).toMatchObject({ what: 'login', outcome: 'used-already' });

		const next = waited(again, 30);
		const inside = after(typed(next, codeNow(app, next)), press('own-app.sign-in'));
		expect(screenOf(inside).name).toBe('own-app.signed-in');
		expect(inside.ownApp?.used).toBe(true);
	});

	test('keeps its secret over a wrong code and Back; “New token” replaces it', () => {
		const offered = after(fresh(), press('own-app.show'));
		const first = scanned(offered);
		const wrong = String((Number(codeNow(first, offered)) + 1) % 1_000_000).padStart(6, '0');
		const refused = after(typed(offered, wrong), press('own-app.confirm'));
		expect(refused.truth).toMatchObject({ what: 'own-app', outcome: 'wrong' });
		expect(names(refused)).toContain('own-app.message');
		expect(scanned(refused).secret.base32).toBe(first.secret.base32);
		const back = after(refused, press('own-app.back'), press('own-app.show'));
		expect(scanned(back).secret.base32).toBe(first.secret.base32);

		const anew = after(back, press('own-app.anew'));
		expect(scanned(anew).secret.base32).not.toBe(first.secret.base32);
		const old = after(typed(anew, codeNow(first, anew)), press('own-app.confirm'));
		expect(screenOf(old).name).toBe('own-app.secret');
		expect(old.truth).toMatchObject({ what: 'own-app', outcome: 'old-token' });
		const good = after(typed(old, codeNow(scanned(old), old)), press('own-app.confirm'));
		expect(tokenOf(good.service, good.ownApp?.serial ?? '')?.state).toBe('Active');
	});

	test('a code of an hour ago is known, and refused for its time', () => {
		const offered = after(fresh(), press('own-app.show'));
		const late = scanned(offered).generate({ timestamp: offered.now - 3_600_000 });
		const refused = after(typed(offered, late), press('own-app.confirm'));
		expect(refused.truth).toMatchObject({ what: 'own-app', outcome: 'clock-off' });
	});

	test('the same seed and acts give the same World; another seed another secret', () => {
		const [one, same, other] = ['a', 'a', 'b'].map((seed) => after(fresh(seed), press('own-app.show')));
		if (!one || !same || !other) throw new Error('three Worlds');
		expect(hash(one)).toBe(hash(same));
		expect(scanned(other).secret.base32).not.toBe(scanned(one).secret.base32);
	});
});
