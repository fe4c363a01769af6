import { laptop } from '../laptop/change.ts';
import { messages } from '../laptop/messages.ts';
import { deviceScreen } from '../device-screen.ts';
import { on, says, without, type Fault } from './fault.ts';

/** Faults of steps 10 to 14: GlobalProtect, messages, Outlook. */
export const desktopFaults = {
	'vpn-not-connected': {
		step: 'wait-for-globalprotect',
		symptoms: ['vpn-not-connected', 'mailbox-not-found'],
		does: 'GlobalProtect does not connect by itself after the logon.',
		shows: 'It says that it is not connected.',
		cure: '"Connect", then sign in.',
		by: 'person',
		seen: on('globalprotect.message', 'globalprotect.connect'),
	},
	'sign-in-hidden': {
		step: 'wait-for-globalprotect',
		symptoms: ['sign-in-hidden'],
		does: 'The sign-in window of GlobalProtect opens behind the others.',
		shows: 'No window to sign in.',
		cure: 'Bring it to the front from the task bar.',
		by: 'person',
		seen: (world) => world.laptop.minimized.includes('globalprotect') && world.laptop.vpn.page === 'sign-in',
	},
	'browser-tab-opened': {
		step: 'wait-for-globalprotect',
		symptoms: ['browser-tab-opened'],
		does: 'GlobalProtect signs in through a tab of the browser.',
		shows: 'A browser tab instead of a window.',
		cure: 'Sign in there.',
		by: 'person',
		seen: on('browser.vpn-sign-in'),
	},
	'welcome-page-stays': {
		step: 'wait-for-globalprotect',
		symptoms: ['welcome-page-stays'],
		does: 'The welcome page of the first logon comes again when it is closed.',
		shows: 'The same page over and over.',
		cure: '"Get Started".',
		by: 'person',
		seen: on('globalprotect.welcome'),
	},
	'many-messages': {
		step: 'wait-for-globalprotect',
		symptoms: ['too-many-messages'],
		does: 'Three informational messages come instead of one.',
		shows: 'A message after each that is closed.',
		cure: 'Close them all.',
		by: 'person',
		seen: (world) =>
			on('globalprotect.message', 'globalprotect.close')(world) &&
			world.last?.control === 'globalprotect.close',
	},
	'loadset-missing': {
		step: 'close-loadset-message',
		symptoms: ['something-else'],
		does: 'The message about the Image and Loadset does not come.',
		shows: 'Nothing: that is fine.',
		cure: 'None is needed: go on.',
		by: 'person',
		seen: (world) =>
			world.laptop.loadset === 'missing' &&
			deviceScreen(world, 'laptop').live.some(({ id }) => id === 'taskbar.start-menu'),
	},
	'restart-wanted': {
		step: 'close-loadset-message',
		symptoms: ['wants-restart'],
		does: 'Updates ask for a restart.',
		shows: 'A message with "Restart now".',
		cure: 'Finish Outlook first if it can wait; else restart and do steps 4 to 9 again.',
		by: 'person',
		seen: on('desktop.loadset', 'loadset.restart'),
	},
	'loadset-failed': {
		step: 'close-loadset-message',
		symptoms: ['loadset-failed'],
		does: 'A program of the Loadset could not be installed.',
		shows: 'A message with a code.',
		cure: 'Note the code or take a photo, call the service desk; "OK".',
		by: 'desk',
		desk: (world) => world,
		seen: (world) => on('desktop.loadset')(world) && world.laptop.loadset === 'failed',
	},
	'new-outlook-look': {
		step: 'start-outlook',
		symptoms: ['outlook-looks-different'],
		does: 'Outlook begins with a page about its new look.',
		shows: 'Something else than expected.',
		cure: '"Continue".',
		by: 'person',
		seen: on('outlook.welcome'),
	},
	'outlook-password-loop': {
		step: 'outlook-static-password',
		symptoms: ['outlook-keeps-asking'],
		does: 'Outlook asks again, whatever is typed, until it is opened anew.',
		shows: 'The password is asked for again.',
		cure: 'Close Outlook, open it, type the password once more.',
		by: 'person',
		seen: (world) =>
			!world.laptop.outlook.reopened && says('outlook.password', messages['sign-in-again'])(world),
	},
	'saved-password-in-the-way': {
		step: 'outlook-static-password',
		symptoms: ['outlook-still-asks'],
		does: 'Windows keeps an old entry for Office and uses it.',
		shows: 'It still asks after Outlook was opened anew.',
		cure: 'The service desk guides to Credential Manager; remove the entry there, open Outlook anew.',
		by: 'desk',
		start: (world) => laptop(world, { savedCredential: true }),
		desk: (world) => laptop(world, { savedCredential: false }),
		seen: (world) =>
			world.laptop.savedCredential &&
			world.laptop.outlook.reopened &&
			says('outlook.password', messages['sign-in-again'])(world),
	},
	'outlook-needs-restart': {
		step: 'outlook-static-password',
		symptoms: ['web-mail-works'],
		does: 'The sign-in of Outlook hangs until the computer restarts.',
		shows: 'Outlook asks again; the same mailbox opens in the browser.',
		cure: 'Restart the computer.',
		by: 'person',
		seen: (world) => world.laptop.outlook.looped && on('browser.web-mail')(world),
	},
	'no-phone-box': {
		step: 'skip-outlook-mobile',
		symptoms: ['no-phone-box'],
		does: 'This Outlook has no tick box about the phone.',
		shows: 'Only "Done".',
		cure: 'None is needed: go on.',
		by: 'person',
		seen: without('outlook.added', 'outlook.phone-box'),
	},
	'outlook-must-restart': {
		step: 'skip-outlook-mobile',
		symptoms: ['outlook-must-restart'],
		does: 'Outlook asks to be restarted when the mailbox is set up.',
		shows: 'A message instead of the mailbox.',
		cure: '"OK", then open Outlook.',
		by: 'person',
		seen: on('outlook.restart'),
	},
} satisfies Record<string, Fault>;
