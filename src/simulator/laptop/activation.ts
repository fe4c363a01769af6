import { cleared, draftOf } from '../drafts.ts';
import { faulty } from '../faults/ids.ts';
import { enqueue, SECOND } from '../queue.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import {
	acts,
	createTokenPin,
	tokensOf,
	type ActivationInput,
	type ActivationRefusal,
	type Outcome,
	type TokenPin,
} from '../service/service.ts';
import { forService, isMissed } from '../entries.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';
import { closed, inCompanyNetwork, part } from './change.ts';
import { taskBar } from './desktop.ts';
import { lineRefusals } from './enrollment-refusal.ts';
import { said } from './messages.ts';
import { appTitle, around, goTo, left, listOrWelcome } from './mobilepass-window.ts';
import type { MessageId } from './state.ts';
import { pinRule, pinText, pinToMatch } from './token.ts';

/** After a new enrollment the old session of GlobalProtect ends (procedure A, step 21; figure assumed). */
const SESSION_ENDS_AFTER = 60 * SECOND;

/** "Contacting server" (facts 8.4): the start page, or a message. Nothing is saved yet. */
export function contacted(world: World): World {
	const sprung = usedElsewhere(world);
	const refuse = (next: World, message: MessageId) =>
		goTo(part(next, 'mobilepass', { pending: null }), pageOf(next), message);
	// Every way of activating needs the service (facts 3.2).
	if (!inCompanyNetwork(sprung)) return refuse(sprung, 'server-not-reached');
	const outcome = asked(sprung, acts.checkActivation);
	if (!outcome) return sprung;
	const next = heard(sprung, 'enrollment', null, outcome);
	return outcome.reply.ok ? goTo(next, 'start') : refuse(next, refusals[outcome.reply.reason]);
}

/** A pasted string that is refused stays where it was pasted. */
const pageOf = (world: World) =>
	world.laptop.mobilepass.pending?.by === 'string' ? ('string' as const) : listOrWelcome(world);

function asked<Value>(
	world: World,
	ask: (
		service: World['service'],
		input: ActivationInput & { readonly deviceType: string; readonly allowPush: boolean },
		now: number,
	) => Outcome<Value, ActivationRefusal>,
): Outcome<Value, ActivationRefusal> | null {
	const { pending } = world.laptop.mobilepass;
	if (!pending) return null;
	const how = pending.by === 'link' ? pending : ({ by: 'string', entry: forService(pending.entry) } as const);
	// Windows asks nothing here: its switch for notifications is the way to say no (procedure C)
	const device = {
		target: 'Windows 10',
		app: 'MobilePASS+',
		deviceType: 'Laptop',
		allowPush: true,
	} as const;
	return ask(world.service, { ...how, ...device }, world.now);
}

const refusals: Readonly<Record<ActivationRefusal, MessageId>> = {
	'string-invalid': 'string-not-valid',
	...lineRefusals,
	'session-closed': 'page-closed',
	'target-not-allowed': 'device-not-permitted',
	'wrong-app': 'device-not-permitted',
};

/** The fault "activation code used": the same line was enrolled on another device a moment before. */
function usedElsewhere(world: World): World {
	const { pending } = world.laptop.mobilepass;
	if (!faulty(world, 'activation-code-used') || !pending) return world;
	if (tokensOf(world.service, world.people.user).some(({ state }) => state === 'Active')) return world;
	const elsewhere = asked(world, (service, input, now) =>
		acts.enroll(service, { ...input, deviceType: 'Another computer' }, now),
	);
	return elsewhere ? { ...world, service: elsewhere.service } : world;
}

/** "Start" (procedure A, step 19). */
export function startPage(world: World): Live[] {
	const start = (before: World) =>
		before.service.policy.pin.type === 'Token' ? goTo(before, 'create-pin') : enrolls(before, null);
	return [
		appTitle,
		value('mobilepass.accepted', 'The activation was accepted'),
		...said('mobilepass.message', world.laptop.mobilepass.message),
		button('mobilepass.start', 'Start', start),
		...around(world),
	];
}

/** The screen states what the PIN must be (facts 3.3). */
export function createPinPage(world: World): Live[] {
	const typed = draftOf(world, 'laptop', 'mobilepass.new-pin') !== null;
	return [
		appTitle,
		heading('mobilepass.create-pin', 'Create a PIN'),
		value('mobilepass.pin-rule', pinRule(world)),
		...field(world, 'laptop', 'mobilepass.new-pin', 'PIN', 'new-pin'),
		button('mobilepass.continue', 'Continue', (before) => goTo(before, 'confirm-pin'), typed),
		...said('mobilepass.message', world.laptop.mobilepass.message),
		...around(world),
	];
}

export const confirmPinPage = (world: World): Live[] => [
	appTitle,
	heading('mobilepass.confirm-pin', 'Confirm the PIN'),
	...field(world, 'laptop', 'mobilepass.pin-again', 'PIN', 'new-pin'),
	button('mobilepass.save', 'Save', save, draftOf(world, 'laptop', 'mobilepass.pin-again') !== null),
	...around(world),
];

function save(world: World): World {
	const [first, again] = ['mobilepass.new-pin', 'mobilepass.pin-again'].map((id) =>
		draftOf(world, 'laptop', id),
	);
	const emptied = cleared(world, 'laptop', 'mobilepass.');
	if (!first || !again) return goTo(emptied, 'create-pin');
	const { pin } = world.service.policy;
	// which text it was is not known: two of these are not the same PIN
	const same = isMissed(first) ? '' : pinToMatch(world, again);
	const created = createTokenPin(pin, pinText(world, first), same);
	if (created.ok) return enrolls(emptied, created.value);
	const message = created.reason === 'entries-differ' ? 'pins-differ' : 'pin-not-accepted';
	return goTo(emptied, 'create-pin', message);
}

/** Commits the activation. Before this nothing is saved and the link can be used again. */
function enrolls(world: World, pin: TokenPin | null): World {
	if (!inCompanyNetwork(world)) return goTo(world, 'start', 'server-not-reached');
	const outcome = asked(world, acts.enroll);
	if (!outcome) return goTo(world, listOrWelcome(world));
	const next = heard(world, 'enrollment', null, outcome);
	const cleaned = part(next, 'mobilepass', { pending: null });
	if (!outcome.reply.ok) return goTo(cleaned, listOrWelcome(next), refusals[outcome.reply.reason]);
	const credential = outcome.reply.value;
	const others = next.laptop.mobilepass.tokens.filter(
		(token) => token.credential.serial !== credential.serial,
	);
	const tokens = [...others, { credential, pin, counter: 0 }];
	const kept = goTo(part(cleaned, 'mobilepass', { tokens, serial: credential.serial }), 'enrolled');
	return enqueue(kept, 'session-ends', SESSION_ENDS_AFTER, true);
}

export const enrolledPage = (world: World): Live[] => [
	appTitle,
	value('mobilepass.enrolled', 'The authenticator is ready'),
	button('mobilepass.close-app', 'Close App', (before) => closed(left(before), 'mobilepass')),
	...taskBar(world),
];
