import {
	isOwnKind,
	lineOf,
	mailOf,
	screenOf,
	stepAt,
	textOf,
	tokenOf,
	tokensOf,
	userOf,
	type Control,
	type DeskTopic,
	type DeviceId,
	type Deed,
	type Entry,
	type AnyFaultId,
	type World,
} from '../../simulator/world.ts';
import { enrolled, isAccepted } from '../goals.ts';

/** What the pilot does next, and how long it waits before. */
export type Move = { readonly deed: Deed; readonly after: number };

const PACE = 2000;
export const move = (deed: Deed): Move => ({ deed, after: PACE });
export const wait = (seconds: number): Move => ({ deed: { do: 'wait' }, after: seconds * 1000 });
export const callDesk = (about: AnyFaultId | DeskTopic): Move => move({ do: 'call-desk', about });

export const controlOf = (world: World, id: string, device: DeviceId = 'laptop'): Control | undefined =>
	screenOf(world, device).controls.find((control) => control.id === id);
export const has = (world: World, id: string, device: DeviceId = 'laptop'): boolean =>
	controlOf(world, id, device)?.enabled === true;
export const faulty = (world: World, id: AnyFaultId): boolean => world.faults[id] === true;
/** A fault that nobody has met yet: the pilot goes on as if it were not there, and so meets it. */
export const unmet = (world: World, id: AnyFaultId): boolean =>
	id in world.faults && !world.shown.includes(id);

/** The zone jumps back, and nobody knows yet: a start of the computer shows it. */
export const jumpsUnmet = (world: World): boolean =>
	faulty(world, 'zone-jumps-back') && unmet(world, 'zone-jumps-back');

/** Uses a control in the way of its kind. */
export function use(world: World, id: string, device: DeviceId = 'laptop'): Move {
	const kind = controlOf(world, id, device)?.kind;
	return move({ do: kind === 'choice' ? 'choose' : 'press', control: id, device });
}

/** Types what is not there yet; when all is there, goes on. */
export function fill(
	world: World,
	fields: Readonly<Record<string, Entry>>,
	then: string,
	device: DeviceId = 'laptop',
): Move {
	for (const [control, entry] of Object.entries(fields))
		if (JSON.stringify(world[device]?.drafts[control]) !== JSON.stringify(entry))
			return move({ do: 'type', device, control, entry });
	return use(world, then, device);
}

export const card = (value: Extract<Entry, { kind: 'card' }>['value']): Entry => ({ kind: 'card', value });
export const user = (world: World) => userOf(world.service, world.people.user);
export const setPassword = (world: World) => user(world)?.passwords.find(({ state }) => state === 'set');

/** The password that is set is known: its e-mail came, or the person chose it. */
export function passwordKnown(world: World): boolean {
	const password = setPassword(world);
	if (!password) return false;
	const mailed = mailOf(world.service, world.people.manager).some(
		({ content }) => content.kind === 'static-password' && content.password === password.id,
	);
	return mailed || user(world)?.passwords.some(({ state }) => state === 'changed') === true;
}

/** The newest e-mail that enrolls, and the state of its line. */
export function newestLink(world: World) {
	const mail = mailOf(world.service, world.people.user).findLast(
		({ content }) => content.kind === 'enrollment',
	);
	if (mail?.content.kind !== 'enrollment') return null;
	const line = lineOf(world.service, mail.content.task, mail.content.user);
	return { mail, content: mail.content, line };
}

export const mailUnderWay = (world: World, kind: 'enrollment' | 'static-password'): boolean =>
	world.service.due.some((due) => due.kind === 'mail' && due.mail.content.kind === kind) ||
	(kind === 'enrollment' && world.queue.some(({ what }) => what === 'token-provisioned'));

/** The token of the app that the service accepts, or will accept when the account's lock ends. */
export const goodToken = ({ laptop, service, people }: World) =>
	laptop.mobilepass.tokens.find(({ credential }) => isAccepted(service, people.user, credential));

/** An active token that the app does not have: it stands in the way of everything. */
export const strayToken = (world: World) =>
	enrolled(world)
		? undefined
		: tokensOf(world.service, world.people.user).find(
				({ state }) => state === 'Active' || state === 'Locked',
			);

/** What to type where the company wants a static password or a passcode; a wait if it is not time yet. */
function secret(world: World): Entry | Move {
	const lock = user(world)?.lock;
	if (lock) return lock.until === null ? callDesk('account-locked') : wait(60);
	const good = goodToken(world);
	if (!good) {
		const last = user(world)?.passwords.at(-1);
		const password = (setPassword(world) ?? last)?.id ?? '';
		return { kind: 'static-password', password };
	}
	const { serial, activation } = good.credential;
	if (unmet(world, 'two-failures-already') && user(world)?.failures === 2) return card('pin');
	const step = stepAt(good.credential, world.now + world.laptop.clock.skew);
	const pending = user(world)?.pending;
	const mark = tokenOf(world.service, serial)?.mark ?? -1;
	const least = pending?.kind === 'second-code' ? pending.step : mark;
	if (step <= least && least - step < 4) return wait(10);
	const code = { kind: 'passcode', serial, activation, step } as const;
	if (!tokenOf(world.service, serial)?.pin) return code;
	const pin = { kind: 'server-pin', serial } as const;
	const { place } = world.service.policy.serverPin;
	return { kind: 'joined', parts: place === 'before' ? [pin, code] : [code, pin] };
}

/** The pages of a Server PIN: on with the one that was given, or one of the card that the service takes. */
export function serverPinMove(world: World, app: string): Move {
	if (has(world, `${app}.pin-continue`)) return use(world, `${app}.pin-continue`);
	const serial = goodToken(world)?.credential.serial ?? '';
	const entry = card(
		tokenOf(world.service, serial)?.pin?.text === text(world, card('next-pin')) ? 'pin' : 'next-pin',
	);
	return fill(world, { [`${app}.new-pin`]: entry, [`${app}.new-pin-again`]: entry }, `${app}.save-pin`);
}

/** Types the secret and goes on, or waits. */
export function fillSecret(world: World, control: string, then: string): Move {
	const entry = secret(world);
	return 'after' in entry ? entry : fill(world, { [control]: entry }, then);
}

/** The entry that stands for the PIN which a token of the app was given. */
export function pinOf(world: World, pin: string): Entry {
	const known = [card('pin'), card('next-pin')];
	return known.find((entry) => text(world, entry) === pin) ?? { kind: 'raw', text: pin };
}

function text(world: World, entry: Entry): string {
	if (entry.kind === 'fact' || entry.kind === 'near-fact' || isOwnKind(entry)) return '';
	return textOf(world.service, world.people.user, entry) ?? '';
}
