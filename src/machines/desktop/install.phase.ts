import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 15 to 18: from the MFA e-mail to the installed MobilePASS+. */
export const installPhase = {
	initial: 'open-mfa-email',
	states: {
		'open-mfa-email': step('open-mfa-email', {
			next: 'download-mobilepass',
			troubles: {
				'mfa-email-missing': 'mfa-email-missing',
				'mfa-email-old': 'new-mfa-email',
				'two-mfa-emails': 'two-mfa-emails',
				'link-expired': 'enrollment-link-refused',
				'link-opens-on-phone': 'link-opens-on-phone',
			},
		}),
		'download-mobilepass': step('download-mobilepass', {
			next: 'accept-license',
			troubles: {
				'download-does-nothing': 'download-does-nothing',
				'windows-protected-pc': 'windows-protected-pc',
				'page-closed': 'enrollment-page-closed',
				'only-phones-listed': 'only-phones-listed',
				'download-looks-different': 'download-looks-different',
			},
		}),
		'accept-license': step('accept-license', {
			next: 'install-mobilepass',
			troubles: {
				'license-next-gray': 'license-next-gray',
				'admin-password-asked': 'admin-password-asked',
				'another-version-installed': 'another-version-installed',
				'another-installation-running': 'another-installation-running',
			},
		}),
		'install-mobilepass': step('install-mobilepass', {
			next: 'enroll-and-create-pin',
			troubles: {
				'other-option-chosen': 'wrong-configuration',
				'install-rolled-back': 'install-rolled-back',
				'install-hangs': 'install-hangs',
			},
		}),
		'mfa-email-missing': detour('mfa-email-missing', { from: ['open-mfa-email'], then: 'new-mfa-email' }),
		'two-mfa-emails': detour('two-mfa-emails', { from: ['open-mfa-email'], then: 'new-mfa-email' }),
		'link-opens-on-phone': detour('link-opens-on-phone', { from: ['open-mfa-email'] }),
		'download-does-nothing': detour('download-does-nothing', { from: ['download-mobilepass'] }),
		'windows-protected-pc': detour('windows-protected-pc', { from: ['download-mobilepass'] }),
		'only-phones-listed': detour('only-phones-listed', { from: ['download-mobilepass'], deskOnly: true }),
		'download-looks-different': detour('download-looks-different', { from: ['download-mobilepass'] }),
		'license-next-gray': detour('license-next-gray', { from: ['accept-license'] }),
		'admin-password-asked': detour('admin-password-asked', { from: ['accept-license'], deskOnly: true }),
		'another-version-installed': detour('another-version-installed', {
			from: ['accept-license'],
			to: 'enroll-and-create-pin',
		}),
		'another-installation-running': detour('another-installation-running', { from: ['accept-license'] }),
		'install-rolled-back': detour('install-rolled-back', {
			from: ['install-mobilepass'],
			tries: 2,
			to: 'accept-license',
		}),
		'install-hangs': detour('install-hangs', { from: ['install-mobilepass'] }),
	},
} satisfies Phase;
