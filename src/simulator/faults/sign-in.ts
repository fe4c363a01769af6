import { laptop } from '../laptop/change.ts';
import { messages } from '../laptop/messages.ts';
import { MINUTE } from '../queue.ts';
import { userOf } from '../service/service.ts';
import { on, says, type Fault } from './fault.ts';
import { movedAway, mustChange, slowed, twoLogins } from './starts.ts';

/** Faults of steps 5 to 9: network sign-in and the first logon. */
export const signInFaults = {
	'email-at-other-domain': {
		step: 'enter-email-address',
		symptoms: ['email-refused', 'mailbox-not-found'],
		does: 'The account has moved to the other e-mail domain; the card shows the address of before.',
		shows: 'The address is refused.',
		cure: 'Type the address with the other domain.',
		by: 'person',
		start: movedAway,
		seen: (world) =>
			says('logon.sign-in-email', messages['email-refused'])(world) ||
			says('outlook.email', messages['mailbox-not-found'])(world),
	},
	'sign-in-box-blank': {
		step: 'enter-email-address',
		symptoms: ['sign-in-box-blank'],
		does: 'The page of the sign-in box stays empty until the next start.',
		shows: 'A white box.',
		cure: 'Cancel, restart and try once more.',
		by: 'person',
		seen: on('logon.sign-in-blank'),
	},
	'caps-lock-on': {
		step: 'enter-computer-password',
		symptoms: ['computer-password-refused', 'right-password-refused'],
		does: 'Caps Lock is on: upper and lower case are swapped.',
		shows: 'The right password is refused.',
		cure: 'Press Caps Lock and type again.',
		by: 'person',
		start: (world) => laptop(world, { capsLock: true }),
		seen: (world) =>
			world.laptop.capsLock &&
			(says(
				['logon.sign-in-password', 'logon.company-password', 'outlook.password'],
				messages['password-refused'],
			)(world) ||
				says('logon.windows', messages['user-or-password'])(world)),
	},
	'computer-account-locked': {
		step: 'enter-computer-password',
		symptoms: ['account-locked'],
		does: 'Wrong passwords, tried elsewhere a moment before the first sign-in, have locked the computer account.',
		shows: 'The account is locked.',
		cure: 'Wait 15 minutes.',
		by: 'time',
		seen: says(['logon.sign-in-password', 'logon.windows'], messages['account-locked']),
	},
	'company-box-slow': {
		step: 'enter-computer-password',
		symptoms: ['company-box-missing'],
		does: 'The company’s sign-in box takes a minute to load.',
		shows: 'The box does not appear.',
		cure: 'Wait a minute.',
		by: 'time',
		seen: on('logon.company-loading'),
	},
	'static-password-used-up': {
		step: 'enter-static-password',
		symptoms: ['static-password-refused', 'right-password-refused'],
		does: 'A static password serves for two logins only.',
		shows: 'It worked twice; then it is refused.',
		cure: 'The manager requests a new one.',
		by: 'manager',
		policy: { staticPassword: { maxUses: 2 } },
		start: twoLogins,
		seen: (world) =>
			(says(['logon.company-password', 'outlook.password'], messages['password-refused'])(world) ||
				says(['globalprotect.sign-in', 'browser.vpn-sign-in'], messages['sign-in-failed'])(world)) &&
			userOf(world.service, world.people.user)?.passwords.at(-1)?.state === 'used-up',
	},
	'static-password-must-change': {
		step: 'enter-static-password',
		symptoms: ['must-change-password', 'new-password-refused', 'right-password-refused'],
		does: 'A static password must be changed at its first use.',
		shows: 'A new password is asked for, twice.',
		cure: 'Choose one within the rules; from then on the new one counts.',
		by: 'person',
		policy: { staticPassword: { changeOnFirstUse: true } },
		start: mustChange,
		seen: (world) =>
			(['logon', 'outlook', 'globalprotect'] as const).some((app) => on(`${app}.change-password`)(world)),
	},
	'sign-in-loops-back': {
		step: 'enter-static-password',
		symptoms: ['back-at-email-page'],
		does: 'After the static password the first page comes again, once.',
		shows: 'The page for the e-mail address.',
		cure: 'Go through it again.',
		by: 'person',
		seen: (world) =>
			on('logon.sign-in-email')(world) &&
			world.truth?.what === 'login' &&
			world.truth.outcome === 'ok' &&
			!world.laptop.profile,
	},
	'tunnel-drops': {
		step: 'log-on-to-windows',
		symptoms: ['domain-not-available'],
		does: 'The network sign-in breaks when "Back" is chosen.',
		shows: 'The domain is not available.',
		cure: 'Do steps 4 to 7 again.',
		by: 'person',
		seen: says('logon.windows', messages['domain-not-available']),
	},
	'trust-failed': {
		step: 'log-on-to-windows',
		symptoms: ['trust-failed'],
		does: 'The computer has lost its account in the domain.',
		shows: 'The trust relationship failed.',
		cure: 'Only the service desk can mend it.',
		by: 'desk',
		desk: (world) => world,
		seen: says('logon.windows', messages['trust-failed']),
	},
	'thrown-back': {
		step: 'wait-for-logon',
		symptoms: ['thrown-back'],
		does: 'The first logon ends at the lock screen.',
		shows: 'Back at the start of the logon.',
		cure: 'Log on again.',
		by: 'person',
		seen: (world) => on('logon.lock')(world) && world.laptop.logon.tunnel,
	},
	'profile-slow': {
		step: 'wait-for-logon',
		symptoms: ['stuck-preparing'],
		does: 'Building the profile takes 12 minutes.',
		shows: 'It seems stuck.',
		cure: 'Wait; do not switch off.',
		by: 'time',
		start: slowed,
		seen: (world) =>
			on('logon.building', 'logon.preparing')(world) &&
			world.truth?.what === 'computer-login' &&
			world.now - world.truth.at > 5 * MINUTE,
	},
	'black-desktop': {
		step: 'wait-for-logon',
		symptoms: ['black-desktop'],
		does: 'The desktop does not come up.',
		shows: 'A black screen.',
		cure: 'Ctrl+Alt+Del, "Sign out", log on again.',
		by: 'person',
		seen: on('desktop.black'),
	},
	'temporary-profile': {
		step: 'wait-for-logon',
		symptoms: ['temporary-profile', 'outlook-error-code'],
		does: 'The profile could not be built; a temporary one is used.',
		shows: 'A message that the profile is temporary; Outlook does not work.',
		cure: 'Restart and log on again.',
		by: 'person',
		seen: on('desktop.plain', 'desktop.message'),
	},
} satisfies Record<string, Fault>;
