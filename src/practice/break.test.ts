import { describe, expect, test } from 'vitest';
import { advance, createWorld, faultIds, hash, type FaultId, type World } from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { standingAt } from './walk.ts';

const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
const broken = (world: World, fault: FaultId) => advance(world, { do: 'break', fault, at: world.now });

/** Moments of the straight road, and what the next moment no longer takes. */
const moments = [
	['request-static-password', []],
	['connect-to-router', ['no-power', 'notice-absent', 'password-email-lost']],
	['enter-static-password', ['no-sign-in-icon', 'company-box-slow']],
	['wait-for-globalprotect', ['tunnel-drops', 'trust-failed', 'black-desktop']],
	['start-outlook', ['vpn-not-connected', 'loadset-missing']],
	['open-mfa-email', ['old-token-active', 'static-password-used-up', 'no-phone-box', 'mfa-email-late']],
	['enroll-and-create-pin', ['mfa-email-expired', 'install-hangs', 'only-phones-listed']],
	['use-passcode-on-vpn', ['enrollment-locked', 'two-mfa-emails', 'trivial-pin-refused', 'no-open-question']],
	['get-help', ['clock-set-by-hand', 'two-failures-already', 'teams-blank']],
] as const;

describe('a fault put in while the exercise runs', () => {
	for (const [step, late] of moments) {
		const here = standingAt(fresh, step);
		test(`${step}: is met on the way to the goal, or refused with a reason`, () => {
			const waited = hash(advance(here, { do: 'wait', at: here.now }).world);
			const refused: FaultId[] = [];
			const unmet: FaultId[] = [];
			for (const id of faultIds) {
				const { world, reply } = broken(here, id);
				if (!reply.ok) {
					expect(reply.reason).toBe('too-late');
					expect(hash(world)).toBe(waited);
					refused.push(id);
					continue;
				}
				expect(hash(world)).not.toBe(waited);
				const last = [...fly(world)].at(-1)?.world ?? world;
				if (!last.shown.includes(id) || !finished(last)) unmet.push(id);
			}
			expect(unmet).toEqual([]);
			expect(refused).toEqual(expect.arrayContaining([...late]));
		}, 60_000);
	}

	test('every fault can be put in at some moment', () => {
		const taken = moments.flatMap(([step]) => {
			const here = standingAt(fresh, step);
			return faultIds.filter((id) => broken(here, id).reply.ok);
		});
		expect(new Set(taken).size).toBe(faultIds.length);
	});

	test('is refused where another hides it', () => {
		const world = broken(fresh, 'wrong-zone').world;
		expect(broken(world, 'settings-grayed').reply).toEqual({ ok: false, reason: 'hidden-by-another' });
	});

	test('can be met again after it was mended', () => {
		const mended = [...fly(broken(fresh, 'wrong-zone').world)].at(-1)!.world;
		expect(mended.faults['wrong-zone']).toBe(false);
		const again = broken(mended, 'wrong-zone').world;
		expect([again.faults['wrong-zone'], finished(again)]).toEqual([true, false]);
		const last = [...fly(again)].at(-1)!.world;
		expect([last.shown.includes('wrong-zone'), finished(last)]).toEqual([true, true]);
	});
});
