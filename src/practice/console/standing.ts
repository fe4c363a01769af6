import { migrationSteps, type MigrationStep } from '../../domain/migration.ts';
import { goTo } from '../../simulator/console/change.ts';
import type { ConsolePage } from '../../simulator/console/index.ts';
import { comments, type Operation } from '../../simulator/operation-types.ts';
import { policyWith } from '../../simulator/policy.ts';
import { acts, tokenOf } from '../../simulator/service/service.ts';
import { advance, createWorld, stepAt, type World } from '../../simulator/world.ts';
import { androidGoals, enrolledOnPhone, proven } from '../android-goals.ts';
import { hasOnPhone, usePhone } from '../pilot/phone-sight.ts';
import { phoneMove } from '../pilot/phone.ts';
import type { Move } from '../pilot/sight.ts';
import type { Scenario } from '../scenario.ts';
import { oldTokens, openTaskOf, phoneSerial } from './goals.ts';

/** The step that an exercise ends at; the whole course ends with the report. */
export const endOf = ({ until }: Pick<Scenario, 'until'>): MigrationStep =>
	migrationSteps.find((step) => step === until) ?? 'read-report';

const number = (step: MigrationStep): number => migrationSteps.indexOf(step);

/** Steps 12 to 18 move a user to the other app; before these the user has moved. */
export const isWave = (step: MigrationStep): boolean => number(step) >= number('look-at-stock');

/** More than any way to a beginning takes. */
const MOST_MOVES = 300;
/** The e-mail of a task has come by then, s. */
const MAIL = 200;
/** How far the clock of a phone is off whose codes are refused, ms: beyond what a second code can mend. */
const FAST = 4 * 60_000;

/** What the user does with the newest e-mail: by its link, all on the phone. */
export const userMove = (world: World, until: 'prove-enrollment' | 'all'): Move | null =>
	phoneMove(world, {
		...{ id: 'user', title: '', about: '', course: 'android', faults: [], seed: 1 },
		...{ from: 'install-app', until, way: enrolledOnPhone(world) ? 'portal-phone' : 'link' },
	});

/** Does what `next` says until a World is as it is wanted. */
function until(start: World, holds: (world: World) => boolean, next: (world: World) => Move | null): World {
	let world = start;
	for (let moves = 0; moves < MOST_MOVES; moves += 1) {
		if (holds(world)) return world;
		const move = next(world);
		if (!move) break;
		({ world } = advance(world, { ...move.deed, at: world.now + move.after }));
	}
	throw new Error('console: expected a way to the beginning of an exercise, got none');
}

/** The phone lies on the table: its app is closed, and was left at the list of its tokens. */
const laidDown = (world: World): World =>
	until(
		world,
		({ phone }) => phone?.app === null && phone.mobilepass.page === 'list',
		(now) => usePhone(now, hasOnPhone(now, 'mobilepass.done') ? 'mobilepass.done' : 'phone.home'),
	);

/** The user has MobilePASS+ on the phone, with push. */
const enrolled = (world: World): World =>
	laidDown(until(world, androidGoals['keep-phone-ready'], (now) => userMove(now, 'all')));

/**
 * The user is on MobilePASS 8, on a phone that was replaced since: enrolled for real, by the policy of that day, and
 * used once. The e-mail of this morning is gone.
 */
function onOldApp(world: World): World {
	const { now, service } = world;
	const { operator, user } = world.people;
	const { policy } = service;
	const task = openTaskOf(world);
	const gone = task ? acts.removeTaskLines(service, { operator, task }, now).service : service;
	const then = policyWith({ targets: { Android: { allowed: true, app: 'MobilePASS 8' } } }, policy);
	const given = acts.provision({ ...gone, policy: then }, { operator, users: [user], replaces: false }, now);
	const of = { task: given.reply.ok ? given.reply.value.task : '', user };
	const opened = acts.openEnrollment(given.service, of, now);
	const session = opened.reply.ok ? opened.reply.value.session : 0;
	const way = { by: 'link', ...of, session, target: 'Android', app: 'MobilePASS 8' } as const;
	const by = { ...way, deviceType: 'Phone', allowPush: false };
	const made = acts.enroll(opened.service, by, now);
	if (!made.reply.ok) throw new Error(`console: expected an enrollment, got ${made.reply.reason}`);
	const { serial } = made.reply.value;
	const { seed } = tokenOf(made.service, serial) ?? {};
	const entry = { kind: 'passcode', serial, activation: 0, step: seed ? stepAt(seed, now) : 0 } as const;
	const used = acts.login(made.service, { user, entry, resource: 'console' }, now);
	return { ...world, service: { ...used.service, policy } };
}

function operate(world: World, operation: Operation): World {
	const { world: next, reply } = advance(world, { do: 'operate', operation, at: world.now + 3000 });
	if (!reply.ok) throw new Error(`console: expected ${operation.act} to be done, got ${reply.reason}`);
	return next;
}

const provisioned = (world: World): World => {
	const sent = operate(world, { act: 'provision', users: [world.people.user] });
	return advance(sent, { do: 'wait', at: sent.now + MAIL * 1000 }).world;
};

const onBoth = (world: World): World =>
	laidDown(until(provisioned(world), proven, (now) => userMove(now, 'prove-enrollment')));

function revokedOld(world: World): World {
	const serials = oldTokens(world).map(({ serial }) => serial);
	return serials.reduce(
		(now, serial) => operate(now, { act: 'revoke', serial, comment: comments[0] }),
		world,
	);
}

/** As many sign-ins with a wrong code as lock the account. */
function locked(world: World): World {
	const { user } = world.people;
	let { service } = world;
	for (let tries = 0; tries < service.policy.lock.threshold; tries += 1)
		({ service } = acts.login(service, { user, entry: { kind: 'raw', text: '000000' } }, world.now));
	return { ...world, service };
}

const fastClock = (world: World): World =>
	world.phone ? { ...world, phone: { ...world.phone, clock: { skew: FAST, autoTime: false } } } : world;

/** A minute later: the code that the operator used last is over. */
const later = (world: World): World => advance(world, { do: 'wait', at: world.now + 60_000 }).world;

/** How the World of a step comes to be, where it is another one than that of the step before. */
const ways: Readonly<Record<MigrationStep, (fresh: World) => World>> = {
	'sign-in-to-console': later,
	'find-user': enrolled,
	'verify-caller': enrolled,
	'read-methods': enrolled,
	'read-token-details': enrolled,
	'suspend-token': enrolled,
	'activate-token': (fresh) => {
		const world = enrolled(fresh);
		return operate(world, { act: 'suspend', serial: phoneSerial(world), staticPassword: true });
	},
	'unlock-token': (fresh) => locked(enrolled(fresh)),
	'new-server-pin': enrolled,
	'resync-token': (fresh) => fastClock(enrolled(fresh)),
	'revoke-token': enrolled,
	'look-at-stock': (fresh) => unswitched(onOldApp(fresh)),
	'switch-target': (fresh) => unswitched(onOldApp(fresh)),
	'provision-users': onOldApp,
	'watch-task': (fresh) => provisioned(onOldApp(fresh)),
	'help-users-enroll': (fresh) => provisioned(onOldApp(fresh)),
	'revoke-old-token': (fresh) => onBoth(onOldApp(fresh)),
	'read-report': (fresh) => revokedOld(onBoth(onOldApp(fresh))),
};

/** Nobody has switched the devices yet. */
const unswitched = (world: World): World => ({
	...world,
	service: {
		...world.service,
		policy: policyWith({ targets: { Android: { app: 'MobilePASS 8', push: false } } }, world.service.policy),
	},
});

/** Where a console stands whose exercise is about a page to be found. */
const pageOf: Readonly<Partial<Record<MigrationStep, ConsolePage>>> = {
	'look-at-stock': 'tasks',
};

/** The World of an exercise of the console at its first step. */
export function standing({ seed, made = {}, from, until: last }: Scenario, startsAt: number): World {
	const first = migrationSteps.find((step) => step === from) ?? 'sign-in-to-console';
	const moves = isWave(endOf({ until: last }));
	const signedIn = first !== 'sign-in-to-console';
	const parts = { console: { signedIn }, phone: { installed: !moves } };
	const fresh = createWorld({ seed, startsAt, ...parts, ...made });
	const world = ways[first](moves && !signedIn ? unswitched(onOldApp(fresh)) : fresh);
	// the page that a step is about is not open yet
	return pageOf[first] ? goTo(world, pageOf[first]) : world;
}
