import type { DesktopDetour } from '../../../domain/desktop.ts';
import { button, choice, field, heading, typed, value } from '../../../domain/label.ts';
import { organization } from '../../../domain/organization.ts';
import { userOf, type Deed, type World } from '../../../simulator/world.ts';
import type { DetourPicture, NoPicture } from '../detours.ts';
import { after, by, card, press, type } from './ways.ts';

const { catalog } = organization;

/** The newest static password of the user, which a fault has ended. */
const newestPassword =
	(control: string) =>
	({ service, people }: World): Deed =>
		type(control, {
			kind: 'static-password',
			password: userOf(service, people.user)?.passwords.at(-1)?.id ?? '',
		});

/** Steps 1 to 9: the password, the first sign-in, Outlook. */
export const untilOutlook = {
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
} satisfies Partial<Record<DesktopDetour, DetourPicture | NoPicture>>;
