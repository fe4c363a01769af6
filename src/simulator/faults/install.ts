import { part } from '../laptop/change.ts';
import { messages } from '../laptop/messages.ts';
import { deviceScreen } from '../device-screen.ts';
import { DAY, MINUTE } from '../queue.ts';
import { enrollmentAged } from '../service/service.ts';
import { on, policyChanged, says, without, type Fault } from './fault.ts';
import { appPages, enrollmentMails, liesIn } from './signs.ts';
import { askedAgain, hung, notYet, removed, withMail } from './starts.ts';

/** Faults of steps 15 to 18: the e-mail, the page, the installer. */
export const installFaults = {
	'mfa-email-in-other': {
		step: 'open-mfa-email',
		symptoms: ['mfa-email-missing'],
		does: 'The MFA e-mail lies under Other.',
		shows: 'It is not under Focused.',
		cure: 'Look under Other.',
		by: 'person',
		policy: { mail: { enrollmentFolder: 'Other' } },
		start: (world) => withMail(world, 'Other'),
		seen: liesIn('Other'),
	},
	'mfa-email-in-junk': {
		step: 'open-mfa-email',
		symptoms: ['mfa-email-missing'],
		does: 'The MFA e-mail lies under Junk.',
		shows: 'It is neither under Focused nor under Other.',
		cure: 'Look under Junk.',
		by: 'person',
		policy: { mail: { enrollmentFolder: 'Junk' } },
		start: (world) => withMail(world, 'Junk'),
		seen: liesIn('Junk'),
	},
	'mfa-email-late': {
		step: 'open-mfa-email',
		symptoms: ['mfa-email-missing'],
		does: 'The token is provisioned only after 22 minutes (assumed), and not before Outlook is set up.',
		shows: 'No MFA e-mail yet.',
		cure: 'Wait for it: it comes within 25 minutes.',
		by: 'time',
		start: notYet,
		seen: (world) => on('outlook.mailbox')(world) && enrollmentMails(world).length === 0,
	},
	'mfa-email-expired': {
		step: 'open-mfa-email',
		symptoms: ['mfa-email-old', 'link-expired'],
		does: 'The MFA e-mail is 31 days old.',
		shows: 'Its link is refused.',
		cure: 'The manager requests a new token; a new e-mail comes.',
		by: 'manager',
		start: (world) => ({
			...world,
			service: enrollmentAged(world.service, world.people.user, 31 * DAY),
		}),
		seen: says('browser.refused', messages['enrollment-expired']),
	},
	'two-mfa-emails': {
		step: 'open-mfa-email',
		symptoms: ['two-mfa-emails', 'link-expired'],
		does: 'The request was repeated: the older of two MFA e-mails is dead.',
		shows: 'Two e-mails.',
		cure: 'Use the newest.',
		by: 'person',
		start: askedAgain,
		seen: (world) =>
			deviceScreen(world, 'laptop').name === 'outlook.mailbox' &&
			enrollmentMails(world).filter(({ folder }) => folder === world.laptop.outlook.folder).length > 1,
	},
	'enrollment-removed': {
		step: 'open-mfa-email',
		symptoms: ['link-expired'],
		does: 'An operator has removed the enrollment.',
		shows: 'The link is refused.',
		cure: 'The manager requests a new token.',
		by: 'manager',
		start: removed,
		seen: (world) =>
			world.truth?.outcome === 'removed' &&
			says(['browser.refused', ...appPages], messages['enrollment-removed'])(world),
	},
	'download-held': {
		step: 'download-mobilepass',
		symptoms: ['download-does-nothing', 'download-looks-different'],
		does: 'The browser holds the file back.',
		shows: '"Keep" instead of "Open file".',
		cure: '"Keep", then "Open file".',
		by: 'person',
		seen: on('browser.download', 'browser.keep'),
	},
	'windows-protects-pc': {
		step: 'download-mobilepass',
		symptoms: ['windows-protected-pc'],
		does: 'Windows warns about the file.',
		shows: '"Windows protected your PC".',
		cure: '"More info", then "Run anyway", if source and publisher are right and the policy allows it.',
		by: 'person',
		seen: on('desktop.smartscreen'),
	},
	'only-phones-listed': {
		step: 'download-mobilepass',
		symptoms: ['only-phones-listed'],
		does: 'Windows is not an allowed target.',
		shows: 'The page lists only phones.',
		cure: 'Only the service desk can allow it; then the link of the e-mail again.',
		by: 'desk',
		policy: { targets: { 'Windows 10': { allowed: false } } },
		desk: (world) => policyChanged(world, { targets: { 'Windows 10': { allowed: true } } }),
		seen: without('browser.self-enrollment', 'browser.download'),
	},
	'older-version-installed': {
		step: 'accept-license',
		symptoms: ['another-version-installed'],
		does: 'The image of the computer holds an older MobilePASS+.',
		shows: 'Setup says that another version is installed.',
		cure: '"Update", or cancel and start the app that is there.',
		by: 'person',
		start: (world) => part(world, 'mobilepass', { installed: 'older' }),
		seen: on('installer.older'),
	},
	'another-installation-running': {
		step: 'accept-license',
		symptoms: ['another-installation-running'],
		does: 'Updates are being installed for ten minutes.',
		shows: 'Setup says that another installation is running.',
		cure: 'Wait ten minutes, open the file again.',
		by: 'time',
		seen: on('installer.busy'),
	},
	'admin-password-asked': {
		step: 'accept-license',
		symptoms: ['admin-password-asked'],
		does: 'The package is not approved for this computer.',
		shows: 'An administrator password is asked for.',
		cure: 'Cancel; the service desk approves it; open the file again.',
		by: 'desk',
		desk: (world) => world,
		seen: on('installer.admin'),
	},
	'install-rolls-back': {
		step: 'install-mobilepass',
		symptoms: ['install-rolled-back'],
		does: 'The first attempt is taken back.',
		shows: 'Setup ended too early.',
		cure: 'Restart the computer, then try once more.',
		by: 'person',
		seen: on('installer.rolled-back'),
	},
	'install-hangs': {
		step: 'install-mobilepass',
		symptoms: ['install-hangs'],
		does: 'A virus scan makes it last 12 minutes.',
		shows: 'No progress.',
		cure: 'Wait.',
		by: 'time',
		start: hung,
		seen: (world) =>
			on('installer.progress')(world) &&
			world.faults['install-hangs'] === true &&
			world.queue.some(({ what, at }) => what === 'install-ends' && at - world.now < 9 * MINUTE),
	},
} satisfies Record<string, Fault>;
