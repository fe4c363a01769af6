import type { AndroidDetour } from '../../domain/android.ts';
import { button, choice, field, heading, link, value } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';
import type { Deed, Entry } from '../../simulator/world.ts';
import type { DetourPicture, DetourPictures, ExerciseWay, NoPicture } from './detours.ts';

const { catalog, tokenName } = organization;

const press = (control: string): Deed => ({ do: 'press', device: 'phone', control });
const type = (control: string, entry: Entry): Deed => ({ do: 'type', device: 'phone', control, entry });
const otherPin: Entry = { kind: 'near-miss', of: { kind: 'card', value: 'pin' }, how: 'one-off' };
const on = (exercise: string, more: Omit<ExerciseWay, 'exercise'> = {}): ExerciseWay => ({
	exercise,
	...more,
});

const enrollLink = link('Enroll your SafeNet MobilePASS+ token');

/**
 * What each detour of procedure B looks like. The alternative text stands in the detour's own file, and so does the
 * place of a picture whose ring has a number.
 */
export const androidDetourPictures: DetourPictures<AndroidDetour> &
	Readonly<Record<AndroidDetour, DetourPicture | NoPicture>> = {
	// step 1
	'app-not-in-store': {
		screen: 'phone-store.search',
		mark: choice('MobilePASS+'),
		instruction: 1,
		way: on('at-install-app'),
	},
	'device-not-supported': { nothing: 'Google Play says it; the simulated phone can have the app.' },
	'install-stops': {
		screen: 'phone-store.app',
		mark: button('Install'),
		instruction: 4,
		way: on('at-install-app'),
	},

	// steps 2 to 4
	'user-portal-not-found': {
		screen: 'browser.home',
		mark: { control: 'browser.address' },
		instruction: 1,
		way: on('at-open-user-portal'),
	},
	'portal-login-refused': {
		screen: 'portal.username',
		mark: field('Username'),
		instruction: 1,
		way: on('at-open-user-portal'),
	},
	'add-authenticator-missing': {
		screen: 'portal.signed-in',
		mark: button('Add additional authenticator'),
		instruction: 1,
		way: on('at-prove-enrollment'),
	},
	'verification-code-missing': {
		screen: 'phone-mail.list',
		mark: choice('Junk'),
		instruction: 2,
		way: on('android-code-hidden'),
	},
	'verification-code-refused': {
		screen: 'portal.identity',
		mark: link('Send a new code'),
		instruction: 2,
		way: on('android-no-code'),
	},

	// steps 5 to 8
	'enrollment-mail-missing': {
		screen: 'phone-mail.list',
		mark: choice('Junk'),
		instruction: 2,
		way: on('at-open-enrollment-link'),
	},
	'new-enrollment-mail': {
		screen: 'catalog.token-form',
		mark: choice(catalog.replacementToken.item),
		instruction: 2,
		way: { fault: 'mfa-email-expired', afterwards: true },
	},
	'mail-link-opens-nothing': {
		screen: 'phone-mail.enrollment',
		mark: link('Self Enrollment'),
		instruction: 1,
		way: on('android-dead-mail-link'),
	},
	'page-link-opens-nothing': {
		screen: 'phone-browser.enrollment',
		mark: enrollLink,
		instruction: 3,
		way: on('android-dead-page-link'),
	},
	'store-opens-instead': {
		screen: 'phone-store.app',
		mark: button('Install'),
		instruction: 1,
		way: on('at-install-app'),
	},
	'older-app-on-phone': {
		screen: 'phone.home',
		mark: choice('MobilePASS+'),
		instruction: 2,
		way: on('at-scan-qr-code'),
	},
	'device-not-allowed': {
		screen: 'self-enrollment.devices',
		mark: choice('Windows 10'),
		instruction: 2,
		way: on('android-not-listed'),
	},
	'qr-code-not-shown': {
		screen: 'self-enrollment.android',
		mark: { control: 'browser.string' },
		instruction: 3,
		way: on('android-no-qr-code'),
	},
	'qr-code-on-same-phone': {
		screen: 'phone-portal.set-up',
		mark: enrollLink,
		instruction: 2,
		way: on('android-portal-on-phone'),
	},
	'qr-code-not-read': {
		screen: 'self-enrollment.android',
		mark: { control: 'browser.qr' },
		instruction: 1,
		way: on('at-scan-qr-code'),
	},
	'camera-not-allowed': {
		screen: 'phone-settings.mobilepass',
		mark: choice('Camera'),
		instruction: 2,
		way: on('android-camera'),
	},
	'camera-cannot-be-used': {
		screen: 'phone-mail.enrollment',
		mark: { control: 'mail.string' },
		instruction: 1,
		way: on('at-copy-activation-string'),
	},
	'no-activate-button': {
		screen: 'phone-mobilepass.quick-setup',
		mark: button('Activate'),
		instruction: 1,
		way: on('at-scan-qr-code'),
	},

	// steps 9 and 10
	'activation-string-not-shown': {
		screen: 'phone-mail.enrollment',
		mark: { control: 'mail.string' },
		instruction: 2,
		way: on('at-copy-activation-string'),
	},
	'string-cannot-be-selected': {
		screen: 'phone-mail.enrollment',
		mark: button('Copy'),
		instruction: 3,
		way: on('at-copy-activation-string'),
	},
	'string-on-another-screen': {
		screen: 'phone-mail.enrollment',
		mark: { control: 'mail.string' },
		instruction: 1,
		way: on('at-copy-activation-string'),
	},
	'nothing-to-paste': {
		screen: 'phone-mobilepass.string',
		mark: field('Activation string'),
		instruction: 3,
		way: on('at-paste-activation-string'),
	},
	'activation-string-refused': {
		screen: 'phone-mobilepass.string',
		mark: button('Activate'),
		instruction: 3,
		way: on('at-paste-activation-string', {
			until: 'phone-mobilepass.string',
			then: [press('mobilepass.paste')],
		}),
	},
	'activation-string-expired': {
		screen: 'phone-browser.refused',
		mark: value('The enrollment period has ended.'),
		instruction: 1,
		way: on('android-expired'),
	},
	'activation-string-used': {
		screen: 'phone-mobilepass.list',
		mark: choice(tokenName),
		instruction: 1,
		way: on('at-prove-enrollment'),
	},
	'phone-enrollment-locked': {
		screen: 'phone-mobilepass.string',
		mark: value('This enrollment is locked.'),
		instruction: 1,
		way: on('android-string-refused'),
	},
	'server-not-reached': {
		screen: 'phone-settings.home',
		mark: choice('Airplane mode'),
		instruction: 2,
		way: on('android-no-connection'),
	},

	// steps 11 to 14
	'app-closes-itself': {
		screen: 'phone-mobilepass.list',
		mark: choice(tokenName),
		instruction: 3,
		way: on('at-prove-enrollment'),
	},
	'push-not-asked': {
		screen: 'phone-mobilepass.push-authentication',
		mark: heading('Push Authentication'),
		instruction: 1,
		way: on('at-pass-info-pages'),
	},
	'permission-refused': {
		screen: 'phone-settings.mobilepass',
		mark: choice('Notifications'),
		instruction: 3,
		way: on('android-no-request'),
	},
	'no-pin-asked': {
		screen: 'phone-mobilepass.passcode',
		mark: choice('Settings'),
		instruction: 4,
		way: on('android-server-pin'),
	},
	'phone-pin-not-accepted': {
		screen: 'phone-mobilepass.create-pin',
		mark: { control: 'mobilepass.pin-rule' },
		instruction: 1,
		way: on('at-create-phone-pin'),
	},
	'phone-pins-differ': {
		screen: 'phone-mobilepass.create-pin',
		mark: field('PIN'),
		says: 'The PINs do not match. Type both again.',
		instruction: 2,
		way: on('at-create-phone-pin', {
			until: 'phone-mobilepass.confirm-pin',
			then: [type('mobilepass.pin-again', otherPin), press('mobilepass.continue')],
		}),
	},
	'no-token-on-phone': {
		screen: 'phone-mobilepass.welcome',
		mark: heading('Welcome to MobilePASS+'),
		instruction: 1,
		way: on('at-scan-qr-code'),
	},
	'phone-passcode-hidden': {
		screen: 'phone-mobilepass.unlock',
		mark: field('PIN'),
		instruction: 2,
		way: on('android-no-request'),
	},

	// steps 15 and 16
	'no-push-on-phone': {
		screen: 'portal.waiting',
		mark: link('Enter a passcode manually'),
		instruction: 2,
		way: on('android-no-request'),
	},
	'phone-passcode-refused': {
		screen: 'portal.passcode',
		mark: field('Passcode'),
		says: 'Sign-in failed. Try again.',
		instruction: 2,
		way: on('android-clock'),
	},
	'server-pin-asked': {
		screen: 'portal.passcode',
		mark: field('Passcode'),
		instruction: 1,
		way: on('android-server-pin'),
	},
	'phone-pin-forgotten': {
		screen: 'phone-mobilepass.unlock',
		mark: field('PIN'),
		instruction: 1,
		way: on('android-no-request'),
	},
	'push-not-mine': {
		screen: 'phone-mobilepass.request',
		mark: button('Deny'),
		says: 'Another place',
		instruction: 1,
		way: on('android-unexpected'),
	},
	'push-turned-off': {
		screen: 'phone-mobilepass.app-settings',
		mark: choice('Autosend Passcode'),
		instruction: 2,
		way: on('android-push-later'),
	},
	'add-further-token': {
		screen: 'phone-mobilepass.list',
		mark: button('Add'),
		instruction: 1,
		way: on('android-further-token'),
	},
	'phone-lost': { nothing: 'A phone that is not there.' },
	'service-desk': { nothing: 'The telephone.' },
};
