import { organization } from '../../domain/organization.ts';
import { facts } from '../entries.ts';
import { messages } from '../laptop/messages.ts';
import { DAY } from '../queue.ts';
import type { CatalogueRow } from './catalogue-row.ts';

/** The rows of steps 1 to 9: before there is a desktop. */
export const logonRows: readonly CatalogueRow[] = [
	{
		step: 'request-static-password',
		symptom: 'no-password-email',
		faults: ['password-email-late', 'password-email-lost', 'wrong-user-id-sent'],
		shows: { screen: 'mail.list', device: 'other', lacks: organization.catalog.staticPassword.item },
		differs: {
			'wrong-user-id-sent': {
				screen: 'mail.static-password',
				device: 'other',
				reads: facts['colleague-user-id'],
			},
		},
	},
	{
		step: 'request-static-password',
		symptom: 'form-refuses-user',
		faults: ['old-token-active'],
		shows: {
			screen: 'catalog.refused',
			device: 'other',
			reads: 'This request cannot be made for this user.',
		},
	},
	{
		step: 'request-static-password',
		symptom: 'old-password-found',
		faults: ['old-static-password'],
		shows: { screen: 'mail.static-password', device: 'other', olderThan: 30 * DAY },
	},
	{
		step: 'boot-and-acknowledge',
		symptom: 'screen-stays-black',
		faults: ['no-power'],
		shows: { screen: 'power.off', unanswered: 'power.on' },
	},
	{
		step: 'boot-and-acknowledge',
		symptom: 'other-name-shown',
		faults: ['other-name-shown'],
		shows: { screen: 'logon.windows', reads: 'Taylor Reed' },
	},
	{
		step: 'boot-and-acknowledge',
		symptom: 'keys-do-nothing',
		faults: ['keyboard-not-ready'],
		shows: { screen: 'logon.lock', unanswered: 'logon.ctrl-alt-del' },
	},
	{
		step: 'connect-to-router',
		symptom: 'no-internet-icon',
		faults: ['cable-loose'],
		shows: { screen: 'logon.network', reads: 'Not connected' },
	},
	{
		step: 'connect-to-router',
		symptom: 'guest-wifi',
		faults: ['guest-wifi'],
		shows: { screen: 'logon.network', reads: 'Connected, no internet' },
	},
	{
		step: 'connect-to-router',
		symptom: 'connection-drops',
		faults: ['weak-wifi'],
		shows: { screen: 'desktop.network', reads: messages['connection-lost'] },
	},
	{
		step: 'open-network-sign-in',
		symptom: 'no-sign-in-icon',
		faults: ['no-sign-in-icon'],
		shows: { screen: 'logon.windows', lacks: 'logon.network-sign-in' },
	},
	{
		step: 'open-network-sign-in',
		symptom: 'portal-not-found',
		faults: ['wrong-portal-left'],
		shows: { screen: 'logon.network-sign-in', reads: messages['portal-not-found'] },
	},
	{
		step: 'open-network-sign-in',
		symptom: 'arrow-does-nothing',
		ownAct: 'Submit while the portal box is empty.',
		shows: { screen: 'logon.network-sign-in', unanswered: 'network-sign-in.submit' },
	},
	{
		step: 'open-network-sign-in',
		symptom: 'connecting-forever',
		faults: ['connecting-forever'],
		shows: { screen: 'logon.connecting', reads: 'Connecting' },
	},
	{
		step: 'enter-email-address',
		symptom: 'email-refused',
		faults: ['email-at-other-domain'],
		shows: { screen: 'logon.sign-in-email', reads: messages['email-refused'] },
	},
	{
		step: 'enter-email-address',
		symptom: 'sign-in-box-blank',
		faults: ['sign-in-box-blank'],
		shows: { screen: 'logon.sign-in-blank', lacks: 'sign-in.email' },
	},
	{
		step: 'enter-email-address',
		symptom: 'email-next-gray',
		always: '"Next" is gray until something stands in the field.',
		shows: { screen: 'logon.sign-in-email', control: 'sign-in.next', refused: 'grayed-out' },
	},
	{
		step: 'enter-computer-password',
		symptom: 'computer-password-refused',
		faults: ['caps-lock-on'],
		shows: { screen: 'logon.sign-in-password', reads: messages['password-refused'] },
	},
	{
		step: 'enter-computer-password',
		symptom: 'account-locked',
		faults: ['computer-account-locked'],
		shows: { screen: 'logon.sign-in-password', reads: messages['account-locked'] },
	},
	{
		step: 'enter-computer-password',
		symptom: 'company-box-missing',
		faults: ['company-box-slow'],
		shows: { screen: 'logon.company-loading', reads: 'Loading' },
	},
	{
		step: 'enter-static-password',
		symptom: 'static-password-refused',
		faults: ['old-token-active', 'old-static-password', 'static-password-used-up'],
		shows: { screen: 'logon.company-password', reads: messages['password-refused'] },
	},
	{
		step: 'enter-static-password',
		symptom: 'must-change-password',
		faults: ['static-password-must-change'],
		shows: { screen: 'logon.change-password', reads: 'Change your password' },
	},
	{
		step: 'enter-static-password',
		symptom: 'new-password-refused',
		faults: ['static-password-must-change'],
		shows: { screen: 'logon.change-password', reads: messages['new-password-refused'] },
	},
	{
		step: 'enter-static-password',
		symptom: 'asked-twice',
		always: 'The first sign-in asks for portal and gateway.',
		shows: { screen: 'logon.company-password', reads: 'Gateway' },
	},
	{
		step: 'enter-static-password',
		symptom: 'pressed-no',
		ownAct: 'Answer "No".',
		shows: { screen: 'logon.connected', reads: 'Connected', after: 'company.no' },
	},
	{
		step: 'enter-static-password',
		symptom: 'back-at-email-page',
		faults: ['sign-in-loops-back'],
		shows: { screen: 'logon.sign-in-email', reads: 'Sign in', after: 'company.log-in' },
	},
	{
		step: 'log-on-to-windows',
		symptom: 'back-shows-sign-in',
		ownAct: 'Choose "Back" before the network sign-in says that it is connected.',
		shows: { screen: 'logon.sign-in-email', reads: 'Sign in', after: 'company.back' },
	},
	{
		step: 'log-on-to-windows',
		symptom: 'domain-not-available',
		faults: ['tunnel-drops'],
		shows: { screen: 'logon.windows', reads: messages['domain-not-available'] },
	},
	{
		step: 'log-on-to-windows',
		symptom: 'user-id-refused',
		ownAct: 'Type the e-mail address as user name.',
		shows: { screen: 'logon.windows', reads: messages['user-or-password'] },
	},
	{
		step: 'log-on-to-windows',
		symptom: 'trust-failed',
		faults: ['trust-failed'],
		shows: { screen: 'logon.windows', reads: messages['trust-failed'] },
	},
	{
		step: 'wait-for-logon',
		symptom: 'stuck-preparing',
		faults: ['profile-slow'],
		shows: { screen: 'logon.building', reads: 'Preparing Windows' },
	},
	{
		step: 'wait-for-logon',
		symptom: 'black-desktop',
		faults: ['black-desktop'],
		shows: { screen: 'desktop.black', lacks: 'taskbar.start-menu' },
	},
	{
		step: 'wait-for-logon',
		symptom: 'temporary-profile',
		faults: ['temporary-profile'],
		shows: { screen: 'desktop.plain', reads: messages['temporary-profile'] },
	},
];
