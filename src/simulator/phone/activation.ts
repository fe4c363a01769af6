import { cleared, draftOf } from '../drafts.ts';
import { forService, isMissed } from '../entries.ts';
import { faulty } from '../faults/ids.ts';
import { lineRefusals } from '../laptop/enrollment-refusal.ts';
import type { MessageId } from '../laptop/state.ts';
import { pinRule, pinText, pinToMatch } from '../laptop/token.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import {
	acts,
	createTokenPin,
	type Activation,
	type ActivationInput,
	type ActivationRefusal,
	type Outcome,
	type TokenPin,
} from '../service/service.ts';
import { authenticatorsOf } from '../service/user-portal.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';
import { listOrWelcome, pass, phoneOf, phoneOnline, turnTo } from './change.ts';
import { told } from './messages.ts';

/** "Contacting server" (facts 8.4): on to the pages that the app asks with, or a message. Nothing is saved yet. */
export function contacted(world: World): World {
	const sprung = usedElsewhere(world);
	if (!phoneOnline(sprung)) return refusedWith(sprung, 'server-not-reached');
	const outcome = asked(sprung, acts.checkActivation);
	if (!outcome) return turnTo(sprung, listOrWelcome(sprung));
	const next = heard(sprung, 'enrollment', null, outcome);
	return outcome.reply.ok
		? turnTo(pass(next, { allowsPush: null }), 'one-time-passcode')
		: refusedWith(next, refusals[outcome.reply.reason]);
}

/** Where it came from: a string stays where it was pasted, a code in sight of the camera. */
function refusedWith(world: World, message: MessageId): World {
	const { pending, page } = phoneOf(world).mobilepass;
	const stays = pending?.by === 'string' && (page === 'string' || page === 'camera');
	return turnTo(pass(world, { pending: null }), stays ? page : listOrWelcome(world), message);
}

function asked<Value>(
	world: World,
	ask: (
		service: World['service'],
		input: ActivationInput & { readonly deviceType: string; readonly allowPush: boolean },
		now: number,
	) => Outcome<Value, ActivationRefusal>,
	deviceType = 'Android phone',
): Outcome<Value, ActivationRefusal> | null {
	const { pending, allowsPush } = phoneOf(world).mobilepass;
	if (!pending) return null;
	const how = pending.by === 'link' ? pending : ({ by: 'string', entry: forService(pending.entry) } as const);
	const input = {
		...how,
		target: 'Android',
		app: 'MobilePASS+',
		deviceType,
		allowPush: allowsPush ?? false,
	} as const;
	return ask(world.service, input, world.now);
}

const refusals: Readonly<Record<ActivationRefusal, MessageId>> = {
	'string-invalid': 'string-not-valid',
	...lineRefusals,
	'session-closed': 'page-closed',
	'target-not-allowed': 'device-not-permitted',
	'wrong-app': 'device-not-permitted',
};

/** The fault "enrollment used": the same line was enrolled on another device a moment before. */
function usedElsewhere(world: World): World {
	const { pending, tokens } = phoneOf(world).mobilepass;
	if (!faulty(world, 'phone-enrollment-used') || !pending || tokens.length > 0) return world;
	if (authenticatorsOf(world.service, world.people.user).length > 0) return world;
	const elsewhere = asked(world, (service, input, now) => acts.enroll(service, input, now), 'Another phone');
	return elsewhere ? { ...world, service: elsewhere.service } : world;
}

/** What the service says of the activation under way; nothing where it ended meanwhile. */
function activationOf(world: World): Activation | undefined {
	const reply = asked(world, acts.checkActivation)?.reply;
	return reply?.ok ? reply.value : undefined;
}

/** Two pages that explain, each with "Continue" (procedure B). A server without push never asks about it (facts 4). */
export const oneTimePage = (world: World): Live[] => [
	heading('mobilepass.title', 'One-Time Passcode'),
	button('mobilepass.continue', 'Continue', (before) =>
		activationOf(before)?.push ? turnTo(before, 'push-authentication') : toPin(before, false),
	),
	...told('mobilepass.message', phoneOf(world).mobilepass.message),
];

export const pushPage = (): Live[] => [
	heading('mobilepass.title', 'Push Authentication'),
	button('mobilepass.continue', 'Continue', (before) => turnTo(before, 'allow-push')),
];

/** Who opts out can turn it on later with "Autosend Passcode" (procedure D). */
export const allowPushPage = (): Live[] => [
	heading('mobilepass.title', 'Allow MobilePASS+ to send you notifications?'),
	button('mobilepass.allow', 'Allow', (before) => toPin(before, true)),
	button('mobilepass.no-thanks', 'No Thanks', (before) => toPin(before, false)),
];

/** No question at all for "No PIN" and "Server PIN": the token is made at once. */
function toPin(world: World, allowsPush: boolean): World {
	const next = pass(world, { allowsPush });
	return world.service.policy.pin.type === 'Token' ? turnTo(next, 'create-pin') : enrolls(next, null);
}

const FIRST = 'mobilepass.new-pin';
const AGAIN = 'mobilepass.pin-again';

export const createPinPage = (world: World): Live[] => [
	heading('mobilepass.title', 'Create a PIN'),
	value('mobilepass.pin-type', 'Token PIN'),
	value('mobilepass.pin-rule', pinRule(world)),
	...field(world, 'phone', FIRST, 'PIN', 'new-pin'),
	button(
		'mobilepass.continue',
		'Continue',
		(before) => turnTo(before, 'confirm-pin'),
		draftOf(world, 'phone', FIRST) !== null,
	),
	...told('mobilepass.message', phoneOf(world).mobilepass.message),
];

export const confirmPinPage = (world: World): Live[] => [
	heading('mobilepass.title', 'Confirm the PIN'),
	...field(world, 'phone', AGAIN, 'PIN', 'new-pin'),
	button('mobilepass.continue', 'Continue', save, draftOf(world, 'phone', AGAIN) !== null),
];

function save(world: World): World {
	const [first, again] = [FIRST, AGAIN].map((id) => draftOf(world, 'phone', id));
	const emptied = cleared(cleared(world, 'phone', FIRST), 'phone', AGAIN);
	if (!first || !again) return turnTo(emptied, 'create-pin');
	// which text it was is not known: two of these are not the same PIN
	const same = isMissed(first) ? '' : pinToMatch(world, again);
	const created = createTokenPin(world.service.policy.pin, pinText(world, first), same);
	if (created.ok) return enrolls(emptied, created.value);
	return turnTo(
		emptied,
		'create-pin',
		created.reason === 'entries-differ' ? 'pins-differ' : 'pin-not-accepted',
	);
}

/** Commits the activation: until here nothing was saved, and the enrollment could be used elsewhere. */
function enrolls(world: World, pin: TokenPin | null): World {
	const outcome = phoneOnline(world) ? asked(world, acts.enroll) : null;
	if (!outcome) return turnTo(world, 'one-time-passcode', 'server-not-reached');
	const next = heard(world, 'enrollment', null, outcome);
	const cleaned = pass(next, { pending: null });
	if (!outcome.reply.ok) return turnTo(cleaned, listOrWelcome(next), refusals[outcome.reply.reason]);
	const credential = outcome.reply.value;
	const { tokens, allowsPush, autosend } = phoneOf(next).mobilepass;
	const others = tokens.filter((token) => token.credential.serial !== credential.serial);
	const token = { credential, pin, counter: 0, name: null, biometrics: false } as const;
	return turnTo(
		pass(cleaned, {
			tokens: [...others, token],
			serial: credential.serial,
			allowsPush: null,
			autosend: allowsPush === true || (autosend && others.length > 0),
		}),
		'success',
	);
}

export const successPage = (): Live[] => [
	heading('mobilepass.title', 'Activation success'),
	button('mobilepass.done', 'Done', (before) => turnTo(before, 'list')),
];
