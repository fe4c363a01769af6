/**
 * The practice World: the only entry to this folder. `createWorld` makes one, `advance` moves it by one
 * command, `screenOf` says what a device shows, `hash` tells two Worlds apart.
 */
import { ok, refused, type Result } from '../domain/result.ts';
import type { Command, Deed, Refusal, Reply } from './commands.ts';
import { deskHelp, isDeskTopic, type DeskTopic } from './desk.ts';
import { entryFits, type Entry } from './entries.ts';
import { deviceScreen, hasDevice, type ScreenName } from './device-screen.ts';
import { broken, deskCalled } from './faults/break.ts';
import type { AnyFaultId } from './faults/ids.ts';
import { noticed } from './faults/noticed.ts';
import { deviceNow } from './laptop/change.ts';
import { isLaptopDue, comesDue } from './laptop/due.ts';
import { timeKept } from './laptop/settings.ts';
import { HOME_ZONE, type AppToken, type ZoneName } from './laptop/state.ts';
import { stepOf } from './laptop/token.ts';
import { mailKept } from './laptop/mailbox.ts';
import { tokenShown } from './laptop/mobilepass-window.ts';
import { operated } from './operations.ts';
import { own, partsOf, throughParts } from './parts.ts';
import type { Control, Live } from './screen.ts';
import { nextDue, settle } from './service/service.ts';
import { asCommand } from './shape.ts';
import type { DeviceId, Due, World } from './state.ts';

export { createWorld, type NewWorld } from './create.ts';
export type { Command, Deed, Refusal, Reply } from './commands.ts';
export { deskTopics, initialPin, type DeskTopic } from './desk.ts';
export type { Entry, Expects, FactName, NearMiss, OwnKind } from './entries.ts';
export { factNames, facts, isOwnKind } from './entries.ts';
export { faultIds, type AnyFaultId, type FaultId } from './faults/ids.ts';
export { excluded } from './faults/exclusions.ts';
export { allFaultIds, faultOf, faults, faultsInOrder, isFaultId } from './faults/registry.ts';
export { HOME_ZONE } from './laptop/state.ts';
export { hash } from './world-hash.ts';
export { defaultPolicy } from './policy.ts';
export { defaultWorld } from './default-world.ts';
export { readCommand } from './read-command.ts';
export { asCommand } from './shape.ts';
export { logonOrder, outlookOrder, type LogonPlace, type OutlookPage } from './laptop/order.ts';
export * from './readers.ts';
export type { Control } from './screen.ts';
export { hasDevice, type ScreenName } from './device-screen.ts';
export type { DeviceId, TrueReason, World } from './state.ts';

/** A World after a command, and what came of it. */
export type Advanced = { readonly world: World; readonly reply: Reply };

/**
 * Moves a World by one command. Pure and total: every command in every state gives the next World and a
 * reply. What came due until then happens first, each thing at its own time.
 */
export function advance(world: World, given: Command): Advanced {
	const read = asCommand(given);
	if (!read.ok) return { world, reply: refused('malformed') };
	const command = read.value;
	const { at } = command;
	if (at < world.now) return { world, reply: refused('time-goes-back') };
	const now = passed(world, at);
	const { world: then, refusal } = done(now, command);
	const next = noticed(throughParts(mailKept(timeKept(then)), 'kept'));
	if (refusal) return { world: next, reply: refused(refusal) };
	return { world: next, reply: ok({ screen: deviceScreen(next, deviceOf(command)).name }) };
}

/** When something comes due next, epoch ms UTC; `null` if nothing waits. For "skip the wait". */
export function dueNext(world: World): number | null {
	const times = [world.queue[0]?.at, nextDue(world.service)].filter((at) => typeof at === 'number');
	return times.length > 0 ? Math.min(...times) : null;
}

function passed(world: World, at: number): World {
	let next = world;
	for (let due = next.queue[0]; due && due.at <= at; due = next.queue[0]) {
		const here = { ...next, now: due.at, queue: next.queue.slice(1), service: settle(next.service, due.at) };
		const lost = due.boot !== null && due.boot !== here.laptop.boot;
		next = lost ? here : noticed(throughParts(mailKept(cameDue(here, due)), 'kept'));
	}
	return { ...next, now: at, service: settle(next.service, at) };
}

function cameDue(world: World, { what }: Due): World {
	if (isLaptopDue(what)) return comesDue[what](world);
	return partsOf(world).reduce(
		(before, { due = {} }) => own<(world: World) => World>(due, what)?.(before) ?? before,
		world,
	);
}

const deviceOf = (deed: Deed): DeviceId => ('device' in deed ? (deed.device ?? 'laptop') : 'laptop');

type Done = { readonly world: World; readonly refusal: Refusal | null };
const accepted = (world: World): Done => ({ world, refusal: null });
const ofFault = (world: World, result: Result<World, Refusal>): Done =>
	result.ok ? accepted(result.value) : { world, refusal: result.reason };

function done(world: World, deed: Deed): Done {
	switch (deed.do) {
		case 'wait':
			return accepted(world);
		case 'press':
		case 'choose':
			return used(world, deed, { kind: 'nothing' });
		case 'type':
			return used(world, deed, deed.entry);
		case 'operate': {
			const { world: next, reply } = operated(world, deed.operation);
			return { world: next, refusal: reply.ok ? null : reply.reason };
		}
		case 'call-desk':
			return called(world, deed.about);
		case 'break':
			return ofFault(world, broken(world, deed.fault));
	}
}

const kindsOf: Readonly<Record<'press' | 'choose' | 'type', readonly Control['kind'][]>> = {
	press: ['button', 'link', 'typed'],
	choose: ['choice'],
	type: ['field'],
};

/** Acts on a control of the screen in front. */
function used(world: World, deed: Extract<Deed, { control: string }>, entry: Entry): Done {
	const device = deviceOf(deed);
	if (!hasDevice(world, device)) return { world, refusal: 'not-on-screen' };
	const control = deviceScreen(world, device).live.find(({ id }) => id === deed.control);
	if (!control) return { world, refusal: 'not-on-screen' };
	if (!control.act || !kindsOf[deed.do].includes(control.kind))
		return { world, refusal: 'not-for-this-control' };
	if (!control.enabled) return { world, refusal: 'grayed-out' };
	if (control.kind === 'field' && !entryFits(control.expects, entry))
		return { world, refusal: 'entry-does-not-fit' };
	return accepted({ ...control.act(world, entry), last: { device, control: control.id } });
}

function called(world: World, about: AnyFaultId | DeskTopic): Done {
	if (!isDeskTopic(about)) return ofFault(world, deskCalled(world, about));
	const helped = deskHelp(about)(world);
	return helped ? accepted(helped) : { world, refusal: 'not-for-the-desk' };
}

/** What a device shows: its front screen's name, exactly its controls, and its own clock. */
export type Screen = {
	readonly [Name in ScreenName]: {
		readonly name: Name;
		readonly controls: readonly Control[];
		/** The device's own idea of the time, epoch ms UTC, and its zone. */
		readonly clock: { readonly utc: number; readonly zone: ZoneName };
		/** The passcode on show, if there is one, as a typed entry would name it. */
		readonly passcode: Extract<Entry, { kind: 'passcode' }> | null;
		/** From when until when it is shown, by the device's clock, epoch ms UTC; none for a counted one. */
		readonly passcodeTime: { readonly from: number; readonly until: number } | null;
	};
}[ScreenName];

export function screenOf(world: World, device: DeviceId = 'laptop'): Screen {
	const { name, live } = deviceScreen(world, device);
	const { zone } = world.laptop.clock;
	const clock = device === 'laptop' ? { utc: deviceNow(world), zone } : { utc: world.now, zone: HOME_ZONE };
	const token = name === 'mobilepass.passcode' ? tokenShown(world) : undefined;
	const passcode = token ? passcodeOf(world, token) : null;
	const passcodeTime = token ? timeOf(world, token) : null;
	const shows = { clock, passcode, passcodeTime };
	const all = partsOf(world).reduce(
		(before, part) => ({ ...before, ...part.shows?.(world, { device, name }) }),
		shows,
	);
	// One member for each name, all of the same shape.
	return { name, controls: live.map(seen), ...all } as Screen;
}

function seen({ act: _act, ...control }: Live): Control {
	return control;
}

function passcodeOf(world: World, token: AppToken): Screen['passcode'] {
	const { serial, activation } = token.credential;
	return { kind: 'passcode', serial, activation, step: stepOf(world, token) };
}

function timeOf(world: World, token: AppToken): Screen['passcodeTime'] {
	const { mode, intervalSeconds } = token.credential;
	if (mode !== 'time') return null;
	const step = stepOf(world, token);
	return { from: step * intervalSeconds * 1000, until: (step + 1) * intervalSeconds * 1000 };
}
