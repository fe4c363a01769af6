import { mailOf, screenOf, tokenOf, type AnyFaultId, type Entry, type World } from '../../simulator/world.ts';
import { goodTokens, openTask } from '../android-goals.ts';
import { fill, has, newestLink, use, user, wait, type Move } from './sight.ts';

/** A fault that was met and is not mended. */
export const met = (world: World, id: AnyFaultId): boolean =>
	world.faults[id] === true && world.shown.includes(id);

export const hasOnPhone = (world: World, id: string): boolean => has(world, id, 'phone');
export const usePhone = (world: World, id: string): Move => use(world, id, 'phone');
export const fillPhone = (world: World, fields: Readonly<Record<string, Entry>>, then: string): Move =>
	fill(world, fields, then, 'phone');
export const phoneName = (world: World): string => screenOf(world, 'phone').name;

/** Out of a page of the app that is not the one wanted. A question of Android's has no way back: it wants an answer. */
export const leavePage = (world: World): Move =>
	usePhone(
		world,
		['mobilepass.done', 'prompt.allow'].find((id) => hasOnPhone(world, id)) ?? 'mobilepass.back',
	);

type App = NonNullable<NonNullable<World['phone']>['app']>;

/** Brings an app to the front; nothing where it is there. */
export function toApp(world: World, app: App): Move | null {
	const { phone } = world;
	if (!phone) return null;
	if (phone.locked) return usePhone(world, 'phone.unlock');
	if (phone.app === app) return null;
	return usePhone(world, phone.app === null ? `home.${app}` : 'phone.home');
}

/** Opens an e-mail on the phone, in whatever folder it lies; nothing where it is open. */
export function toMail(world: World, id: string): Move | null {
	const there = toApp(world, 'mail');
	if (there) return there;
	const { phone, service, people } = world;
	if (phone?.mail.open === id) return null;
	if (phone?.mail.open) return usePhone(world, 'mail.back');
	if (hasOnPhone(world, `mail.mail-${id}`)) return usePhone(world, `mail.mail-${id}`);
	const folder = mailOf(service, people.user).find((mail) => mail.id === id)?.folder ?? 'Focused';
	return usePhone(world, `mail.${folder.toLowerCase()}`);
}

/** A page of the phone's settings. */
function toSettings(world: World, page: 'home' | 'mobilepass' | 'time'): Move | null {
	const there = toApp(world, 'settings');
	if (there) return there;
	const now = world.phone?.settings;
	if (now === page) return null;
	return usePhone(world, now === 'home' ? `settings.${page}` : 'settings.back');
}

/** Switches something in the settings. */
export const switched = (world: World, page: 'home' | 'mobilepass' | 'time', control: string): Move =>
	toSettings(world, page) ?? usePhone(world, control);

/** The newest verification code that has come. */
export const codeMail = ({ service, people }: World) =>
	mailOf(service, people.user).findLast(({ content }) => content.kind === 'verification-code');

/** The token that is to be proven: the first that never was used; else the newest. */
export const tokenToProve = (world: World) => {
	const good = goodTokens(world);
	return (
		good.find(({ credential: { serial } }) => tokenOf(world.service, serial)?.lastSuccess === null) ??
		good.at(-1)
	);
};

/** What the portal takes now: the passcode, with a Server PIN the two; a wait if it is not time yet. */
export function phoneSecret(world: World): Entry | Move {
	const token = tokenToProve(world);
	if (!token) return wait(10);
	const { serial, activation, intervalSeconds } = token.credential;
	const skew = world.phone?.clock.skew ?? 0;
	const step = Math.floor(Math.max(0, world.now + skew) / 1000 / intervalSeconds);
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

export const isMove = (given: Entry | Move): given is Move => 'after' in given;

/** The e-mail of the enrollment that can be used; where there is none, the newest: it says what became of it. */
export function openLink(world: World) {
	const { service, people } = world;
	const task = openTask(world);
	const mail = mailOf(service, people.user).findLast(
		({ content }) => content.kind === 'enrollment' && content.task === task,
	);
	return mail?.content.kind === 'enrollment' ? { mail, content: mail.content } : newestLink(world);
}
