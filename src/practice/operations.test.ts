import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	mailOf,
	tokenOf,
	userOf,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { standingAt } from './walk.ts';

type Operation = Extract<Deed, { do: 'operate' }>['operation'];
const startsAt = Date.UTC(2026, 2, 2, 14);
const enrolled = standingAt(createWorld({ seed: 1, startsAt }), 'use-passcode-on-vpn');
const serialOf = ({ laptop }: World) => laptop.mobilepass.tokens[0]?.credential.serial ?? '';
const serial = serialOf(enrolled);

const operate = (world: World, operation: Operation) =>
	advance(world, { do: 'operate', operation, at: world.now + 1000 });
/** The World after operations that are all accepted. */
const after = (world: World, ...operations: Operation[]): World =>
	operations.reduce((before, operation) => {
		const { world: next, reply } = operate(before, operation);
		expect({ operation, ok: reply.ok }).toEqual({ operation, ok: true });
		return next;
	}, world);
const stateOf = (world: World) => tokenOf(world.service, serial)?.state;

describe('an operator', () => {
	test('suspends and activates, with a static password in between', () => {
		const suspended = after(enrolled, { act: 'suspend', serial, staticPassword: true });
		expect(stateOf(suspended)).toBe('Suspended');
		const set = (world: World) =>
			userOf(world.service, world.people.user)?.passwords.filter(({ state }) => state === 'set').length;
		expect(set(suspended)).toBe(1);
		const active = after(suspended, { act: 'activate', serial });
		expect([stateOf(active), set(active)]).toEqual(['Active', 0]);
	});

	test.each(['Inventory', 'Initialize', 'Lost', 'Faulty'] as const)('revokes a token to %s', (to) => {
		expect(stateOf(after(enrolled, { act: 'revoke', serial, to }))).toBe(to);
	});

	test('brings a lost token back to the inventory, or takes it out', () => {
		const lost = after(enrolled, { act: 'revoke', serial, to: 'Lost' });
		expect(stateOf(after(lost, { act: 'reinitialize', serial }))).toBe('Inventory');
		expect(stateOf(after(lost, { act: 'remove-token', serial }))).toBeUndefined();
	});

	test('gives a temporary password once no token is active', () => {
		expect(operate(enrolled, { act: 'temporary-password' }).reply.ok).toBe(false);
		const revoked = after(enrolled, { act: 'revoke', serial }, { act: 'temporary-password' });
		const later = advance(revoked, { do: 'wait', at: revoked.now + 600_000 }).world;
		expect(mailOf(later.service, later.people.user).at(-1)?.content.kind).toBe('static-password');
	});

	test('brings a counting token into step again by two codes in a row', () => {
		const counting = standingAt(
			createWorld({ seed: 1, startsAt, policy: { otp: { mode: 'event' } } }),
			'use-passcode-on-vpn',
		);
		const code = (step: number) =>
			({ kind: 'passcode', serial: serialOf(counting), activation: 0, step }) as const;
		const resync = { act: 'resync', serial: serialOf(counting), first: code(40), second: code(41) } as const;
		const inStep = after(counting, resync);
		expect(operate(inStep, resync).reply).toEqual({ ok: false, reason: 'no-match' });
		expect(operate(inStep, { ...resync, first: code(50), second: code(52) }).reply.ok).toBe(false);
	});

	test('assigns a token by hand, moves the end of a task and removes one', () => {
		expect(operate(enrolled, { act: 'assign' }).reply.ok).toBe(true);
		const provisioned = after(enrolled, { act: 'revoke', serial }, { act: 'provision' });
		const task = userOf(provisioned.service, provisioned.people.user)?.tasks.at(-1) ?? '';
		const moved = after(provisioned, { act: 'move-stop-date', task, stopsAt: provisioned.now + 60_000 });
		expect(operate(moved, { act: 'move-stop-date', task, stopsAt: 0 }).reply).toEqual({
			ok: false,
			reason: 'in-the-past',
		});
		after(moved, { act: 'remove-task', task });
	});

	test('sets no PIN at the service where PINs are in the app', () => {
		expect(operate(enrolled, { act: 'reset-server-pin', serial }).reply).toEqual({
			ok: false,
			reason: 'no-server-pin',
		});
	});
});

test('digits of a command file that stand in the place of a user id are nowhere in the service', () => {
	const digits = '55501007';
	const at = (world: World, deed: Deed) => advance(world, { ...deed, at: world.now + 1000 }).world;
	const catalog = (control: string, entry: Entry): Deed => ({ do: 'type', device: 'other', control, entry });
	let world = createWorld({ seed: 1, startsAt });
	world = at(world, catalog('catalog.search', { kind: 'fact', name: 'search-static-password' }));
	world = at(world, { do: 'choose', device: 'other', control: 'catalog.static-password' });
	world = at(world, catalog('catalog.user', { kind: 'raw', text: digits }));
	world = at(world, { do: 'press', device: 'other', control: 'catalog.submit' });
	expect(world.truth).toMatchObject({ what: 'request', outcome: 'unknown-user' });
	expect(JSON.stringify(world.service)).not.toContain(digits);
});
