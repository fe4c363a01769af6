import { mended } from '../faults/ids.ts';
import { button, choice, heading, link, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { inbox } from '../wires.ts';
import { inCompanyNetwork, overlaid, part } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { addressBar, downloadBar, installerOpened } from './enrollment-page.ts';
import { enrollmentSaid } from './enrollment-refusal.ts';
import { subjectOf } from './mailbox.ts';
import { said } from './messages.ts';
import { linkTaken } from './mobilepass.ts';
import { pageClosed } from './session.ts';

const around = (world: World): Live[] => [
	...addressBar(world),
	...frame('browser', pageClosed),
	...taskBar(world),
];

const toDownloads = choice('browser.downloads', 'Downloads', (before) =>
	part(before, 'browser', { page: 'downloads' }),
);

export const homePage = (world: World): Live[] => [
	heading('browser.title', 'New tab'),
	toDownloads,
	link('browser.web-mail', 'Web mail', webMailOpened),
	...said('browser.message', world.laptop.browser.message),
	...around(world),
];

/** Web mail signs in by the company's connection (assumed). */
const webMailOpened = (world: World): World =>
	part(
		world,
		'browser',
		inCompanyNetwork(world)
			? { page: 'web-mail', message: null }
			: { page: 'home', message: 'server-not-reached' },
	);

/** The mailbox in the browser, to look whether it is there (facts 7, step 13): subjects, newest first. */
export const webMailPage = (world: World): Live[] => [
	heading('browser.title', 'Web mail'),
	heading('browser.inbox', 'Inbox'),
	...[...inbox(world, 'user')].reverse().map((mail) => value(`browser.mail-${mail.id}`, subjectOf(mail))),
	button('browser.back', 'Back', (before) => part(before, 'browser', { page: 'home' })),
	...around(world),
];

/** The link leads nowhere: the page says what became of the enrollment, and who can help. */
export const refusedPage = (world: World): Live[] => [
	heading('browser.title', 'Self Enrollment'),
	...enrollmentSaid('browser.message', world.laptop.browser.message),
	...around(world),
];

/** Another address than that of the enrollment: this computer cannot open it. */
export const unreachablePage = (world: World): Live[] => [
	heading('browser.title', 'This page can’t be reached'),
	...said('browser.message', world.laptop.browser.message),
	toDownloads,
	...around(world),
];

export const downloadsPage = (world: World): Live[] => [
	heading('browser.title', 'Downloads'),
	...downloadBar(world),
	button('browser.back', 'Back', (before) =>
		part(before, 'browser', { page: before.laptop.browser.enrollment ? 'enrollment' : 'home' }),
	),
	...around(world),
];

/** The browser asks before a page opens an app; with the tick, "Open" is remembered for the site (facts 6.5). */
export function openPrompt(world: World): Live[] {
	const { ticked } = world.laptop.browser;
	const open = (before: World) =>
		linkTaken(overlaid(part(before, 'browser', { allowed: before.laptop.browser.ticked }), null));
	return [
		heading('prompt.title', 'Open MobilePASS+?'),
		choice(
			'prompt.always',
			'Always allow this site to open links of this type',
			(before) => part(before, 'browser', { ticked: !before.laptop.browser.ticked }),
			ticked,
		),
		button('prompt.open', 'Open', open),
		button('prompt.cancel', 'Cancel', (before) => overlaid(before, null)),
	];
}

/** The reputation warning of Windows (facts 6.5). */
export function smartScreen(world: World): Live[] {
	const details = (before: World) => overlaid(before, 'smartscreen-details');
	const run = (before: World) => installerOpened(overlaid(mended(before, 'windows-protects-pc'), null));
	const more = world.laptop.overlay === 'smartscreen-details';
	return [
		heading('smartscreen.title', 'Windows protected your PC'),
		...(more
			? [button('smartscreen.run', 'Run anyway', run)]
			: [link('smartscreen.more', 'More info', details)]),
		button('smartscreen.leave', 'Don’t run', (before) => overlaid(before, null)),
	];
}
