import { androidSteps, type AndroidStep } from '../../domain/android.ts';
import { scenarioFor, type AndroidWay, type Scenario } from '../scenario.ts';

const plain = scenarioFor('android');
type Rest = Pick<Scenario, 'made'> & {
	readonly faults?: Scenario['faults'];
	readonly before?: Scenario['before'];
};

const scenario = (
	id: string,
	title: string,
	about: string,
	way: AndroidWay,
	[from, until]: readonly [AndroidStep, AndroidStep | 'all'],
	{ made, faults = [], before = [] }: Rest = {},
): Scenario => ({ ...plain(id, title, about, [from, until], faults, before), way, ...(made && { made }) });

const whole = ['install-app', 'prove-enrollment'] as const;

/** Each way to the end, and each rule for the PIN. */
export const androidRoads: readonly Scenario[] = [
	scenario(
		'android-link',
		'Enroll by the link in the e-mail',
		'Your phone reads your company e-mail. The e-mail about your token has come.',
		'link',
		whole,
	),
	scenario(
		'android-qr-code',
		'Enroll by QR code',
		'You read your e-mail on the computer. The phone lies beside it.',
		'qr',
		whole,
	),
	scenario(
		'android-copy-and-paste',
		'Enroll by copy and paste',
		'The link does not work for you, and you cannot use the camera. You copy the activation string.',
		'copy',
		whole,
	),
	scenario(
		'android-portal',
		'Self-enrollment, begun on the computer',
		'No e-mail is needed: you begin in the user portal.',
		'portal',
		whole,
	),
	scenario(
		'android-portal-on-phone',
		'Self-enrollment on the phone alone',
		'You have no computer at hand. You begin in the user portal, in the phone’s browser.',
		'portal-phone',
		whole,
	),
	scenario(
		'android-no-pin',
		'A token without a PIN',
		'Your organization wants no PIN. The rest is as always.',
		'link',
		whole,
		{ made: { policy: { pin: { type: 'None' } } } },
	),
	scenario(
		'android-server-pin',
		'A PIN that is typed at login',
		'The app asks for no PIN. The login page does: the service desk has told you your first one.',
		'link',
		whole,
		{ made: { policy: { pin: { type: 'Server' } } } },
	),
	scenario(
		'android-server-pin-chosen',
		'A PIN at login that you choose',
		'The login page wants a PIN of your own.',
		'qr',
		whole,
		{ made: { policy: { pin: { type: 'Server' }, serverPin: { random: false } } } },
	),
	scenario(
		'android-push-later',
		'Turn on requests later',
		'You chose "No Thanks". Now you want to sign in by a tap.',
		'link',
		['keep-phone-ready', 'keep-phone-ready'],
	),
	scenario(
		'android-further-token',
		'One more token on the same phone',
		'Your phone has a token. You need a second one.',
		'qr',
		['keep-phone-ready', 'keep-phone-ready'],
		{
			made: { policy: { task: { newTokenEndsOld: false } } },
			before: [{ do: 'operate', operation: { act: 'provision' } }, 200],
		},
	),
];

/** What goes wrong on the phone and in the portal. */
export const androidTroubles: readonly Scenario[] = [
	scenario(
		'android-dead-mail-link',
		'The link in the e-mail does nothing',
		'You tap the link in the e-mail on your phone.',
		'link',
		['open-enrollment-link', 'prove-enrollment'],
		{ faults: ['mail-link-opens-nothing'] },
	),
	scenario(
		'android-dead-page-link',
		'The link on the page does nothing',
		'The page is open on your phone. The app is there.',
		'link',
		['open-enrollment-link', 'start-app-from-page'],
		{ faults: ['page-link-opens-nothing'] },
	),
	scenario(
		'android-expired',
		'The e-mail is too old',
		'You had no time for the e-mail until now.',
		'link',
		['open-enrollment-link', 'start-app-from-page'],
		{ faults: ['phone-enrollment-expired'] },
	),
	scenario(
		'android-no-connection',
		'The app cannot connect',
		'You are about to start the app from the page.',
		'link',
		['open-enrollment-link', 'start-app-from-page'],
		{ faults: ['phone-offline'] },
	),
	scenario(
		'android-camera',
		'The camera stays dark',
		'The QR code is on the computer. You open the app.',
		'qr',
		['show-qr-code', 'scan-qr-code'],
		{ faults: ['camera-refused'] },
	),
	scenario(
		'android-no-qr-code',
		'There is no QR code',
		'You open the page on the computer.',
		'qr',
		['show-qr-code', 'prove-enrollment'],
		{ faults: ['qr-code-off'] },
	),
	scenario(
		'android-not-listed',
		'Android is not in the list',
		'You open the page on the computer.',
		'qr',
		['show-qr-code', 'scan-qr-code'],
		{ faults: ['android-not-allowed'] },
	),
	scenario(
		'android-string-used',
		'The string was used',
		'You copy the activation string.',
		'copy',
		['copy-activation-string', 'paste-activation-string'],
		{ faults: ['phone-enrollment-used'] },
	),
	scenario(
		'android-string-refused',
		'The string is refused',
		'Somebody has tried with your e-mail before you.',
		'copy',
		['copy-activation-string', 'paste-activation-string'],
		{ faults: ['phone-enrollment-locked'] },
	),
	scenario(
		'android-no-code',
		'The verification code does not come',
		'You begin in the user portal.',
		'portal',
		['open-user-portal', 'choose-authenticator'],
		{ faults: ['verification-code-lost'] },
	),
	scenario(
		'android-portal-troubles',
		'Self-enrollment with two surprises',
		'You begin in the user portal, on the computer.',
		'portal',
		['open-user-portal', 'prove-enrollment'],
		{ faults: ['verification-code-in-junk', 'camera-refused'] },
	),
	scenario(
		'android-code-hidden',
		'The code is nowhere',
		'You begin in the user portal, on the phone.',
		'portal-phone',
		['open-user-portal', 'choose-authenticator'],
		{ faults: ['verification-code-in-junk'] },
	),
	scenario(
		'android-phone-only-troubles',
		'Alone with the phone',
		'You begin in the user portal, on the phone.',
		'portal-phone',
		['open-user-portal', 'prove-enrollment'],
		{ faults: ['verification-code-lost', 'page-link-opens-nothing'] },
	),
	scenario(
		'android-no-request',
		'No request comes',
		'Your token is ready. You sign in with it for the first time.',
		'link',
		['prove-enrollment', 'prove-enrollment'],
		{ faults: ['phone-notifications-off'] },
	),
	scenario(
		'android-clock',
		'Every passcode is refused',
		'Your token is ready. You sign in with it for the first time.',
		'link',
		['prove-enrollment', 'prove-enrollment'],
		{ faults: ['phone-clock-by-hand'] },
	),
	scenario(
		'android-unexpected',
		'A request you did not ask for',
		'Your token is ready. You are about to sign in with it for the first time.',
		'link',
		['prove-enrollment', 'prove-enrollment'],
		{ faults: ['phone-stranger'] },
	),
];

const wayOf: Readonly<Partial<Record<AndroidStep, AndroidWay>>> = {
	'open-user-portal': 'portal',
	'confirm-your-identity': 'portal',
	'choose-authenticator': 'portal',
	'show-qr-code': 'qr',
	'scan-qr-code': 'qr',
	'copy-activation-string': 'copy',
	'paste-activation-string': 'copy',
};

/** One step alone, from where its way comes to it. */
export const androidStepScenarios: readonly Scenario[] = androidSteps.map((step) =>
	scenario(`at-${step}`, 'One step', 'Everything before this step was done.', wayOf[step] ?? 'link', [
		step,
		step,
	]),
);
