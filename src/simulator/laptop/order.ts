import type { LogonPage, Outlook } from './state.ts';

/** A page of the logon; the list of networks lies over one of the others. */
export type LogonPlace = Exclude<LogonPage, 'network'>;
export type OutlookPage = Outlook['page'];

/** The pages of the logon in the order in which a person comes to them. */
export const logonOrder: readonly LogonPlace[] = [
	'lock',
	'notice',
	'windows',
	'network-sign-in',
	'connecting',
	'sign-in-blank',
	'sign-in-email',
	'sign-in-password',
	'company-loading',
	'company-box',
	'company-password',
	'change-password',
	'pin-given',
	'set-pin',
	'stay-signed-in',
	'connected',
	'building',
	'desktop',
];

/** The pages of Outlook in the order in which a person comes to them. */
export const outlookOrder: readonly OutlookPage[] = [
	'welcome',
	'email',
	'server-settings',
	'error',
	'password',
	'change-password',
	'pin-given',
	'set-pin',
	'added',
	'phone',
	'setting-up',
	'restart',
	'mailbox',
];
