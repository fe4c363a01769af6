import { forget } from '../queue.ts';
import { acts } from '../service/service.ts';
import { faulty } from '../faults/ids.ts';
import { throughParts } from '../parts.ts';
import type { DueId, World } from '../state.ts';
import { laptop, part } from './change.ts';
import type { Laptop } from './state.ts';

/** Closing the window ends its session: the e-mail is the way back (procedure A, step 16). */
export function pageClosed(world: World): World {
	const { download } = world.laptop.browser;
	return part(forget(enrollmentLeft(world), 'download-ready'), 'browser', {
		page: 'home',
		message: null,
		download: download === 'running' ? 'none' : download,
	});
}

/** The Self Enrollment page is left: its session ends, a download goes on. */
export function enrollmentLeft(world: World): World {
	const { enrollment } = world.laptop.browser;
	if (!enrollment) return world;
	const { task, user, session } = enrollment;
	const { service } = acts.closeEnrollment(world.service, { task, user, session }, world.now);
	return part({ ...world, service }, 'browser', { enrollment: null });
}

/** What was under way for the person who was signed in. */
const unfinished: readonly DueId[] = [
	'globalprotect-message',
	'globalprotect-welcome',
	'loadset-message',
	'outlook-set-up',
	'install-ends',
	'app-locks',
];

/**
 * The person's session is over, by a sign-out or a restart: every program is closed, what was typed is lost, the
 * network sign-in and the VPN have ended. Profile, installed apps and tokens stay.
 */
export function sessionOver(world: World): World {
	let next = unfinished.reduce(forget, pageClosed(world));
	const drafts = portalLeft(next);
	next = laptop(next, { windows: [], minimized: [], overlay: null, drafts, settings: 'home' });
	next = part(next, 'logon', { message: null, rounds: 0, tunnel: false });
	next = part(next, 'vpn', { state: 'off', by: null, page: 'message', again: false, message: null });
	const page = savedPage(next.laptop.outlook.page);
	next = part(next, 'outlook', {
		page,
		asksType: false,
		message: null,
		looped: false,
		reopened: false,
	});
	next = part(next, 'installer', { page: 'welcome', accepted: false, kind: null, kept: null });
	next = part(next, 'mobilepass', { pending: null, serial: null, unlocked: [], message: null });
	return throughParts(part(next, 'teams', { message: null, looped: false }), 'sessionOver');
}

/** The portal box keeps the wrong address that was left in it, whatever else is cleared. */
function portalLeft(world: World): Laptop['drafts'] {
	const left = world.laptop.drafts[PORTAL];
	return left && faulty(world, 'wrong-portal-left') ? { [PORTAL]: left } : {};
}
const PORTAL = 'network-sign-in.portal';

const savedPage = (page: Laptop['outlook']['page']) =>
	page === 'mailbox' || page === 'restart' ? ('mailbox' as const) : ('email' as const);
