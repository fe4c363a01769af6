import { cleared, draftOf, drafted } from '../drafts.ts';
import { enrollmentSaid } from '../laptop/enrollment-refusal.ts';
import { mended } from '../faults/ids.ts';
import { button, choice, field, heading, link, type Live, value } from '../screen.ts';
import type { World } from '../state.ts';
import { contacted } from './activation.ts';
import { listOrWelcome, opened, pass, phone, phoneOf, turnTo } from './change.ts';
import { told } from './messages.ts';
import { scanned } from './scan.ts';
import type { PhoneMessageId } from './state.ts';
import { tokenText } from './token.ts';

/** From the home screen: back where an activation waits, else to the tokens. Once opened, its links are known. */
export function started(world: World): World {
	const known = mended(pass(opened(world, 'mobilepass'), { opened: true }), 'page-link-opens-nothing');
	const { page, pending } = phoneOf(known).mobilepass;
	const stays = pending !== null || page === 'success' || page === 'request' || page === 'request-pin';
	return stays ? known : turnTo(known, listOrWelcome(known));
}

/** The enroll link of the page opens the app with the activation already in. */
export function linkTaken(world: World): World {
	const { enrollment, portalTask } = phoneOf(world).browser;
	const started = pass(opened(world, 'mobilepass'), { opened: true });
	if (portalTask !== null) {
		// the portal's page is no session of the e-mail's link: its code goes along
		const entry = { kind: 'activation-string', task: portalTask, user: world.people.user } as const;
		return contacted(pass(started, { pending: { by: 'string', entry }, page: 'welcome' }));
	}
	if (!enrollment) return started;
	const { task, user, session } = enrollment;
	return contacted(pass(started, { pending: { by: 'link', task, user, session } }));
}

/** A message of an activation, with what to do about one that has ended. */
const saidOfEnrollment = (message: PhoneMessageId | null): Live[] =>
	message === 'enrollment-expired' ||
	message === 'enrollment-locked' ||
	message === 'enrollment-removed' ||
	message === 'enrollment-done'
		? enrollmentSaid('mobilepass.message', message)
		: told('mobilepass.message', message);

/** The welcome pages; in the words of the vendor's pages they are swiped (facts 4). */
export const welcomePage = (world: World): Live[] => [
	heading('mobilepass.title', 'Welcome to MobilePASS+'),
	button('mobilepass.get-started', 'Get Started', (before) => turnTo(before, 'quick-setup')),
	...saidOfEnrollment(phoneOf(world).mobilepass.message),
];

export const quickSetupPage = (world: World): Live[] => [
	heading('mobilepass.title', 'Quick Setup'),
	button('mobilepass.activate', 'Activate', toCamera),
	...saidOfEnrollment(phoneOf(world).mobilepass.message),
	button('mobilepass.back', 'Back', (before) => turnTo(before, listOrWelcome(before))),
];

/** "Activate" opens the camera; the first time Android asks whether the app may use it. */
function toCamera(world: World): World {
	const { camera } = phoneOf(world).permissions;
	if (camera === 'ask') return turnTo(world, 'camera-question');
	return turnTo(world, camera === 'allowed' ? 'camera' : 'no-camera');
}

const answered = (camera: 'allowed' | 'refused') => (world: World) =>
	turnTo(
		phone(world, { permissions: { ...phoneOf(world).permissions, camera } }),
		camera === 'allowed' ? 'camera' : 'no-camera',
	);

export const cameraQuestion = (): Live[] => [
	heading('prompt.title', 'Allow MobilePASS+ to take pictures and record video?'),
	button('prompt.allow', 'Allow', answered('allowed')),
	button('prompt.deny', 'Deny', answered('refused')),
];

const noQrCode = link('mobilepass.no-qr-code', 'No QR Code?', (before) => turnTo(before, 'string'));

export const noCameraPage = (): Live[] => [
	heading('mobilepass.title', 'Scan QR Code'),
	value('mobilepass.message', 'MobilePASS+ may not use the camera.'),
	button('mobilepass.open-settings', 'Open settings', (before) =>
		phone(opened(turnTo(before, 'quick-setup'), 'settings'), { settings: 'mobilepass' }),
	),
	noQrCode,
	button('mobilepass.back', 'Back', (before) => turnTo(before, 'quick-setup')),
];

/** What the camera sees is what the computer's screen shows at that moment. */
export const cameraPage = (world: World): Live[] => [
	heading('mobilepass.title', 'Scan QR Code'),
	button('mobilepass.scan', 'Point the camera at the computer’s screen', scan),
	...saidOfEnrollment(phoneOf(world).mobilepass.message),
	noQrCode,
	button('mobilepass.back', 'Back', (before) => turnTo(before, 'quick-setup')),
];

function scan(world: World): World {
	const seen = scanned(world);
	if (typeof seen === 'string') return turnTo(world, 'camera', seen);
	return contacted(pass(world, { pending: { by: 'string', entry: seen } }));
}

const STRING = 'mobilepass.string';

/** The string that was copied, pasted (procedure B, "copy-paste"). */
export function stringPage(world: World): Live[] {
	const paste = (before: World) => {
		const { clipboard } = phoneOf(before);
		return clipboard
			? turnTo(drafted(before, 'phone', STRING, clipboard), 'string')
			: turnTo(before, 'string', 'nothing-to-paste');
	};
	const activate = (before: World) => {
		const entry = draftOf(before, 'phone', STRING);
		const emptied = cleared(before, 'phone', STRING);
		return entry ? contacted(pass(emptied, { pending: { by: 'string', entry } })) : emptied;
	};
	return [
		heading('mobilepass.title', 'Activation string'),
		...field(world, 'phone', STRING, 'Activation string', 'activation-string'),
		button('mobilepass.paste', 'Paste', paste),
		button('mobilepass.activate', 'Activate', activate, draftOf(world, 'phone', STRING) !== null),
		...saidOfEnrollment(phoneOf(world).mobilepass.message),
		button('mobilepass.back', 'Back', (before) => turnTo(cleared(before, 'phone', STRING), 'quick-setup')),
	];
}

/** "Add" leads to any of the methods for a further token (procedure B). */
export const listPage = (world: World): Live[] => [
	heading('mobilepass.title', 'MobilePASS+'),
	...phoneOf(world).mobilepass.tokens.map((token) =>
		choice(`mobilepass.token-${token.credential.serial}`, tokenText(world, token), (before) =>
			turnTo(pass(before, { serial: token.credential.serial }), 'token'),
		),
	),
	button('mobilepass.add', 'Add', (before) => turnTo(before, 'quick-setup')),
	button('mobilepass.app-settings', 'Settings', (before) => turnTo(before, 'app-settings')),
	...saidOfEnrollment(phoneOf(world).mobilepass.message),
];
