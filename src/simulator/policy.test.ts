import { describe, expect, test } from 'vitest';
import { defaultPolicy, policyWith } from './policy.ts';

describe('the policy', () => {
	test('has the defaults of the facts, section 9', () => {
		const { pin, otp, window, lock, task, mail, staticPassword, push, targets, networkSignIn, report } =
			defaultPolicy;
		expect({
			pin: [pin.length, pin.characters, pin.maxTries],
			otp: [otp.digits, otp.mode, otp.intervalSeconds],
			window: [window.time, window.event],
			lock: [lock.threshold, lock.durationMinutes],
			task: [task.validDays, task.maxTries],
			mail: mail.delaySeconds,
			static: [
				staticPassword.minLength,
				staticPassword.maxLength,
				staticPassword.changeOnFirstUse,
				staticPassword.lifetimeDays,
			],
			push: [targets['Windows 10'].push, targets.Android.push, push.timeoutSeconds, push.history],
			targets: Object.entries(targets)
				.filter(([, { allowed }]) => allowed)
				.map(([name, { app }]) => `${name} ${app}`),
			others: [networkSignIn.doublePrompt, report.autoRemoveDays],
		}).toEqual({
			pin: [4, 'digits', 6],
			otp: [6, 'time', 30],
			window: [
				{ inner: 1, outer: 5 },
				{ inner: 3, outer: 10 },
			],
			lock: [3, 15],
			task: [30, 3],
			mail: { min: 120, max: 180 },
			static: [8, 16, false, 5],
			push: [false, true, 60, 20],
			targets: ['Windows 10 MobilePASS+', 'Android MobilePASS+', 'iOS MobilePASS+'],
			others: [true, 365],
		});
	});

	test('takes single values over the defaults, to any depth', () => {
		const policy = policyWith({
			lock: { threshold: 5 },
			targets: { Android: { allowed: false } },
			emailDomains: ['a.example'],
		});
		expect(policy.lock).toEqual({ ...defaultPolicy.lock, threshold: 5 });
		expect(policy.targets.Android).toEqual({ allowed: false, app: 'MobilePASS+', push: true });
		expect(policy.targets.iOS).toBe(defaultPolicy.targets.iOS);
		expect(policy.emailDomains).toEqual(['a.example']);
		expect(defaultPolicy.lock.threshold).toBe(3);
	});

	test('keeps what an override leaves undefined, and takes null', () => {
		const policy = policyWith({ lock: { threshold: undefined, durationMinutes: null } });
		expect(policy.lock).toMatchObject({ threshold: 3, durationMinutes: null });
	});

	test('can be laid over another policy', () => {
		const base = policyWith({ pin: { length: 6 } });
		expect(policyWith({ pin: { maxTries: 3 } }, base).pin).toMatchObject({ length: 6, maxTries: 3 });
	});
});
