import { policyChanged, says } from '../faults/fault.ts';
import type { PartFault } from '../faults/fault-type.ts';
import { lockedByTries } from '../faults/starts.ts';
import { deviceScreen, type ScreenName } from '../device-screen.ts';
import { DAY, HOUR, MINUTE } from '../queue.ts';
import { enrollmentAged, mailOf } from '../service/service.ts';
import { CODE_VALID, newestCode } from '../service/user-portal.ts';
import type { World } from '../state.ts';
import { phone, phoneOf } from './change.ts';
import { newEnrollment } from './desk.ts';
import { phoneMessages } from './messages.ts';
import type { PhoneFaultId } from './names.ts';
import { portalDevices, type PhoneMessageId } from './state.ts';
import { strangerSeen } from './stranger.ts';

const names = (world: World): readonly ScreenName[] =>
	portalDevices.map((device) => deviceScreen(world, device).name);
const shown = (world: World, ...wanted: readonly ScreenName[]): boolean =>
	names(world).some((name) => wanted.includes(name));
const lacks = (world: World, name: ScreenName, control: string): boolean =>
	portalDevices.some((device) => {
		const screen = deviceScreen(world, device);
		return screen.name === name && !screen.live.some(({ id }) => id === control);
	});

const appPages = [
	'phone-mobilepass.welcome',
	'phone-mobilepass.quick-setup',
	'phone-mobilepass.string',
	'phone-mobilepass.list',
	'phone-mobilepass.one-time-passcode',
	'phone.camera',
] as const;
const inApp = (message: PhoneMessageId) => says(appPages, phoneMessages[message], 'phone');
const refusedPages = (message: PhoneMessageId) => (world: World) =>
	inApp(message)(world) ||
	says('phone-browser.refused', phoneMessages[message], 'phone')(world) ||
	says('browser.refused', phoneMessages[message])(world);

/** A link on the phone was used, and nothing came of it. */
const unanswered = (world: World, controls: readonly string[]): boolean =>
	world.last?.device === 'phone' &&
	controls.includes(world.last.control) &&
	deviceScreen(world, 'phone').live.some(({ id }) => id === world.last?.control);

const enrolledHere = (world: World): boolean => phoneOf(world).mobilepass.tokens.length > 0;
const activating = (world: World): boolean =>
	enrolledHere(world) || phoneOf(world).mobilepass.pending !== null;
const signedIn = (world: World): boolean =>
	portalDevices.some((device) => phoneOf(world).portals[device].page === 'signed-in');
const confirmed = (world: World): boolean => {
	const code = newestCode(world.service, world.people.user);
	return enrolledHere(world) || (code !== undefined && code.state !== 'sent');
};

const codeMail = (world: World) => {
	const code = newestCode(world.service, world.people.user);
	return mailOf(world.service, world.people.user).find(
		({ content }) => content.kind === 'verification-code' && content.code === code?.id,
	);
};

/** The person looks for the code where e-mail comes in, and it lies in Junk. */
function junkHidesCode(world: World): boolean {
	if (codeMail(world)?.folder !== 'Junk') return false;
	const { laptop } = world;
	return (
		(shown(world, 'phone-mail.list') && phoneOf(world).mail.folder === 'Focused') ||
		(shown(world, 'outlook.mailbox') && laptop.outlook.folder === 'Focused')
	);
}

/** Faults of the phone and of the user portal (procedure B). */
export const phoneFaults: Readonly<Record<PhoneFaultId, PartFault>> = {
	'verification-code-lost': {
		step: 'confirm-your-identity',
		symptoms: ['no-verification-code'],
		does: 'The first verification code gets lost.',
		shows: 'The e-mail with the code does not come.',
		cure: '"Send a new code".',
		by: 'person',
		policy: { mail: { lost: ['verification-code'] } },
		seen: (world) => {
			const code = newestCode(world.service, world.people.user);
			const waited = code ? world.now - (code.until - CODE_VALID) : 0;
			return (
				shown(world, 'portal.identity', 'phone-portal.identity') && !codeMail(world) && waited >= 4 * MINUTE
			);
		},
		tooLate: (world) => newestCode(world.service, world.people.user) !== undefined,
	},
	'verification-code-in-junk': {
		step: 'confirm-your-identity',
		symptoms: ['no-verification-code'],
		does: 'The e-mail with the verification code lands in Junk.',
		shows: 'It is not in the Inbox.',
		cure: 'Look into Junk.',
		by: 'person',
		policy: { mail: { codeFolder: 'Junk' } },
		seen: junkHidesCode,
		tooLate: confirmed,
	},
	'mail-link-opens-nothing': {
		step: 'open-enrollment-link',
		symptoms: ['mail-link-opens-nothing'],
		does: 'The phone has no browser that takes links of e-mails.',
		shows: 'The link in the e-mail does nothing.',
		cure: 'Open the e-mail on the computer and scan the QR code, or copy the string.',
		by: 'person',
		seen: (world) => unanswered(world, ['mail.self-enrollment']),
		tooLate: activating,
	},
	'page-link-opens-nothing': {
		step: 'start-app-from-page',
		symptoms: ['page-link-opens-nothing'],
		does: 'The phone does not know the app’s links until the app was opened once.',
		shows: 'The link on the page does nothing.',
		cure: 'Open MobilePASS+ once, then use the link again; or copy the string.',
		by: 'person',
		seen: (world) => unanswered(world, ['browser.enroll', 'portal.enroll']),
		tooLate: (world) => phoneOf(world).mobilepass.opened,
	},
	'android-not-allowed': {
		step: 'show-qr-code',
		symptoms: ['android-not-listed', 'no-android-choice', 'device-not-supported'],
		does: 'The policy does not allow Android.',
		shows: 'Android is not in the list of devices.',
		cure: 'The service desk has Android allowed. Open the page anew.',
		by: 'desk',
		policy: { targets: { Android: { allowed: false } } },
		desk: (world) => policyChanged(world, { targets: { Android: { allowed: true } } }),
		seen: (world) =>
			lacks(world, 'self-enrollment.devices', 'browser.android') ||
			lacks(world, 'phone-browser.enrollment', 'browser.enroll') ||
			lacks(world, 'portal.platform', 'portal.android') ||
			lacks(world, 'phone-portal.platform', 'portal.android') ||
			inApp('device-not-permitted')(world),
		tooLate: enrolledHere,
	},
	'qr-code-off': {
		step: 'show-qr-code',
		symptoms: ['no-qr-code'],
		does: 'The token may not be enrolled by QR code.',
		shows: 'The page shows no QR code.',
		cure: 'Copy the activation string on the phone, or use the link there.',
		by: 'person',
		policy: { task: { qr: false } },
		seen: (world) =>
			lacks(world, 'self-enrollment.android', 'browser.qr') || lacks(world, 'portal.set-up', 'portal.qr'),
		tooLate: enrolledHere,
	},
	'camera-refused': {
		step: 'scan-qr-code',
		symptoms: ['camera-refused'],
		does: 'MobilePASS+ may not use the camera.',
		shows: 'No camera opens.',
		cure: 'Settings, MobilePASS+, "Camera".',
		by: 'person',
		start: (world) => permitted(world, { camera: 'refused' }),
		seen: (world) => shown(world, 'phone-mobilepass.no-camera'),
		tooLate: enrolledHere,
	},
	'phone-offline': {
		step: 'start-app-from-page',
		symptoms: ['server-not-reached'],
		does: 'The phone is in airplane mode.',
		shows: 'The server cannot be reached.',
		cure: 'Switch airplane mode off.',
		by: 'person',
		start: (world) => phone(world, { airplane: true }),
		seen: (world) =>
			deviceScreen(world, 'phone').live.some(({ text }) => text === phoneMessages['server-not-reached']),
		tooLate: signedIn,
	},
	'phone-enrollment-expired': {
		step: 'open-enrollment-link',
		symptoms: ['enrollment-expired', 'string-expired'],
		does: 'The enrollment is older than its 30 days.',
		shows: 'The enrollment period has ended.',
		cure: 'A new enrollment e-mail.',
		by: 'desk',
		start: (world) => ({
			...world,
			service: enrollmentAged(
				world.service,
				world.people.user,
				(world.service.policy.task.validDays + 1) * DAY,
			),
		}),
		desk: newEnrollment,
		seen: refusedPages('enrollment-expired'),
		tooLate: activating,
	},
	'phone-enrollment-used': {
		step: 'paste-activation-string',
		symptoms: ['enrollment-completed', 'string-used'],
		does: 'The same enrollment was finished on another phone a moment before.',
		shows: 'This enrollment has already been completed.',
		cure: 'The service desk revokes that token and sends a new e-mail.',
		by: 'desk',
		desk: newEnrollment,
		seen: refusedPages('enrollment-done'),
		tooLate: activating,
	},
	'phone-enrollment-locked': {
		step: 'paste-activation-string',
		symptoms: ['enrollment-is-locked', 'string-refused'],
		does: 'Three tries with a cut string have locked the enrollment.',
		shows: 'The link and the string are refused.',
		cure: 'A new enrollment e-mail.',
		by: 'desk',
		start: lockedByTries,
		desk: newEnrollment,
		seen: refusedPages('enrollment-locked'),
		tooLate: activating,
	},
	'phone-notifications-off': {
		step: 'prove-enrollment',
		symptoms: ['no-push-on-phone'],
		does: 'Android shows no notifications of MobilePASS+.',
		shows: 'The page waits for an answer, and the phone shows no request.',
		cure: 'Settings, MobilePASS+, "Notifications"; then ask for a new request. A passcode works at once.',
		by: 'person',
		start: (world) => permitted(world, { notifications: false }),
		seen: (world) =>
			shown(world, 'portal.waiting', 'phone-portal.waiting') &&
			enrolledHere(world) &&
			!phoneOf(world).permissions.notifications,
		tooLate: signedIn,
	},
	'phone-clock-by-hand': {
		step: 'prove-enrollment',
		symptoms: ['phone-passcode-refused'],
		does: 'Somebody set the phone’s clock by hand: it is two hours slow.',
		shows: 'Every passcode is refused, and an approved request is not completed.',
		cure: 'Settings, "Set time automatically".',
		by: 'person',
		start: (world) => phone(world, { clock: { skew: -2 * HOUR, autoTime: false } }),
		seen: (world) => world.truth?.outcome === 'clock-off' && phoneOf(world).clock.skew !== 0,
		tooLate: signedIn,
	},
	'phone-stranger': {
		step: 'prove-enrollment',
		symptoms: ['push-not-mine'],
		does: 'Somebody who knows the password logs in as the person.',
		shows: 'A login request on the phone that the person did not ask for.',
		cure: '"Deny", then "Report".',
		by: 'person',
		seen: strangerSeen,
		tooLate: () => false,
	},
};

const permitted = (world: World, change: Partial<ReturnType<typeof phoneOf>['permissions']>): World =>
	phone(world, { permissions: { ...phoneOf(world).permissions, ...change } });

/** Faults of which one World may hold one. */
export const phoneExclusions: readonly { readonly why: string; readonly of: readonly PhoneFaultId[] }[] = [
	{
		why: 'What becomes of the enrollment is one thing.',
		of: ['phone-enrollment-expired', 'phone-enrollment-used', 'phone-enrollment-locked'],
	},
	{
		why: 'A code that is lost lies in no folder.',
		of: ['verification-code-lost', 'verification-code-in-junk'],
	},
	{
		why: 'Without Android nobody comes to the QR code.',
		of: ['android-not-allowed', 'qr-code-off'],
	},
];
