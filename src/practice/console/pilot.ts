import type { MigrationStep } from '../../domain/migration.ts';
import { operatorCode, type ConsolePage } from '../../simulator/console/index.ts';
import { pushRequestsOf } from '../../simulator/service/push.ts';
import { stockOf } from '../../simulator/service/service.ts';
import { tokenOf, tokensOf, userOf, type Entry, type World } from '../../simulator/world.ts';
import { stepsOf } from '../exercise.ts';
import { proven, pushReady } from '../android-goals.ts';
import { switched } from '../pilot/phone-sight.ts';
import { requestMove } from '../pilot/phone.ts';
import { controlOf, fill, has, move, use, wait, type Move } from '../pilot/sight.ts';
import type { Scenario } from '../scenario.ts';
import { migrationGoals, oldTokens, openTaskOf, phoneSerial, verified } from './goals.ts';
import { endOf, isWave, userMove } from './standing.ts';

const on = (world: World, id: string): Move => use(world, id, 'console');
const there = (world: World, id: string): boolean => has(world, id, 'console');
const page = ({ console }: World): ConsolePage | undefined => console?.page;

/**
 * The next move towards the end of an exercise of procedure D, by controls on the screens of the console and of the
 * user's phone. `null` when all is done.
 */
export function consoleMove(world: World, scenario: Scenario): Move | null {
	if (page(world) === 'sign-in') return signInMove(world);
	const end = endOf(scenario);
	if (end !== 'unlock-token' && user(world)?.lock) return ways['unlock-token'](world);
	// no user enrolls in MobilePASS+ where the policy has another app, or none
	if (wantsEnrollment.has(end) && !migrationGoals['switch-target'](world)) return switchMove(world);
	const verifies = goalsOf(scenario).includes('verify-caller') && !verified(world);
	const silent = verifies ? reachableMove(world) : null;
	if (silent) return silent;
	const step = goalsOf(scenario).find(
		(one) => !migrationGoals[one](world) && (one === end || !isPast(world, one)),
	);
	if (!step) return null;
	return (isWave(end) ? null : mended(world, step)) ?? ways[step](world);
}

const wantsEnrollment: ReadonlySet<MigrationStep> = new Set([
	'help-users-enroll',
	'revoke-old-token',
	'read-report',
]);

const goalsOf = (scenario: Scenario): readonly MigrationStep[] =>
	stepsOf(scenario) as readonly MigrationStep[];

const user = ({ service, people }: World) => userOf(service, people.user);

/** Pages that are read need not stay open: what comes after them has begun. */
function isPast(world: World, step: MigrationStep): boolean {
	const atTokens = page(world) === 'tokens' || page(world) === 'token';
	if (step === 'find-user') return page(world) === 'push' || verified(world) || atTokens;
	return step === 'read-methods' && atTokens;
}

/** With a passcode of the operator's own token: a new one, where the last one was used. */
function signInMove(world: World): Move {
	const { operator } = world.people;
	const code = operatorCode(world);
	if (!code) throw new Error('console: expected a token of the operator, got none');
	const who: Entry = { kind: 'found', by: 'user-id', of: operator, letters: operator.length };
	const used = (tokenOf(world.service, code.serial)?.mark ?? -1) >= code.step;
	return used
		? wait(10)
		: fill(world, { 'console.login-user': who, 'console.login-code': code }, 'console.sign-in', 'console');
}

/** To the page of the user; nothing where it is open. */
function toUser(world: World): Move | null {
	const { user: wanted } = world.people;
	if (page(world) === 'user' && world.console?.user === wanted) return null;
	if (page(world) !== 'assignment') return on(world, 'console.module-assignment');
	if (there(world, `console.user-${wanted}`)) return on(world, `console.user-${wanted}`);
	const name: Entry = { kind: 'found', by: 'last-name', of: wanted, letters: 3 };
	return fill(world, { 'console.search-user': name }, 'console.search', 'console');
}

/** To the page on which something is done to a token of the user; nothing where it is open. */
function toToken(world: World, serial: string, wanted: ConsolePage, control: string): Move | null {
	const here = world.console?.serial === serial;
	if (here && page(world) === wanted) return null;
	if (here && page(world) === 'method') return on(world, control);
	return toUser(world) ?? on(world, `console.manage-${serial}`);
}

const pages = (name: 'suspend' | 'activate' | 'revoke' | 'resync') => (world: World, serial: string) =>
	toToken(world, serial, name, `console.${name}`) ?? on(world, 'console.confirm');
const suspended = pages('suspend');
const activated = pages('activate');

/** Revokes a token; it goes back to inventory. */
function revoked(world: World, serial: string): Move {
	const there = toToken(world, serial, 'revoke', 'console.revoke');
	if (there) return there;
	const back = controlOf(world, 'console.mode-inventory', 'console');
	return on(world, back?.chosen ? 'console.confirm' : 'console.mode-inventory');
}

/** Where there is nothing left to give out, a token that nobody can use comes back first. */
function provisioned(world: World): Move {
	if (openTaskOf(world)) return wait(30);
	if (stockOf(world.service).available === 0) {
		const idle = tokensOf(world.service, world.people.user).find(({ state }) => state === 'Suspended');
		if (idle) return revoked(world, idle.serial);
	}
	const { user: wanted } = world.people;
	const chosen = world.console?.ticked.join() === wanted;
	if (page(world) === 'confirm' && chosen) return on(world, 'console.confirm');
	if (page(world) === 'provision' && chosen)
		return on(
			world,
			controlOf(world, 'console.type-mobilepass', 'console')?.chosen
				? 'console.provision'
				: 'console.type-mobilepass',
		);
	return toUser(world) ?? on(world, 'console.provision');
}

/** The phone has a token that works: only then can something be done to it. */
function mended(world: World, step: MigrationStep): Move | null {
	const token = tokenOf(world.service, phoneSerial(world));
	const held = token?.owner === world.people.user;
	if (!held) return openTaskOf(world) ? userMove(world, 'all') : provisioned(world);
	return token.state === 'Suspended' && step !== 'activate-token' && token.state !== wantedState[step]
		? activated(world, token.serial)
		: null;
}
const wantedState: Readonly<Partial<Record<MigrationStep, string>>> = {
	'revoke-token': 'Suspended',
	'unlock-token': 'Suspended',
	'find-user': 'Suspended',
	'read-methods': 'Suspended',
	'read-token-details': 'Suspended',
};

/** Sends a push with a number, and the user answers it. */
function verifyMove(world: World): Move {
	const { request: asked } = world.console ?? {};
	const request = pushRequestsOf(world.service, world.people.user).find(({ id }) => id === asked);
	if (page(world) !== 'push') return toUser(world) ?? on(world, 'console.send-push');
	if (request?.state === 'waiting') return requestMove(world) ?? toNotices(world) ?? wait(10);
	if (asked) return on(world, 'console.back');
	const number = controlOf(world, 'console.way-number', 'console');
	return on(world, number?.chosen ? 'console.confirm' : 'console.way-number');
}

/** A policy without push, and a phone that is off the network or shows no requests, are put right first. */
function reachableMove(world: World): Move | null {
	const { allowed, push, app } = world.service.policy.targets.Android;
	if (!allowed || !push || app !== 'MobilePASS+') return switchMove(world, true);
	if (world.phone?.airplane) return switched(world, 'home', 'settings.airplane');
	return pushReady(world) ? null : userMove(world, 'all');
}

/** A notification stands on the lock screen and on the home screen. */
const toNotices = (world: World): Move | null =>
	has(world, 'phone.home', 'phone') ? use(world, 'phone.home', 'phone') : null;

/** Two codes of the phone, one right after the other. */
function resyncMove(world: World): Move {
	const serial = phoneSerial(world);
	const arrived = toToken(world, serial, 'resync', 'console.resync');
	if (arrived) return arrived;
	const credential = world.phone?.mobilepass.tokens.at(-1)?.credential;
	const interval = (credential?.intervalSeconds ?? 30) * 1000;
	const step = Math.floor((world.now + (world.phone?.clock.skew ?? 0)) / interval);
	const code: Entry = { kind: 'passcode', serial, activation: credential?.activation ?? 0, step };
	const { 'console.code-first': first, 'console.code-second': second } = world.console?.drafts ?? {};
	const type = (control: string): Move => move({ do: 'type', device: 'console', control, entry: code });
	if (first?.kind !== 'passcode' || (step > first.step + 1 && !follows(first, second)))
		return type('console.code-first');
	if (follows(first, second)) return on(world, 'console.confirm');
	return step === first.step + 1 ? type('console.code-second') : wait(10);
}
const follows = (first: Entry, second: Entry | undefined): boolean =>
	first.kind === 'passcode' && second?.kind === 'passcode' && second.step === first.step + 1;

/** The policy for the devices: MobilePASS+ for Android, and nothing else that waits for "Apply". */
function switchMove(world: World, pushes = false): Move {
	if (page(world) !== 'policy' || world.console?.policy !== 'targets')
		return on(world, page(world) === 'policies' ? 'console.policy-targets' : 'console.module-policies');
	const plus = controlOf(world, 'console.tick-android-plus', 'console');
	if (!plus?.chosen) return on(world, 'console.tick-android-plus');
	const push = controlOf(world, 'console.tick-android-push', 'console');
	return on(world, pushes && !push?.chosen ? 'console.tick-android-push' : 'console.apply');
}

/** The details of a token, from the list of all. */
function detailsMove(world: World): Move {
	if (page(world) !== 'tokens') return on(world, 'console.module-tokens');
	const serial = phoneSerial(world);
	if (there(world, `console.token-${serial}`)) return on(world, `console.token-${serial}`);
	const all = controlOf(world, 'console.state-all', 'console');
	if (!all?.chosen) return on(world, 'console.state-all');
	const entry: Entry = { kind: 'found', by: 'serial', of: serial, letters: serial.length };
	return fill(world, { 'console.search-serial': entry }, 'console.search', 'console');
}

/** The user enrolls, by an e-mail that works. */
function enrolledMove(world: World): Move {
	if (!migrationGoals['provision-users'](world)) return provisioned(world);
	return userMove(world, 'prove-enrollment') ?? wait(10);
}

/** The next move towards the goal of each step, where it does not hold. */
const ways: Readonly<Record<MigrationStep, (world: World) => Move | null>> = {
	'sign-in-to-console': signInMove,
	'find-user': toUser,
	'verify-caller': verifyMove,
	'read-methods': toUser,
	'read-token-details': detailsMove,
	'suspend-token': (world) => suspended(world, phoneSerial(world)),
	'activate-token': (world) => activated(world, phoneSerial(world)),
	'unlock-token': (world) => toUser(world) ?? on(world, 'console.unlock'),
	'new-server-pin': (world) =>
		toToken(world, phoneSerial(world), 'method', '') ?? on(world, 'console.new-pin'),
	'resync-token': resyncMove,
	'revoke-token': (world) => revoked(world, phoneSerial(world)),
	'look-at-stock': (world) => on(world, 'console.module-snapshot'),
	'switch-target': switchMove,
	'provision-users': provisioned,
	'watch-task': (world) => {
		const task = openTaskOf(world);
		if (!task) return provisioned(world);
		if (page(world) === 'tasks' && there(world, `console.task-${task}`))
			return on(world, `console.task-${task}`);
		return on(world, page(world) === 'assignment' ? 'console.to-tasks' : 'console.module-assignment');
	},
	'help-users-enroll': enrolledMove,
	'revoke-old-token': (world) => {
		const [old] = oldTokens(world);
		return old && proven(world) ? revoked(world, old.serial) : enrolledMove(world);
	},
	'read-report': (world) =>
		on(world, page(world) === 'reports' ? 'console.to-report' : 'console.module-reports'),
};
