import type { DesktopStep } from '../domain/desktop.ts';
import type { StepSlug } from '../domain/slugs.ts';
import {
	logonOrder,
	mailOf,
	outlookOrder,
	tokenOf,
	userOf,
	type LogonPlace,
	type OutlookPage,
	type World,
} from '../simulator/world.ts';

/**
 * What holds when a step of procedure A is done: the result, not the clicks. The goal of an early step
 * may cease to hold later: the static password is gone when the token is active.
 */
export const goals: Readonly<Record<DesktopStep, (world: World) => boolean>> = {
	'request-static-password': ({ service, people }) => {
		const id = userOf(service, people.user)?.passwords.find(({ state }) => state === 'set')?.id;
		return mailOf(service, people.manager).some(
			({ content }) => content.kind === 'static-password' && content.password === id,
		);
	},
	'boot-and-acknowledge': ({ laptop }) =>
		laptop.power === 'on' && laptop.logon.page !== 'lock' && laptop.logon.page !== 'notice',
	'connect-to-router': ({ laptop: { network } }) => network.cable === 'plugged' || network.wifi === 'home',
	'open-network-sign-in': (world) => signInReached(world, 'sign-in-email'),
	'enter-email-address': (world) => signInReached(world, 'sign-in-password'),
	'enter-computer-password': (world) => signInReached(world, 'company-password'),
	'enter-static-password': ({ laptop }) => laptop.logon.tunnel,
	'log-on-to-windows': (world) => signInReached(world, 'building'),
	'wait-for-logon': (world) => signInReached(world, 'desktop'),
	'wait-for-globalprotect': ({ laptop }) =>
		laptop.vpn.state === 'on' && !laptop.windows.includes('globalprotect'),
	// it came and was closed, or its time is over and it never came
	'close-loadset-message': ({ laptop: { loadset } }) => loadset === 'closed' || loadset === 'missing',
	'start-outlook': (world) => outlookReached(world, 'password'),
	'outlook-static-password': (world) => outlookReached(world, 'added'),
	'skip-outlook-mobile': (world) => outlookReached(world, 'mailbox'),
	'open-mfa-email': ({ laptop }) => laptop.browser.enrollment !== null,
	'download-mobilepass': ({ laptop }) =>
		laptop.windows.includes('installer') || laptop.mobilepass.installed === 'standard',
	'accept-license': ({ laptop }) => laptop.installer.accepted || laptop.mobilepass.installed === 'standard',
	'install-mobilepass': ({ laptop }) => laptop.mobilepass.installed === 'standard',
	'enroll-and-create-pin': enrolled,
	'close-self-enrollment': (world) => enrolled(world) && world.laptop.browser.enrollment === null,
	'use-passcode-on-vpn': ({ laptop }) => laptop.vpn.state === 'on' && laptop.vpn.by === 'passcode',
	'sign-in-to-teams': ({ laptop }) => laptop.teams.page === 'ready',
	'check-time-zone': clockRight,
	'get-help': (world) => enrolled(world) && world.laptop.teams.page === 'ready' && clockRight(world),
};

/** Does the goal of a step hold? A step that nothing can be practiced of has none. */
export const goalHolds = (step: StepSlug, world: World): boolean =>
	Object.hasOwn(goals, step) && goals[step as DesktopStep](world);

/** The whole procedure is done. */
export const finished = (world: World): boolean =>
	(
		[
			'connect-to-router',
			'enroll-and-create-pin',
			'use-passcode-on-vpn',
			'sign-in-to-teams',
			'check-time-zone',
		] as const
	).every((step) => goals[step](world));

/** The logon has come to this page, or beyond. */
function signInReached({ laptop: { logon } }: World, page: LogonPlace): boolean {
	const reached = logon.page === 'network' ? -1 : logonOrder.indexOf(logon.page);
	return reached >= logonOrder.indexOf(page) || (logon.tunnel && page !== 'desktop' && page !== 'building');
}

const outlookReached = ({ laptop: { outlook } }: World, page: OutlookPage): boolean =>
	outlookOrder.indexOf(outlook.page) >= outlookOrder.indexOf(page);

/** A token of the app is the one that the service accepts. */
export function enrolled({ laptop, service, people }: World): boolean {
	return laptop.mobilepass.tokens.some(({ credential }) => isAccepted(service, people.user, credential));
}

/** Does the service take codes of what an app was given, or will it when the account's lock ends? */
export function isAccepted(
	service: World['service'],
	user: string,
	{ serial, activation }: { readonly serial: string; readonly activation: number },
): boolean {
	const token = tokenOf(service, serial);
	return (
		(token?.state === 'Active' || token?.state === 'Locked') &&
		token.owner === user &&
		token.retired.length === activation
	);
}

/** The clock is right and the zone is that of the place. */
function clockRight({ laptop: { clock } }: World): boolean {
	return Math.abs(clock.skew) < 60_000 && clock.zone === 'America/Chicago';
}
