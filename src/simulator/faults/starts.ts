import { facts } from '../entries.ts';
import type { MailFolder } from '../policy.ts';
import { awaited, DAY, enqueue, forget, MINUTE } from '../queue.ts';
import {
	acts,
	addressMoved,
	enrollmentMoved,
	lineOf,
	oldPasswordFound,
	passwordChanged,
	tokensOf,
	unprovisioned,
	userOf,
	type Service,
} from '../service/service.ts';
import type { World } from '../state.ts';

export const withService = (world: World, service: Service): World => ({ ...world, service });

/** The token of the old computer is active again. A World made with the fault has it so from the start. */
export function activated(world: World): World {
	const { user, operator } = world.people;
	const old = tokensOf(world.service, user).find(({ state }) => state === 'Suspended');
	if (!old) return world;
	const { serial } = old;
	return withService(world, acts.activate(world.service, { operator, serial }, world.now).service);
}

/** A World made with the fault has the old e-mail from the start. */
export function oldPassword(world: World): World {
	const { service, people, now } = world;
	if (userOf(service, people.user)?.passwords.some(({ state }) => state === 'expired')) return world;
	return withService(world, oldPasswordFound(service, people.user, people.manager, now - 35 * DAY));
}

export function forColleague(world: World): World {
	const input = { requester: world.people.manager, user: facts['colleague-user-id'] };
	const { service } = acts.requestStaticPassword(world.service, input, world.now);
	const request = world.other.catalog.request + 1;
	const catalog = { page: 'submitted', item: 'static-password', kindChosen: false, request } as const;
	return { ...world, service, other: { ...world.other, catalog } };
}

/** The account moves to the other e-mail domain. A World made with the fault has it there from the start. */
export function movedAway(world: World): World {
	const { service, people } = world;
	const [, domain] = service.policy.emailDomains;
	if (domain === undefined || userOf(service, people.user)?.email?.endsWith(`@${domain}`)) return world;
	return { ...world, service: addressMoved(service, people.user, domain) };
}

/** What is left of two logins for a password that was used at the network sign-in. */
export function twoLogins(world: World): World {
	const {
		service,
		people,
		laptop: { logon, profile, vpn },
	} = world;
	const used = profile || logon.tunnel || vpn.state === 'on' ? 2 : Math.min(2, logon.rounds);
	const change = used === 2 ? ({ usesLeft: 0, state: 'used-up' } as const) : { usesLeft: 2 - used };
	return { ...world, service: passwordChanged(service, people.user, change) };
}

export const mustChange = (world: World): World => ({
	...world,
	service: passwordChanged(world.service, world.people.user, { mustChange: true }),
});

/** A profile that is being built takes the long time from now on. */
export function slowed(world: World): World {
	const { logon, profile } = world.laptop;
	if (logon.page !== 'building' || profile) return world;
	return enqueue(forget(world, 'profile-built'), 'profile-built', 12 * MINUTE);
}

export const withMail = (world: World, folder: MailFolder): World => ({
	...world,
	service: enrollmentMoved(world.service, world.people.user, folder),
});

export function notYet(world: World): World {
	const service = unprovisioned(world.service, world.people.user);
	return enqueue({ ...world, service }, 'token-provisioned', 22 * MINUTE, true);
}

const openTasks = ({ service, people: { user } }: World) =>
	(userOf(service, user)?.tasks ?? []).filter((task) => lineOf(service, task, user)?.status === 'Active');

/** A second request ends the enrollment of the first. A World made with the fault has both e-mails. */
export function askedAgain(world: World): World {
	const { user, manager } = world.people;
	if ((userOf(world.service, user)?.tasks.length ?? 0) > 1 && openTasks(world).length > 0) return world;
	const input = { requester: manager, user };
	return { ...world, service: acts.requestReplacementToken(world.service, input, world.now).service };
}

export function removed(world: World): World {
	const { operator } = world.people;
	const service = openTasks(world).reduce(
		(before, task) => acts.removeTaskLines(before, { operator, task }, world.now).service,
		world.service,
	);
	return { ...world, service };
}

/** An installation that runs takes the long time from now on. */
export const hung = (world: World): World =>
	awaited(world, 'install-ends')
		? enqueue(forget(world, 'install-ends'), 'install-ends', 12 * MINUTE)
		: world;

/** Tries with a cut string lock every open enrollment. A World made with the fault has them locked. */
export function lockedByTries(world: World): World {
	const { user } = world.people;
	let { service } = world;
	for (const task of userOf(service, user)?.tasks ?? []) {
		const of = { kind: 'activation-string', task, user } as const;
		const entry = { kind: 'near-miss', of, how: 'too-short' } as const;
		const input = { by: 'string', entry, target: 'Windows 10', app: 'MobilePASS+' } as const;
		for (let i = 0; i < service.policy.task.maxTries && lineOf(service, task, user)?.status === 'Active'; i++)
			service = acts.checkActivation(service, input, world.now).service;
	}
	return { ...world, service };
}
