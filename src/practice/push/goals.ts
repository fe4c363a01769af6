import type { PushStep } from '../../domain/push.ts';
import { screenOf, type World } from '../../simulator/world.ts';
import { alertsOf, requestsOf } from '../../simulator/push/index.ts';

type Page = NonNullable<World['push']>['page'];
/** Pages of a login in their order; from the last one on, the person is in. */
const order: readonly Page[] = [
	'resource',
	'company-sign-in',
	'sign-in-method',
	'sign-in-passcode',
	'sign-in-waiting',
	'signed-in',
];
const reached = (world: World, page: Page): boolean =>
	order.indexOf(world.push?.page ?? 'none') >= order.indexOf(page);

const own = (world: World) => requestsOf(world).filter(({ origin }) => origin === 'here');
const approved = (world: World): boolean => own(world).some(({ state }) => state === 'approved');
const loggedIn = (world: World): boolean => (world.push?.logins.length ?? 0) > 0;
const inWindow = (world: World) => world.push?.window ?? null;

/** What holds when a step of procedure C is done: the result, not the clicks. Who typed a passcode is through as well. */
export const pushGoals: Readonly<Record<PushStep, (world: World) => boolean>> = {
	'turn-push-on': ({ laptop }) => laptop.notifications && laptop.mobilepass.installed !== null,
	'open-resource': (world) => reached(world, 'company-sign-in') || loggedIn(world),
	'enter-credentials': (world) => reached(world, 'sign-in-method') || loggedIn(world),
	'choose-autosend': (world) => own(world).length > 0 || loggedIn(world),
	'open-request': (world) => inWindow(world) !== null || approved(world) || loggedIn(world),
	'choose-token': (world) =>
		world.laptop.mobilepass.tokens.length < 2 ||
		inWindow(world)?.serial === world.laptop.mobilepass.tokens[1]?.credential.serial ||
		approved(world) ||
		loggedIn(world),
	'approve-request': (world) => {
		const page = inWindow(world)?.page;
		const asks = page === 'request-number' || page === 'request-pin' || page?.startsWith('hello-') === true;
		return asks || approved(world) || loggedIn(world);
	},
	'confirm-it-is-you': (world) => approved(world) || loggedIn(world),
	'check-logged-in': (world) => loggedIn(world) && screenOf(world).name === 'browser.signed-in',
	'deny-and-report': (world) => alertsOf(world).length > 0,
	'turn-push-off': ({ laptop }) => !laptop.notifications,
};
