import { facts } from '../entries.ts';
import { faulty } from '../faults/ids.ts';
import { enrollmentSaid, lineRefusals } from '../laptop/enrollment-refusal.ts';
import { button, heading, link, value, type Live } from '../screen.ts';
import { acts, type MailContent } from '../service/service.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';
import { browser, opened, phone, phoneOf, phoneOnline } from './change.ts';
import { selectableString } from './clipboard.ts';
import { told } from './messages.ts';
import { linkTaken } from './mobilepass.ts';

/** The page behind the link of the enrollment e-mail, and the words on it (procedure B). */
export const ENROLLMENT_TITLE = 'SafeNet Authentication Service Self-Enrollment';
export const ENROLL_LINK = 'Enroll your SafeNet MobilePASS+ token';

/** The link of the enrollment e-mail opens the page in the phone's browser. */
export function linkOpened(
	world: World,
	{ task, user }: Extract<MailContent, { kind: 'enrollment' }>,
): World {
	const front = browser(opened(world, 'browser'), { message: null, asks: false });
	if (!phoneOnline(front)) return refused(browser(front, { message: 'server-not-reached' }));
	const outcome = acts.openEnrollment(front.service, { task, user }, front.now);
	const next = heard(front, 'page', null, outcome);
	if (!outcome.reply.ok) return refused(browser(next, { message: lineRefusals[outcome.reply.reason] }));
	const { session, targets } = outcome.reply.value;
	return browser(next, { page: 'enrollment', enrollment: { task, user, session, offered: targets } });
}

const refused = (world: World): World => browser(world, { page: 'refused', enrollment: null });

export const browserHome = (world: World): Live[] => [
	heading('browser.title', 'New tab'),
	link('browser.portal', 'User Portal', (before) => browser(before, { page: 'portal', message: null })),
	...told('browser.message', phoneOf(world).browser.message),
];

export function enrollmentPage(world: World): Live[] {
	const { enrollment, message } = phoneOf(world).browser;
	if (!enrollment) return [];
	const { task, user, offered } = enrollment;
	return [
		heading('browser.title', ENROLLMENT_TITLE),
		value('browser.page-address', facts['enrollment-address']),
		...(offered.includes('Android')
			? [
					link('browser.enroll', ENROLL_LINK, (before) => enrollLink(browser(before, { portalTask: null }))),
					...selectableString(world, 'browser', { kind: 'activation-string', task, user }),
				]
			: offered.map((target) => value(`browser.${target.toLowerCase().replaceAll(' ', '-')}`, target))),
		...told('browser.message', message),
		closeTab,
	];
}

/** Without the app the link leads to the store (assumed: that is how Android takes such a link). */
export function enrollLink(world: World): World {
	if (!phoneOf(world).mobilepass.installed) return phone(opened(world, 'store'), { store: 'app' });
	if (faulty(world, 'page-link-opens-nothing')) return world;
	return browser(world, { asks: true, message: null });
}

/** The phone asks before a page opens an app. */
export const openQuestion = (world: World): Live[] => [
	heading('prompt.title', 'Open in MobilePASS+?'),
	button('prompt.open', 'Open', (before) => linkTaken(browser(before, { asks: false }))),
	button('prompt.cancel', 'Cancel', (before) => browser(before, { asks: false })),
	...told('browser.message', phoneOf(world).browser.message),
];

export const refusedPage = (world: World): Live[] => [
	heading('browser.title', ENROLLMENT_TITLE),
	...enrollmentSaid('browser.message', phoneOf(world).browser.message),
	closeTab,
];

/** The page is left: its session ends, and its link enrolls no more. The string still does. */
const closeTab = button('browser.close', 'Close the tab', (before) => {
	const { enrollment } = phoneOf(before).browser;
	const left = browser(phone(before, { selection: null }), { page: 'home', enrollment: null, message: null });
	if (!enrollment) return left;
	const { task, user, session } = enrollment;
	return { ...left, service: acts.closeEnrollment(left.service, { task, user, session }, left.now).service };
});
