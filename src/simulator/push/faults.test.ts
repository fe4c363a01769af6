import { describe, expect, test } from 'vitest';
import { pushSteps } from '../../domain/push.ts';
import {
	advance,
	createWorld,
	excluded,
	faultOf,
	screenOf,
	type Deed,
	type NewWorld,
	type World,
} from '../world.ts';
import { pushExclusions } from './faults.ts';
import { pushFaultIds, type PushFaultId } from './index.ts';

const START = Date.UTC(2026, 2, 2, 14);
const made = (given: Partial<NewWorld> = {}) =>
	createWorld({ seed: 1, startsAt: START, push: true, ...given });
const press = (control: string): Deed => ({ do: 'press', control });
const choose = (control: string): Deed => ({ do: 'choose', control });
const type = (control: string, value: 'email' | 'user-id' | 'computer-password' | 'pin'): Deed => ({
	do: 'type',
	control,
	entry: { kind: 'card', value },
});

function after(world: World, ...deeds: readonly (Deed | number)[]): World {
	return deeds.reduce<World>((before, given) => {
		const deed: Deed = typeof given === 'number' ? { do: 'wait' } : given;
		const seconds = typeof given === 'number' ? given : 1;
		const { world: next, reply } = advance(before, { ...deed, at: before.now + seconds * 1000 });
		expect({ deed, reply }).toMatchObject({ reply: { ok: true } });
		return next;
	}, world);
}

const toMethod: readonly Deed[] = [
	press('taskbar.start-menu'),
	choose('start-menu.edge'),
	press('browser.resource'),
	type('login.email', 'email'),
	type('login.resource-password', 'computer-password'),
	press('login.next'),
	type('login.user', 'user-id'),
	type('login.password', 'computer-password'),
	press('login.sign-in'),
];
const toWaiting = [...toMethod, choose('login.autosend'), press('login.submit')];
const toRequest = [...toWaiting, press('notification.open')];

/** What a person does until a fault shows, and how its World is made. */
const met: Readonly<Record<PushFaultId, { way: readonly (Deed | number)[]; given?: Partial<NewWorld> }>> = {
	'push-notifications-off': { way: toWaiting },
	'push-app-closed': { way: toWaiting },
	'push-not-permitted': { way: toMethod },
	'push-not-allowed': { way: toMethod },
	'push-stranger': { way: [20] },
	'push-second-request': { way: [...toWaiting, 2] },
	'push-clock-fast': {
		way: [...toRequest, press('request.approve'), type('request.pin', 'pin'), press('request.submit')],
	},
	'hello-not-recognized': {
		way: [...toRequest, press('request.approve'), press('hello.ok')],
		given: { push: { hello: true } },
	},
};

describe.each(pushFaultIds)('%s', (id) => {
	const { way, given } = met[id];
	const fault = faultOf(id);

	test('is documented, and shows at a step of procedure C', () => {
		for (const text of [fault.does, fault.shows, fault.cure]) expect(text).toMatch(/\S.*[.]$/);
		expect(pushSteps).toContain(fault.step);
	});

	test('is met on that way, made with it or broken later, and not without it', () => {
		const from = made({ ...given, faults: [id] });
		expect(from.shown).toEqual([]);
		expect(after(from, ...way).shown).toEqual([id]);
		const broken = advance(made(given), { do: 'break', fault: id, at: START });
		expect(broken.reply.ok).toBe(true);
		expect(after(broken.world, ...way).shown).toEqual([id]);
		const without = way.slice(0, -1);
		expect(fault.seen(after(made(given), ...without))).toBe(false);
	});

	test('stands once in a World, and beside none that it excludes', () => {
		const { world } = advance(made(given), { do: 'break', fault: id, at: START });
		expect(advance(world, { do: 'break', fault: id, at: START }).reply).toMatchObject({
			reason: 'already-broken',
		});
		for (const other of pushFaultIds.filter((one) => excluded(id, one))) {
			expect(() => made({ faults: [id, other] })).toThrow(/can stand together/);
			expect(advance(world, { do: 'break', fault: other, at: START }).reply).toMatchObject({
				reason: 'hidden-by-another',
			});
		}
	});
});

describe('the faults of push', () => {
	test('exclude each other for a reason', () => {
		for (const { why, of } of pushExclusions) {
			expect(why).toMatch(/^[A-Z].{10,}\.$/);
			expect(new Set(of).size).toBeGreaterThan(1);
		}
		expect(excluded('push-clock-fast', 'clock-set-by-hand')).toBe(true);
	});

	test('end with what cures them', () => {
		const off = after(
			made({ faults: ['push-notifications-off'] }),
			press('taskbar.start-menu'),
			choose('start-menu.settings'),
			choose('settings.notifications'),
			choose('settings.notifications-on'),
		);
		const closed = after(
			made({ faults: ['push-app-closed'] }),
			press('taskbar.start-menu'),
			choose('start-menu.mobilepass'),
		);
		const fast = after(
			made({ faults: ['push-clock-fast'] }),
			press('taskbar.start-menu'),
			choose('start-menu.settings'),
			choose('settings.time'),
			press('settings.sync'),
		);
		const told = after(
			made({ faults: ['push-stranger'] }),
			20,
			press('notification.open'),
			press('request.deny'),
			press('request.report'),
			120,
		);
		expect([off.faults, closed.faults, fast.faults, told.faults]).toEqual([
			{ 'push-notifications-off': false },
			{ 'push-app-closed': false },
			{ 'push-clock-fast': false },
			{ 'push-stranger': false },
		]);
		expect(screenOf(told).controls.some(({ id }) => id === 'notification.open')).toBe(false);
	});

	test('come too late once the person is logged in', () => {
		const inside = after(made({ policy: { pin: { type: 'None' } } }), ...toRequest, press('request.approve'));
		const late = pushFaultIds.filter(
			(fault) => !advance(inside, { do: 'break', fault, at: inside.now }).reply.ok,
		);
		expect(late).toEqual(pushFaultIds.filter((id) => id !== 'push-stranger'));
	});

	test('a stranger who was let in comes again', () => {
		const approved = after(
			made({ faults: ['push-stranger'], policy: { pin: { type: 'None' } } }),
			20,
			press('notification.open'),
			press('request.approve'),
			press('request.close'),
		);
		expect(screenOf(after(approved, 31)).controls.some(({ id }) => id === 'notification.open')).toBe(true);
		expect(approved.push?.logins).toEqual([]);
	});
});
