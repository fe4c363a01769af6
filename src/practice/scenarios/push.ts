import { pushSteps as slugs, type PushStep } from '../../domain/push.ts';
import { scenarioFor, type Scenario } from '../scenario.ts';

type More = Pick<Scenario, 'made' | 'before'> & { readonly faults?: Scenario['faults'] };

const inCourse = scenarioFor('push');
const scenario = (
	id: string,
	title: string,
	about: string,
	way: readonly [PushStep, PushStep],
	more: More = {},
): Scenario => ({ ...inCourse(`push-${id}`, title, about, way), ...more });

const off = { push: { notifications: false } } as const;
const noPin = { pin: { type: 'None' } } as const;

/** Procedure C, when all goes well. */
export const pushRoads: readonly Scenario[] = [
	scenario(
		'all-steps',
		'Log in by push',
		'MobilePASS+ is on your computer. Its notifications are off.',
		['turn-push-on', 'check-logged-in'],
		{ made: off },
	),
	scenario(
		'turn-on',
		'Turn push on',
		'Windows shows no notifications of MobilePASS+.',
		['turn-push-on', 'turn-push-on'],
		{
			made: off,
		},
	),
	scenario(
		'log-in',
		'One login',
		'Push is on. You want to read your mail.',
		['open-resource', 'check-logged-in'],
		{
			made: { policy: noPin },
		},
	),
	scenario('pin-first', 'Approve with your PIN', 'Your token has a PIN. You are about to log in.', [
		'choose-autosend',
		'check-logged-in',
	]),
	scenario(
		'windows-hello',
		'Hello, Owner!',
		'Windows Hello stands for your PIN.',
		['choose-autosend', 'check-logged-in'],
		{ made: { push: { hello: true } } },
	),
	scenario(
		'several-tokens',
		'Two tokens',
		'You hold two tokens. The second one is for this login.',
		['choose-autosend', 'check-logged-in'],
		{ made: { push: { tokens: 2 } } },
	),
	scenario(
		'number-matching',
		'The number on the login page',
		'Your organization asks for a number.',
		['choose-autosend', 'check-logged-in'],
		{ made: { policy: { push: { numberMatching: true } } } },
	),
	scenario('turn-off', 'Turn push off', 'You want no more login requests here.', [
		'turn-push-off',
		'turn-push-off',
	]),
];

/** When something goes wrong, one at a time. */
export const pushTroubles: readonly Scenario[] = [
	scenario(
		'unexpected',
		'A request you did not ask for',
		'You are at your desk. You log in nowhere.',
		['deny-and-report', 'deny-and-report'],
		{ faults: ['push-stranger'] },
	),
	scenario(
		'two-requests',
		'Two requests at once',
		'You are about to log in.',
		['choose-autosend', 'deny-and-report'],
		{ faults: ['push-second-request'] },
	),
	scenario(
		'denied',
		'You denied your own request',
		'A moment ago you selected "Deny" by mistake.',
		['open-request', 'check-logged-in'],
		{
			before: [
				{ do: 'press', control: 'notification.open' },
				{ do: 'press', control: 'request.deny' },
				{ do: 'press', control: 'request.close' },
			],
		},
	),
	scenario(
		'expired',
		'You were away',
		'You asked for a request, and then the telephone rang.',
		['open-request', 'check-logged-in'],
		{ before: [70] },
	),
	scenario(
		'nothing-arrives',
		'Nothing arrives',
		'You log in, and wait for the request.',
		['open-resource', 'check-logged-in'],
		{ faults: ['push-notifications-off'] },
	),
	scenario(
		'app-closed',
		'The app is closed',
		'You log in, and wait for the request.',
		['open-resource', 'check-logged-in'],
		{ faults: ['push-app-closed'] },
	),
	scenario(
		'not-offered',
		'Push is not offered',
		'You log in as always.',
		['open-resource', 'check-logged-in'],
		{ faults: ['push-not-permitted'] },
	),
	scenario(
		'not-allowed',
		'Push was turned off',
		'Your organization has changed something.',
		['open-resource', 'check-logged-in'],
		{ faults: ['push-not-allowed'] },
	),
	scenario(
		'approved-but-refused',
		'Approved, and still refused',
		'You log in as always.',
		['open-resource', 'check-logged-in'],
		{ faults: ['push-clock-fast'] },
	),
	scenario(
		'face-not-recognized',
		'Your face is not recognized',
		'Windows Hello stands for your PIN.',
		['choose-autosend', 'check-logged-in'],
		{ made: { push: { hello: true } }, faults: ['hello-not-recognized'] },
	),
];

/** What there is to do at steps whose goal holds already in the usual World. */
const madeAt: Readonly<Partial<Record<PushStep, More>>> = {
	'turn-push-on': { made: off },
	'choose-token': { made: { push: { tokens: 2 } } },
	'deny-and-report': { faults: ['push-stranger'] },
};

/** One step alone, from where the road comes to it. */
export const pushSteps: readonly Scenario[] = slugs.map((step) => ({
	...scenario('', 'One step', 'Everything before this step was done.', [step, step], madeAt[step]),
	id: `at-${step}`,
}));
