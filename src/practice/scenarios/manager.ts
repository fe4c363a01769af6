import { scenarioFor, type Scenario } from '../scenario.ts';

const scenario = scenarioFor('desktop');

/** The manager's side of the new computer: both requests of the catalog (procedure A, steps 1 and 15). */
export const managers: readonly Scenario[] = [
	scenario(
		'manager-wrong-user',
		'The password is for somebody else',
		'You are the manager. The request was sent yesterday, by a colleague of yours.',
		['request-static-password', 'request-static-password'],
		['wrong-user-id-sent'],
	),
	scenario(
		'manager-form-refuses',
		'The form refuses the user',
		'You are the manager. Your employee has used another computer until now.',
		['request-static-password', 'request-static-password'],
		['old-token-active'],
	),
	scenario(
		'manager-no-email',
		'The password does not come',
		'You are the manager. You send the request, and wait for the e-mail.',
		['request-static-password', 'request-static-password'],
		['password-email-lost'],
	),
	scenario(
		'manager-old-password',
		'A password of last month',
		'You are the manager. An e-mail with a password is there already.',
		['request-static-password', 'request-static-password'],
		['old-static-password'],
	),
	scenario(
		'manager-new-token',
		'The employee needs another MFA e-mail',
		'The link of the MFA e-mail is refused. You are on both sides: employee and manager.',
		['open-mfa-email', 'download-mobilepass'],
		['enrollment-removed'],
	),
	scenario(
		'manager-two-requests',
		'The request was sent twice',
		'Two MFA e-mails have come: the task of one was superseded by the other.',
		['open-mfa-email', 'download-mobilepass'],
		['two-mfa-emails'],
	),
];
