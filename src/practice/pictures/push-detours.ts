import type { PushDetour } from '../../domain/push.ts';
import { button, choice, field, heading, value } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';
import type { Deed, Entry, World } from '../../simulator/world.ts';
import type { DetourPicture, DetourPictures, ExerciseWay, NoPicture } from './detours.ts';

const press = (control: string): Deed => ({ do: 'press', control });
const type = (control: string, entry: Entry): Deed => ({ do: 'type', control, entry });
const otherPin: Entry = { kind: 'near-miss', of: { kind: 'card', value: 'pin' }, how: 'one-off' };
const on = (exercise: string, more: Omit<ExerciseWay, 'exercise'> = {}): ExerciseWay => ({
	exercise,
	...more,
});

const choose = (control: string): Deed => ({ do: 'choose', control });
const firstToken = ({ laptop }: World): Deed =>
	choose(`mobilepass.token-${laptop.mobilepass.tokens[0]?.credential.serial ?? ''}`);

/**
 * What each detour of procedure C looks like. The alternative text stands in the detour's own file, and so does the
 * place of a picture whose ring has a number.
 */
export const pushDetourPictures: DetourPictures<PushDetour> &
	Readonly<Record<PushDetour, DetourPicture | NoPicture>> = {
	// steps 1 to 4, and 11
	'app-not-in-notifications': {
		screen: 'start-menu.open',
		mark: choice('MobilePASS+'),
		instruction: 1,
		way: on('at-turn-push-on'),
	},
	'push-settings-differ': {
		screen: 'settings.home',
		mark: choice('Notifications & actions'),
		instruction: 2,
		way: on('at-turn-push-on'),
	},
	'push-switch-gray': {
		screen: 'browser.sign-in-method',
		mark: choice('Enter a passcode manually'),
		instruction: 3,
		way: on('push-not-allowed'),
	},
	'no-token-for-push': {
		screen: 'mobilepass.welcome',
		mark: value('No authenticators'),
		instruction: 3,
		way: { fault: 'activation-code-used' },
	},
	'login-page-does-not-open': {
		screen: 'desktop.plain',
		mark: { control: 'taskbar.globalprotect' },
		instruction: 2,
		way: on('at-open-resource'),
	},
	'login-page-looks-odd': {
		screen: 'browser.company-sign-in',
		mark: { control: 'browser.page-address' },
		instruction: 1,
		way: on('at-enter-credentials'),
	},
	'signed-in-already': {
		screen: 'browser.signed-in',
		mark: value('You are signed in.'),
		instruction: 1,
		way: on('push-log-in'),
	},
	'push-login-refused': {
		screen: 'browser.company-sign-in',
		mark: field('Password'),
		says: 'Sign-in failed. Try again.',
		instruction: 2,
		way: on('push-denied'),
	},
	'push-login-locked': {
		nothing: 'Each company says it in its own words; the simulated page only says that the sign-in failed.',
	},
	'push-not-offered': {
		screen: 'browser.sign-in-method',
		mark: choice('Enter a passcode manually'),
		instruction: 1,
		way: on('push-not-offered'),
	},
	'only-passcode-field': {
		screen: 'globalprotect.sign-in',
		mark: field('Password or passcode'),
		instruction: 1,
		way: { step: 'use-passcode-on-vpn', taken: 1 },
	},

	// steps 5 to 9
	'no-request-arrives': {
		screen: 'settings.notifications',
		mark: choice('On'),
		instruction: 2,
		way: on('push-nothing-arrives'),
	},
	'request-on-other-device': {
		screen: 'phone-mobilepass.request',
		mark: button('Approve'),
		instruction: 1,
		way: on('at-prove-enrollment'),
	},
	'notification-gone': {
		screen: 'mobilepass.list',
		mark: button('1 login request'),
		instruction: 1,
		way: on('push-app-closed'),
	},
	'request-expired': {
		screen: 'mobilepass.request-over',
		mark: button('Close'),
		instruction: 1,
		way: on('at-approve-request', { until: 'mobilepass.request', then: [90] }),
	},
	'request-not-mine': {
		screen: 'mobilepass.request',
		mark: { control: 'request.where' },
		instruction: 2,
		way: on('push-unexpected'),
	},
	'two-requests-wait': {
		screen: 'mobilepass.request',
		mark: button('>'),
		says: 'Request 1 of 2',
		instruction: 1,
		way: on('push-two-requests'),
	},
	'which-token': {
		screen: 'mobilepass.request',
		mark: button('>'),
		instruction: 2,
		way: on('push-several-tokens'),
	},
	'number-asked': {
		screen: 'mobilepass.request-number',
		mark: { control: 'request.number-35' },
		instruction: 2,
		way: on('push-number-matching'),
	},
	'denied-by-mistake': {
		screen: 'mobilepass.request-denied',
		mark: button('Close'),
		instruction: 1,
		way: on('at-approve-request', { until: 'mobilepass.request', then: [press('request.deny')] }),
	},
	'push-pin-refused': {
		screen: 'mobilepass.request-pin',
		mark: field('PIN'),
		says: 'The PIN is not correct.',
		instruction: 2,
		way: on('at-confirm-it-is-you', {
			then: [type('request.pin', otherPin), press('request.submit')],
		}),
	},
	'push-pin-forgotten': {
		screen: 'mobilepass.request-pin',
		mark: field('PIN'),
		instruction: 2,
		way: on('at-confirm-it-is-you'),
	},
	'hello-not-recognized': {
		screen: 'windows-hello.owner',
		mark: button('More choices'),
		says: 'You were not recognized. Try again, or choose another way.',
		instruction: 2,
		way: on('push-face-not-recognized'),
	},
	'new-token-for-push': {
		screen: 'catalog.token-form',
		mark: choice(organization.catalog.replacementToken.item),
		instruction: 2,
		way: { fault: 'mfa-email-expired', afterwards: true },
	},
	'approved-but-refused': {
		screen: 'settings.time',
		mark: choice('Set time automatically'),
		instruction: 1,
		way: on('push-approved-but-refused'),
	},
	'page-still-waits': {
		screen: 'browser.sign-in-waiting',
		mark: value('A login request was sent. Approve it on your device.'),
		instruction: 1,
		way: on('push-nothing-arrives'),
	},

	// step 10
	'approved-by-mistake': {
		screen: 'mobilepass.details',
		mark: choice('Push Authentication History'),
		instruction: 2,
		way: on('push-unexpected', {
			made: { policy: { pin: { type: 'None' } } },
			until: 'mobilepass.list',
			then: [firstToken, choose('mobilepass.settings')],
		}),
	},
	'report-missing': {
		screen: 'mobilepass.request-denied',
		mark: button('Report'),
		instruction: 1,
		way: on('push-unexpected'),
	},
	'requests-keep-coming': {
		screen: 'desktop.plain',
		mark: heading('MobilePASS+'),
		instruction: 2,
		way: on('push-unexpected'),
	},
	'service-desk': { nothing: 'The telephone.' },
};
