import type { DesktopDetour } from '../../domain/desktop.ts';
import { button, choice, field, heading, link, typed, value } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';
import { userOf, type Deed, type Entry, type FaultId, type World } from '../../simulator/world.ts';
import type { DetourPicture, NoPicture, Way } from './detours.ts';

const { catalog, signInBox, tokenName } = organization;

const press = (control: string): Deed => ({ do: 'press', control });
const choose = (control: string): Deed => ({ do: 'choose', control });
const type = (control: string, entry: Entry): Deed => ({ do: 'type', control, entry });
const card = (value: Extract<Entry, { kind: 'card' }>['value']): Entry => ({ kind: 'card', value });
const otherPin: Entry = { kind: 'near-miss', of: { kind: 'card', value: 'pin' }, how: 'one-off' };
const by = (fault: FaultId): Way => ({ fault });
const after = (fault: FaultId): Way => ({ fault, afterwards: true });
const startMenu = (entry: string): Deed[] => [press('taskbar.start-menu'), choose(`start-menu.${entry}`)];
/** The newest static password of the user, which a fault has ended. */
const newestPassword =
	(control: string) =>
	({ service, people }: World): Deed =>
		type(control, {
			kind: 'static-password',
			password: userOf(service, people.user)?.passwords.at(-1)?.id ?? '',
		});
const cutString = ({ laptop }: World): Deed => {
	const { task, user } = laptop.browser.lastLink ?? { task: '', user: '' };
	return type('mobilepass.string', {
		kind: 'near-miss',
		of: { kind: 'activation-string', task, user },
		how: 'too-short',
	});
};
const automaticZone = choice('Set time zone automatically');

/**
 * What each detour of procedure A looks like. The alternative text stands in the detour's own file, and so
 * does the place of a picture whose ring has a number.
 */
export const desktopDetourPictures: Readonly<Record<DesktopDetour, DetourPicture | NoPicture>> = {
	// step 1
	'password-email-missing': {
		screen: 'mail.list',
		mark: heading('Inbox'),
		instruction: 2,
		way: by('password-email-late'),
	},
	'form-refuses-user': {
		screen: 'catalog.refused',
		mark: value('This request cannot be made for this user.'),
		instruction: 2,
		way: by('old-token-active'),
	},
	'old-static-password': {
		screen: 'mail.static-password',
		mark: { control: 'mail.received' },
		instruction: 1,
		way: by('old-static-password'),
	},
	'wrong-user-id-sent': {
		screen: 'catalog.static-password-form',
		mark: button('Submit'),
		instruction: 3,
		way: { step: 'request-static-password', taken: 3 },
	},
	'new-static-password': {
		screen: 'catalog.search',
		mark: choice(catalog.staticPassword.item),
		instruction: 1,
		way: { step: 'request-static-password', taken: 1 },
	},

	// steps 2 and 3
	'black-screen-at-start': { nothing: 'A black screen, the charger and a button of the case.' },
	'other-name-shown': {
		screen: 'logon.windows',
		mark: choice('Other user'),
		instruction: 1,
		way: by('other-name-shown'),
	},
	'keys-do-nothing': {
		screen: 'logon.lock',
		mark: typed('Ctrl+Alt+Del'),
		instruction: 2,
		way: by('keyboard-not-ready'),
	},
	'no-notice': {
		screen: 'logon.lock',
		mark: typed('Ctrl+Alt+Del'),
		instruction: 1,
		way: { step: 'boot-and-acknowledge', taken: 2 },
	},
	'no-internet': {
		screen: 'logon.network',
		mark: choice('Home router'),
		instruction: 2,
		way: by('cable-loose'),
	},
	'guest-wifi': {
		screen: 'logon.network',
		mark: choice('Home router'),
		instruction: 3,
		way: by('guest-wifi'),
	},
	'connection-drops': {
		screen: 'desktop.network',
		mark: choice('Home router'),
		instruction: 3,
		way: by('weak-wifi'),
	},

	// steps 4 to 6
	'no-sign-in-icon': {
		screen: 'logon.windows',
		mark: choice('Restart'),
		instruction: 1,
		way: by('no-sign-in-icon'),
	},
	'portal-not-found': {
		screen: 'logon.network-sign-in',
		mark: field('Portal'),
		instruction: 1,
		way: by('wrong-portal-left'),
	},
	'arrow-does-nothing': {
		screen: 'logon.network-sign-in',
		mark: field('Portal'),
		instruction: 1,
		way: { step: 'open-network-sign-in', taken: 1, then: [press('network-sign-in.submit')] },
	},
	'connecting-forever': {
		screen: 'logon.connecting',
		mark: choice('Restart'),
		instruction: 2,
		way: by('connecting-forever'),
	},
	'email-not-accepted': {
		screen: 'logon.sign-in-email',
		mark: field('Email address'),
		instruction: 2,
		way: by('email-at-other-domain'),
	},
	'sign-in-box-blank': {
		screen: 'logon.sign-in-blank',
		mark: choice('Restart'),
		instruction: 2,
		way: by('sign-in-box-blank'),
	},
	'email-next-gray': {
		screen: 'logon.sign-in-email',
		mark: button('Next'),
		instruction: 3,
		way: { step: 'enter-email-address' },
	},
	'computer-password-refused': {
		screen: 'logon.sign-in-password',
		mark: field('Password'),
		instruction: 1,
		way: by('caps-lock-on'),
	},
	'account-locked': {
		screen: 'logon.sign-in-password',
		mark: value('The account is locked. Try again later.'),
		instruction: 2,
		way: by('computer-account-locked'),
	},
	'company-box-missing': {
		screen: 'logon.company-loading',
		mark: button('Back'),
		instruction: 2,
		way: by('company-box-slow'),
	},

	// steps 7 to 9
	'static-password-refused': {
		screen: 'logon.company-password',
		mark: field('Password'),
		instruction: 3,
		way: {
			step: 'enter-static-password',
			put: 'old-token-active',
			then: [newestPassword('company.password'), press('company.log-in')],
		},
	},
	'static-password-must-change': {
		screen: 'logon.change-password',
		mark: field('New password'),
		instruction: 3,
		way: by('static-password-must-change'),
	},
	'new-password-refused': {
		screen: 'logon.change-password',
		mark: field('New password'),
		says: 'The new password was not accepted.',
		instruction: 3,
		way: {
			step: 'enter-static-password',
			put: 'static-password-must-change',
			then: [
				newestPassword('company.password'),
				press('company.log-in'),
				type('company.new', card('pin')),
				type('company.new-again', card('pin')),
				press('company.change-password'),
			],
		},
	},
	'asked-twice': {
		screen: 'logon.company-password',
		mark: value('Gateway'),
		instruction: 2,
		way: { step: 'enter-static-password', taken: 2 },
	},
	'pressed-no': {
		screen: 'logon.connected',
		mark: value('Connected'),
		instruction: 1,
		way: { step: 'enter-static-password', taken: 4, then: [press('company.no')] },
	},
	'sign-in-loops-back': {
		screen: 'logon.sign-in-email',
		mark: field('Email address'),
		instruction: 3,
		way: by('sign-in-loops-back'),
	},
	'back-shows-sign-in': {
		screen: 'logon.sign-in-email',
		mark: field('Email address'),
		instruction: 1,
		way: { step: 'enter-static-password', then: [press('company.back')] },
	},
	'domain-not-available': {
		screen: 'logon.windows',
		mark: button('Network sign-in'),
		instruction: 1,
		way: by('tunnel-drops'),
	},
	'user-id-refused': {
		screen: 'logon.windows',
		mark: field('User name'),
		instruction: 2,
		way: {
			step: 'log-on-to-windows',
			taken: 1,
			then: [
				type('logon.user', card('email')),
				type('logon.password', card('computer-password')),
				press('logon.enter'),
			],
		},
	},
	'trust-relationship-failed': {
		screen: 'logon.windows',
		mark: value('The trust relationship between this computer and the domain failed.'),
		instruction: 1,
		way: by('trust-failed'),
	},
	'first-logon-slow': {
		screen: 'logon.building',
		mark: value('Preparing Windows'),
		instruction: 2,
		way: by('profile-slow'),
	},
	'black-desktop': {
		screen: 'desktop.security',
		mark: choice('Sign out'),
		instruction: 2,
		way: after('black-desktop'),
	},
	'temporary-profile': {
		screen: 'desktop.plain',
		mark: value('You are signed in with a temporary profile.'),
		instruction: 1,
		way: by('temporary-profile'),
	},
	'thrown-back-to-logon': {
		screen: 'logon.windows',
		mark: field('User name'),
		instruction: 2,
		way: { step: 'log-on-to-windows', taken: 1 },
	},

	// steps 10 and 11
	'vpn-not-connected': {
		screen: 'globalprotect.message',
		mark: button('Connect'),
		instruction: 1,
		way: by('vpn-not-connected'),
	},
	'no-vpn-message': {
		screen: 'desktop.plain',
		mark: { control: 'taskbar.globalprotect' },
		instruction: 1,
		way: { step: 'wait-for-globalprotect' },
	},
	'sign-in-window-hidden': {
		screen: 'desktop.plain',
		mark: { control: 'taskbar.globalprotect' },
		instruction: 1,
		way: by('sign-in-hidden'),
	},
	'browser-tab-sign-in': {
		screen: 'browser.vpn-sign-in',
		mark: field('Password or passcode'),
		instruction: 1,
		way: by('browser-tab-opened'),
	},
	'welcome-page-stays': {
		screen: 'globalprotect.welcome',
		mark: button('Get Started'),
		instruction: 1,
		way: by('welcome-page-stays'),
	},
	'too-many-messages': {
		screen: 'globalprotect.message',
		mark: button('Close'),
		instruction: 1,
		way: by('many-messages'),
	},
	'image-message': {
		screen: 'desktop.loadset',
		mark: button('OK'),
		instruction: 1,
		way: { step: 'close-loadset-message', taken: 1 },
	},
	'restart-wanted': {
		screen: 'desktop.loadset',
		mark: button('Restart now'),
		instruction: 2,
		way: by('restart-wanted'),
	},
	'loadset-failed': {
		screen: 'desktop.loadset',
		mark: button('OK'),
		instruction: 1,
		way: by('loadset-failed'),
	},

	// steps 12 to 14
	'outlook-looks-different': {
		screen: 'outlook.welcome',
		mark: heading('Meet the new Outlook'),
		instruction: 1,
		way: by('new-outlook-look'),
	},
	'account-type-asked': {
		screen: 'outlook.email',
		mark: choice('Microsoft 365'),
		instruction: 2,
		way: { step: 'start-outlook', taken: 4 },
	},
	'mailbox-not-found': {
		screen: 'outlook.email',
		mark: field('Email address'),
		says: 'No mailbox was found for this address.',
		instruction: 3,
		way: { step: 'start-outlook', put: 'email-at-other-domain' },
	},
	'outlook-error-code': {
		screen: 'outlook.error',
		mark: { control: 'outlook.message' },
		instruction: 1,
		way: by('clock-set-by-hand'),
	},
	'outlook-keeps-asking': {
		screen: 'outlook.password',
		mark: heading(signInBox),
		instruction: 1,
		way: by('outlook-password-loop'),
	},
	'saved-password-in-the-way': {
		screen: 'outlook.password',
		mark: value('Sign in to continue.'),
		instruction: 3,
		way: by('saved-password-in-the-way'),
	},
	'web-mail-works': {
		screen: 'browser.web-mail',
		mark: heading('Inbox'),
		instruction: 2,
		way: by('outlook-needs-restart'),
	},
	'mailbox-slow': {
		screen: 'outlook.setting-up',
		mark: value('Setting up your mailbox'),
		instruction: 2,
		way: { step: 'skip-outlook-mobile', taken: 2 },
	},
	'phone-page-appears': {
		screen: 'outlook.phone',
		mark: heading('Outlook on your phone'),
		instruction: 1,
		way: { step: 'skip-outlook-mobile', then: [press('outlook.done')] },
	},
	'no-phone-box': {
		screen: 'outlook.added',
		mark: button('Done'),
		instruction: 2,
		way: by('no-phone-box'),
	},
	'outlook-must-restart': {
		screen: 'outlook.restart',
		mark: button('OK'),
		instruction: 1,
		way: by('outlook-must-restart'),
	},

	// steps 15 and 16
	'mfa-email-missing': {
		screen: 'outlook.mailbox',
		mark: choice('Other'),
		instruction: 1,
		way: by('mfa-email-in-other'),
	},
	'two-mfa-emails': {
		screen: 'outlook.mailbox',
		mark: choice('MFA: set up your MobilePASS+ token'),
		instruction: 2,
		way: by('two-mfa-emails'),
	},
	'link-opens-on-phone': {
		screen: 'outlook.mfa-email',
		mark: link('Self Enrollment'),
		instruction: 3,
		way: { step: 'open-mfa-email', taken: 1 },
	},
	'enrollment-link-refused': {
		screen: 'browser.refused',
		mark: value('This enrollment link is no longer valid.'),
		instruction: 1,
		way: by('enrollment-removed'),
	},
	'new-mfa-email': {
		screen: 'catalog.token-form',
		mark: choice(catalog.replacementToken.item),
		instruction: 2,
		way: after('mfa-email-expired'),
	},
	'enrollment-page-closed': {
		screen: 'outlook.mfa-email',
		mark: link('Self Enrollment'),
		instruction: 2,
		way: { step: 'open-mfa-email', taken: 1 },
	},
	'download-does-nothing': {
		screen: 'browser.download',
		mark: button('Keep'),
		instruction: 1,
		way: by('download-held'),
	},
	'windows-protected-pc': {
		screen: 'desktop.smartscreen',
		mark: link('More info'),
		instruction: 2,
		way: by('windows-protects-pc'),
	},
	'only-phones-listed': {
		screen: 'browser.self-enrollment',
		mark: heading('Self Enrollment'),
		instruction: 3,
		way: by('only-phones-listed'),
	},
	'download-looks-different': {
		screen: 'browser.downloads',
		mark: button('Open file'),
		instruction: 4,
		way: { step: 'download-mobilepass', taken: 2, then: [choose('browser.downloads')] },
	},

	// steps 17 and 18
	'license-next-gray': {
		screen: 'installer.license',
		mark: choice('Accept the license terms'),
		instruction: 1,
		way: { step: 'accept-license', taken: 1 },
	},
	'admin-password-asked': {
		screen: 'installer.admin',
		mark: button('Cancel'),
		instruction: 1,
		way: by('admin-password-asked'),
	},
	'another-version-installed': {
		screen: 'installer.older',
		mark: button('Cancel'),
		instruction: 1,
		way: by('older-version-installed'),
	},
	'another-installation-running': {
		screen: 'installer.busy',
		mark: value('Another installation is running. Try again later.'),
		instruction: 2,
		way: by('another-installation-running'),
	},
	'wrong-configuration': {
		screen: 'mobilepass.account-information',
		mark: value('MobilePASS+ wants to read your account information.'),
		instruction: 1,
		way: {
			step: 'install-mobilepass',
			then: [
				choose('installer.shared'),
				press('installer.next'),
				90,
				press('installer.finish'),
				...startMenu('mobilepass'),
			],
		},
	},
	'install-rolled-back': {
		screen: 'installer.rolled-back',
		mark: value('Setup ended too early. The changes were taken back.'),
		instruction: 1,
		way: by('install-rolls-back'),
	},
	'install-hangs': {
		screen: 'installer.progress',
		mark: value('Installing'),
		instruction: 2,
		way: by('install-hangs'),
	},

	// steps 19 and 20
	'no-open-question': {
		screen: 'browser.enroll-link',
		mark: link('Enroll your MobilePASS+'),
		instruction: 4,
		way: by('no-open-question'),
	},
	'wrong-browser': {
		screen: 'browser.enroll-link',
		mark: { control: 'browser.page-address' },
		instruction: 1,
		way: by('wrong-browser'),
	},
	'old-app-opened': {
		screen: 'mobilepass-8.open',
		mark: button('Close'),
		instruction: 1,
		way: by('old-app-opens'),
	},
	'activation-code-invalid': {
		screen: 'mobilepass.string',
		mark: button('Activate'),
		instruction: 5,
		way: {
			step: 'enroll-and-create-pin',
			taken: 2,
			then: [press('mobilepass.use-string'), cutString, press('mobilepass.activate')],
		},
	},
	'activation-code-used': {
		screen: 'mobilepass.welcome',
		mark: value('No authenticators'),
		instruction: 1,
		way: by('activation-code-used'),
	},
	'enrollment-locked': {
		screen: 'browser.refused',
		mark: value('This enrollment is locked.'),
		instruction: 1,
		way: by('enrollment-locked'),
	},
	'pins-differ': {
		screen: 'mobilepass.create-pin',
		mark: field('PIN'),
		instruction: 2,
		way: {
			step: 'enroll-and-create-pin',
			taken: 8,
			then: [type('mobilepass.pin-again', otherPin), press('mobilepass.save')],
		},
	},
	'pin-not-accepted': {
		screen: 'mobilepass.create-pin',
		mark: field('PIN'),
		instruction: 4,
		way: by('trivial-pin-refused'),
	},
	'pin-forgotten': {
		screen: 'mobilepass.unlock',
		mark: field('PIN'),
		instruction: 1,
		way: {
			step: 'use-passcode-on-vpn',
			taken: 4,
			then: [type('mobilepass.pin', otherPin), press('mobilepass.submit')],
		},
	},
	'page-still-says-enroll': {
		screen: 'browser.enroll-link',
		mark: button('Close'),
		instruction: 1,
		way: { step: 'close-self-enrollment' },
	},
	'no-token-listed': {
		screen: 'mobilepass.welcome',
		mark: value('No authenticators'),
		instruction: 2,
		way: { step: 'enroll-and-create-pin', taken: 2 },
	},

	// step 21
	'passcode-refused': {
		screen: 'globalprotect.sign-in',
		mark: field('Password or passcode'),
		says: 'Sign-in failed. Try again.',
		instruction: 2,
		way: { step: 'use-passcode-on-vpn', put: 'clock-set-by-hand' },
	},
	'second-code-asked': {
		screen: 'globalprotect.sign-in',
		mark: value('Authenticate again: wait for the next passcode and type it.'),
		instruction: 1,
		way: by('clock-fast-90-seconds'),
	},
	'static-password-stopped': {
		screen: 'mobilepass.list',
		mark: choice(tokenName),
		instruction: 1,
		way: { step: 'use-passcode-on-vpn', taken: 3 },
	},
	'only-dots': {
		screen: 'mobilepass.unlock',
		mark: field('PIN'),
		instruction: 2,
		way: { step: 'use-passcode-on-vpn', taken: 4 },
	},
	'token-gone': {
		screen: 'mobilepass.removed',
		mark: value('The authenticator was removed. It must be enrolled again.'),
		instruction: 4,
		way: {
			step: 'use-passcode-on-vpn',
			taken: 4,
			then: Array.from({ length: 6 }, () => [
				type('mobilepass.pin', otherPin),
				press('mobilepass.submit'),
			]).flat(),
		},
	},
	'unexpected-push': {
		screen: 'mobilepass.request',
		mark: button('Deny'),
		instruction: 1,
		way: { exercise: 'push-unexpected' },
	},
	'no-push-arrives': {
		screen: 'settings.notifications',
		mark: heading('Notifications & actions'),
		instruction: 2,
		way: { step: 'sign-in-to-teams', then: [...startMenu('settings'), choose('settings.notifications')] },
	},
	'old-session-drops': {
		screen: 'globalprotect.sign-in',
		mark: field('Password or passcode'),
		instruction: 3,
		way: { step: 'use-passcode-on-vpn', taken: 1 },
	},

	// steps 22 to 24
	'teams-loops': {
		screen: 'teams.email',
		mark: field('Email address'),
		instruction: 4,
		way: by('teams-loops'),
	},
	'teams-blank': { screen: 'teams.blank', mark: null, way: by('teams-blank') },
	'personal-account-asked': {
		screen: 'teams.account',
		mark: choice('Use another account'),
		instruction: 1,
		way: by('personal-account-asked'),
	},
	'teams-missing': {
		screen: 'start-menu.open',
		mark: choice('Restart'),
		instruction: 2,
		way: by('teams-missing'),
	},
	'clock-hours-off': {
		screen: 'settings.time',
		mark: automaticZone,
		instruction: 1,
		way: by('wrong-zone'),
	},
	'changed-time-by-hand': {
		screen: 'settings.time',
		mark: button('Sync now'),
		instruction: 3,
		way: after('clock-set-by-hand'),
	},
	'settings-grayed': {
		screen: 'settings.time',
		mark: automaticZone,
		instruction: 2,
		way: by('settings-grayed'),
	},
	'zone-jumps-back': {
		screen: 'settings.time',
		mark: automaticZone,
		instruction: 1,
		way: after('zone-jumps-back'),
	},
	'settings-look-different': {
		screen: 'settings.home',
		mark: choice('Date & time'),
		instruction: 2,
		way: { step: 'check-time-zone', then: startMenu('settings') },
	},
	'desk-not-reached': { nothing: 'The telephone.' },
	'service-desk': { nothing: 'The telephone.' },
};
