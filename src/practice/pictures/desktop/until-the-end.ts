import type { DesktopDetour } from '../../../domain/desktop.ts';
import { button, choice, field, heading, link, value } from '../../../domain/label.ts';
import { organization } from '../../../domain/organization.ts';
import type { Deed, Entry, World } from '../../../simulator/world.ts';
import type { DetourPicture, NoPicture } from '../detours.ts';
import { after, by, choose, press, startMenu, type } from './ways.ts';

const { tokenName } = organization;

const otherPin: Entry = { kind: 'near-miss', of: { kind: 'card', value: 'pin' }, how: 'one-off' };
const cutString = ({ laptop }: World): Deed => {
	const { task, user } = laptop.browser.lastLink ?? { task: '', user: '' };
	return type('mobilepass.string', {
		kind: 'near-miss',
		of: { kind: 'activation-string', task, user },
		how: 'too-short',
	});
};
const automaticZone = choice('Set time zone automatically');

/** Steps 19 to 24: the token, the passcode, and what is left to do. */
export const untilTheEnd = {
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
} satisfies Partial<Record<DesktopDetour, DetourPicture | NoPicture>>;
