import { organization } from '../../domain/organization.ts';
import { draftOf, cleared } from '../drafts.ts';
import type { Entry } from '../entries.ts';
import type { CardValue } from '../service/entry.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE, SECOND } from '../queue.ts';
import { button, choice, field, heading, keys, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { computerSignIn, entryText, personName } from '../wires.ts';
import { inCompanyNetwork, laptop, part } from './change.ts';
import { said } from './messages.ts';
import { restarted } from './power.ts';
import type { LogonPage, MessageId } from './state.ts';

export const goTo = (world: World, page: LogonPage, message: MessageId | null = null): World =>
	part(world, 'logon', { page, message });

const restart: Live = choice('logon.restart', 'Restart', restarted);

/** Controls that stand at the bottom right of every logon screen after Ctrl+Alt+Del. */
export function corner(world: World): Live[] {
	const { page } = world.laptop.logon;
	const hasIcon = !faulty(world, 'no-sign-in-icon');
	const toNetwork = (before: World) =>
		part(before, 'logon', { page: 'network', back: before.laptop.logon.page });
	const toSignIn = (before: World) => goTo(before, 'network-sign-in');
	return [
		...(page === 'network' ? [] : [button('logon.network', 'Network', toNetwork)]),
		...(hasIcon ? [button('logon.network-sign-in', 'Network sign-in', toSignIn)] : []),
		restart,
	];
}

export function lockScreen(world: World): Live[] {
	const unlock = (before: World) => {
		if (faulty(before, 'keyboard-not-ready') && before.laptop.keyboard === 'dock') return before;
		const page = before.laptop.logon.acknowledged || faulty(before, 'notice-absent') ? 'windows' : 'notice';
		return goTo(before, page);
	};
	const builtIn = (before: World) => mended(laptop(before, { keyboard: 'built-in' }), 'keyboard-not-ready');
	return [
		keys('logon.ctrl-alt-del', 'Ctrl+Alt+Del', unlock),
		...(world.laptop.keyboard === 'dock'
			? [button('logon.built-in-keyboard', 'Use the keyboard of the laptop', builtIn)]
			: []),
		restart,
	];
}

export function noticeScreen(): Live[] {
	const agree = (before: World) => part(goTo(before, 'windows'), 'logon', { acknowledged: true });
	return [
		heading('logon.notice', organization.notice),
		// the words of the real one are not known (assumed)
		value('logon.notice-text', 'This computer is for business use only. What is done on it may be recorded.'),
		button('logon.ok', 'OK', agree),
	];
}

/** The Windows logon prompt (procedure A, step 8). */
export function windowsScreen(world: World): Live[] {
	const { logon } = world.laptop;
	const other = (before: World) => mended(part(before, 'logon', { otherTile: false }), 'other-name-shown');
	if (logon.otherTile)
		return [
			heading('logon.tile', 'Taylor Reed'),
			...field(world, 'laptop', 'logon.password', 'Password', 'computer-password'),
			keys('logon.enter', 'Enter', (before) => goTo(before, 'windows', 'user-or-password')),
			choice('logon.other-user', 'Other user', other),
			...said('logon.message', logon.message),
			...corner(world),
		];
	return [
		heading('logon.title', 'Other user'),
		...field(world, 'laptop', 'logon.user', 'User name', 'user-id', entryText(world)),
		...field(world, 'laptop', 'logon.password', 'Password', 'computer-password'),
		...capsLock(world),
		keys('logon.enter', 'Enter', enter),
		...said('logon.message', logon.message),
		...corner(world),
	];
}

/** The key, and what the screen says while it is on. */
export function capsLock(world: World): Live[] {
	const on = world.laptop.capsLock;
	const press = (before: World) => {
		const next = laptop(before, { capsLock: !before.laptop.capsLock });
		return next.laptop.capsLock ? next : mended(next, 'caps-lock-on');
	};
	return [
		keys('keyboard.caps-lock', 'Caps Lock', press),
		...(on ? [value('keyboard.caps-lock-on', 'Caps Lock is on')] : []),
	];
}

/** What arrives when this is typed: with Caps Lock on, upper and lower case are swapped. */
export function typedAs(world: World, entry: Entry | null): Entry | null {
	if (!world.laptop.capsLock || entry === null || !hasLetters(entry)) return entry;
	return { kind: 'near-miss', of: entry, how: 'case' };
}

const digits: readonly CardValue[] = ['pin', 'next-pin'];

function hasLetters(
	entry: Entry,
): entry is Extract<Entry, { kind: 'card' | 'static-password' | 'near-miss' }> {
	if (entry.kind === 'near-miss') return hasLetters(entry.of);
	return entry.kind === 'static-password' || (entry.kind === 'card' && !digits.includes(entry.value));
}

function enter(world: World): World {
	const user = draftOf(world, 'laptop', 'logon.user');
	const password = typedAs(world, draftOf(world, 'laptop', 'logon.password'));
	const emptied = cleared(world, 'laptop', 'logon.password');
	if (!user || !password) return goTo(emptied, 'windows', 'user-or-password');
	if (faulty(world, 'trust-failed')) return goTo(emptied, 'windows', 'trust-failed');
	const { profile } = world.laptop;
	// Without a profile on this computer Windows must ask the domain (facts 6.1).
	if (!profile && !inCompanyNetwork(world)) return goTo(emptied, 'windows', 'domain-not-available');
	if (user.kind !== 'card' || user.value !== 'user-id') return goTo(emptied, 'windows', 'user-or-password');
	const answer = computerSignIn(emptied, password);
	if (answer.word === 'locked') return goTo(answer.world, 'windows', 'account-locked');
	if (answer.word === 'warned') return goTo(answer.world, 'windows', 'lock-warning');
	if (answer.word === 'no') return goTo(answer.world, 'windows', 'user-or-password');
	const building = cleared(goTo(answer.world, 'building'), 'laptop', 'logon');
	return enqueue(building, 'profile-built', buildTime(building));
}

/** The first logon builds the profile: several minutes (facts 6.1; figures assumed). */
function buildTime(world: World): number {
	if (world.laptop.profile) return 20 * SECOND;
	return faulty(world, 'profile-slow') ? 12 * MINUTE : 3 * MINUTE;
}

export function buildingScreen(world: World): Live[] {
	return [
		heading('logon.welcome', 'Welcome'),
		value('logon.person', personName(world)),
		...(world.laptop.profile ? [] : [value('logon.preparing', 'Preparing Windows')]),
	];
}
