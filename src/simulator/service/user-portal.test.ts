import { describe, expect, test } from 'vitest';
import { createService, lineOf, mailOf, settle, textOf, type Service } from './service.ts';
import { addAuthenticator, codesOf, confirmIdentity, newestCode, readQr, sendCode } from './user-portal.ts';

const START = Date.UTC(2026, 2, 2, 14);
const MINUTE = 60_000;
const user = 'JR48213';
const fresh = createService({
	seed: 5,
	startsAt: START,
	users: [{ id: user, firstName: 'Jordan', lastName: 'Rivers', email: 'jordan.rivers@example.com' }],
});
const sent = (service: Service, at = START): Service => sendCode(service, { user }, at).service;
const right = (service: Service) =>
	({ kind: 'verification-code', user, code: newestCode(service, user)?.id ?? '' }) as const;
const wrong = (service: Service) => ({ kind: 'near-miss', of: right(service), how: 'one-off' }) as const;
const typed = (service: Service, entry: Parameters<typeof confirmIdentity>[1]['entry'], at = START) =>
	confirmIdentity(service, { user, entry }, at);

describe('the verification code of the user portal', () => {
	test('has 6 digits, comes by e-mail, and is taken once', () => {
		const service = sent(fresh);
		expect(textOf(service, user, right(service))).toMatch(/^\d{6}$/);
		expect(mailOf(settle(service, START + 3 * MINUTE), user).at(-1)?.content).toEqual(right(service));
		const once = typed(service, right(service));
		expect(once.reply.ok).toBe(true);
		expect(typed(once.service, right(service)).reply).toMatchObject({ reason: 'not-asked' });
	});

	test('works for 10 minutes', () => {
		const service = sent(fresh);
		expect(typed(service, right(service), START + 10 * MINUTE).reply.ok).toBe(true);
		const late = typed(service, right(service), START + 10 * MINUTE + 1);
		expect(late.reply).toMatchObject({ reason: 'code-expired' });
		expect(typed(late.service, right(service)).reply).toMatchObject({ reason: 'not-asked' });
	});

	test('is over at the third wrong one; the right one then comes too late', () => {
		let service = sent(fresh);
		const reasons = [1, 2, 3].map(() => {
			const { service: next, reply } = typed(service, wrong(service));
			service = next;
			return reply.ok ? 'ok' : reply.reason;
		});
		expect(reasons).toEqual(['wrong-code', 'wrong-code', 'no-tries-left']);
		expect(typed(service, right(service)).reply).toMatchObject({ reason: 'not-asked' });
	});

	test('a newer one takes its place', () => {
		const first = sent(fresh);
		const second = sent(first, START + MINUTE);
		expect(codesOf(second, user).map(({ state }) => state)).toEqual(['over', 'sent']);
		expect(typed(second, right(first)).reply).toMatchObject({ reason: 'older-code' });
		expect(typed(second, right(second)).reply.ok).toBe(true);
	});

	test('an empty field is no try; an unknown person gets none', () => {
		const service = sent(fresh);
		const empty = typed(service, { kind: 'nothing' });
		expect(empty.reply).toMatchObject({ reason: 'nothing-typed' });
		expect(newestCode(empty.service, user)?.triesLeft).toBe(3);
		expect(sendCode(fresh, { user: 'XX1' }, START).reply).toMatchObject({ reason: 'unknown-user' });
	});
});

describe('"Add Authenticator"', () => {
	const input = { user, target: 'Android' } as const;
	const confirmed = (() => {
		const service = sent(fresh);
		return typed(service, right(service)).service;
	})();

	test('needs a confirmed identity, each time anew', () => {
		expect(addAuthenticator(fresh, input, START).reply).toMatchObject({ reason: 'not-confirmed' });
		const once = addAuthenticator(confirmed, input, START);
		expect(once.reply.ok).toBe(true);
		expect(addAuthenticator(once.service, input, START).reply).toMatchObject({ reason: 'not-confirmed' });
	});

	test('opens a line whose QR code is read back as it is; no e-mail is sent, and any other text is none', () => {
		const { service, reply } = addAuthenticator(confirmed, input, START);
		if (!reply.ok) throw new Error(`expected a task, got ${reply.reason}`);
		const { task } = reply.value;
		expect(lineOf(service, task, user)?.status).toBe('Active');
		const text = textOf(service, user, { kind: 'activation-string', task, user }) ?? '';
		expect(readQr(service, text)).toEqual({ task, user });
		expect(readQr(service, text.slice(0, -1))).toBeNull();
		expect(readQr(service, 'otpauth://totp/other')).toBeNull();
		const mails = mailOf(settle(service, START + 60 * MINUTE), user);
		expect(mails.map(({ content }) => content.kind)).toEqual(['verification-code']);
	});

	test('refuses a device that the policy does not allow, and keeps the identity confirmed', () => {
		const mac = addAuthenticator(confirmed, { user, target: 'macOS' }, START);
		expect(mac.reply).toMatchObject({ reason: 'target-not-allowed' });
		expect(addAuthenticator(mac.service, input, START).reply.ok).toBe(true);
	});
});
