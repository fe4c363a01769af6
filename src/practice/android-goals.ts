import type { AndroidStep } from '../domain/android.ts';
import { lineOf, screenOf, tokenOf, userOf, type World } from '../simulator/world.ts';
import { isAccepted } from './goals.ts';
import type { AndroidWay } from './scenario.ts';

/** An enrollment of the person that can be used. */
export const openTask = ({ service, people: { user } }: World): string | undefined =>
	userOf(service, user)?.tasks.findLast((task) => lineOf(service, task, user)?.status === 'Active');

/** Tokens of the phone that the service accepts, the newest last. */
export const goodTokens = ({ phone, service, people }: World) =>
	phone?.mobilepass.tokens.filter(({ credential }) => isAccepted(service, people.user, credential)) ?? [];

/** On the phone, and no enrollment left to do: a further token begins with a further enrollment. */
export const enrolledOnPhone = (world: World): boolean =>
	goodTokens(world).length > 0 && openTask(world) === undefined;

/** One passcode or push of each was accepted: only this makes an enrollment count. */
export const proven = (world: World): boolean =>
	enrolledOnPhone(world) &&
	goodTokens(world).every(
		({ credential: { serial } }) => tokenOf(world.service, serial)?.lastSuccess !== null,
	);

/** The activation is under way, or done. */
const activating = (world: World): boolean =>
	enrolledOnPhone(world) || (world.phone?.mobilepass.pending ?? null) !== null;

const activation = ['allow-push', 'create-pin', 'confirm-pin', 'success'];
const portalOrder = ['identity', 'password', 'kind', 'platform', 'set-up'];

/** The portal has come to this page on one of the devices, or what it is for is done. */
function portalReached(world: World, page: string): boolean {
	const least = portalOrder.indexOf(page);
	const pages = Object.values(world.phone?.portals ?? {}).map((portal) => portalOrder.indexOf(portal.page));
	return pages.some((at) => at >= least) || activating(world);
}

/** What holds when a step of procedure B is done: the result, not the clicks. */
export const androidGoals: Readonly<Record<AndroidStep, (world: World) => boolean>> = {
	'install-app': ({ phone }) => phone?.mobilepass.installed === true,
	'open-user-portal': (world) => portalReached(world, 'identity'),
	'confirm-your-identity': (world) => portalReached(world, 'kind'),
	'choose-authenticator': (world) => portalReached(world, 'set-up'),
	'open-enrollment-link': (world) => (world.phone?.browser.enrollment ?? null) !== null || activating(world),
	'start-app-from-page': activating,
	'show-qr-code': (world) => screenOf(world).controls.some(({ qr }) => qr !== undefined) || activating(world),
	'scan-qr-code': activating,
	'copy-activation-string': (world) =>
		world.phone?.clipboard?.kind === 'activation-string' || activating(world),
	'paste-activation-string': activating,
	'pass-info-pages': (world) =>
		enrolledOnPhone(world) || activation.includes(world.phone?.mobilepass.page ?? ''),
	'allow-push': (world) => enrolledOnPhone(world) || (world.phone?.mobilepass.allowsPush ?? null) !== null,
	'create-phone-pin': enrolledOnPhone,
	'check-phone-token': (world) => enrolledOnPhone(world) && world.phone?.mobilepass.page !== 'success',
	'prove-enrollment': (world) => proven(world) && !strangerAround(world),
	'keep-phone-ready': (world) => proven(world) && !strangerAround(world) && pushReady(world),
};

/** Somebody else logs in as the person, and no request of theirs was reported yet. An approved one proves nothing. */
export const strangerAround = ({ faults }: World): boolean => faults['phone-stranger'] === true;

/** Requests can come, where the server has push. */
export function pushReady({ phone, service }: World): boolean {
	if (!service.policy.targets.Android.push) return true;
	return phone?.mobilepass.autosend === true && phone.permissions.notifications;
}

const byWay: Readonly<Record<AndroidWay, readonly AndroidStep[]>> = {
	link: ['open-enrollment-link', 'start-app-from-page'],
	qr: ['show-qr-code', 'scan-qr-code'],
	copy: ['copy-activation-string', 'paste-activation-string'],
	portal: ['open-user-portal', 'confirm-your-identity', 'choose-authenticator', 'scan-qr-code'],
	'portal-phone': [
		'open-user-portal',
		'confirm-your-identity',
		'choose-authenticator',
		'start-app-from-page',
	],
};
const ofSomeWay = new Set<string>(Object.values(byWay).flat());

/** Does a way lead over a step? Those before and after the ways belong to all. */
export const wayLeadsOver = (step: string, way: AndroidWay): boolean =>
	!ofSomeWay.has(step) || byWay[way].some((one) => one === step);
