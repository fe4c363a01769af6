import type { DesktopDetour } from '../../../domain/desktop.ts';
import { button, choice, field, heading, link, value } from '../../../domain/label.ts';
import { organization } from '../../../domain/organization.ts';
import type { DetourPicture, NoPicture } from '../detours.ts';
import { after, by, choose, press, startMenu } from './ways.ts';

const { catalog, signInBox } = organization;

/** Steps 10 to 18: the VPN by static password, the e-mail, the app. */
export const untilTheApp = {
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
} satisfies Partial<Record<DesktopDetour, DetourPicture | NoPicture>>;
