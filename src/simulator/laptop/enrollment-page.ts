import { facts, isFact } from '../entries.ts';
import { cleared, draftOf } from '../drafts.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE } from '../queue.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import { acts, textOf, type MailContent } from '../service/service.ts';
import type { World } from '../state.ts';
import { entryText, heard } from '../wires.ts';
import { online, overlaid, part, shown } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { lineRefusals } from './enrollment-refusal.ts';
import { said } from './messages.ts';
import { linkTaken } from './mobilepass.ts';
import { enrollmentLeft, pageClosed } from './session.ts';

/** The link of the enrollment e-mail opens the page in the browser that Windows takes for links. */
export function linkOpened(world: World, content: MailContent): World {
	if (content.kind !== 'enrollment') return world;
	const wrong = faulty(world, 'wrong-browser');
	return opensPage(part(world, 'browser', { wrong }), content.task, content.user);
}

function opensPage(world: World, task: string, user: string): World {
	const lastLink = { task, user };
	const front = shown(part(world, 'browser', { message: null, lastLink }), 'browser');
	if (!online(front)) return refused(part(front, 'browser', { message: 'server-not-reached' }));
	const outcome = acts.openEnrollment(front.service, { task, user }, front.now);
	const next = heard(front, 'page', null, outcome);
	if (!outcome.reply.ok) {
		const message = lineRefusals[outcome.reply.reason];
		return refused(part(next, 'browser', { message }));
	}
	const { session, targets } = outcome.reply.value;
	const enrollment = { task, user, session, offered: targets };
	return part(next, 'browser', { page: 'enrollment', enrollment });
}

const refused = (world: World): World => part(world, 'browser', { page: 'refused', enrollment: null });

/** The address box: an enrollment page found in one browser can be opened in another. */
export function addressBar(world: World): Live[] {
	const go = (before: World) => {
		const typed = draftOf(before, 'laptop', 'browser.address');
		const emptied = cleared(before, 'laptop', 'browser.');
		const last = before.laptop.browser.lastLink;
		if (!typed) return emptied;
		if (!isFact(typed, 'enrollment-address') || !last)
			return part(enrollmentLeft(emptied), 'browser', { page: 'unreachable', message: 'server-not-reached' });
		return opensPage(mended(emptied, 'wrong-browser'), last.task, last.user);
	};
	return [
		...field(world, 'laptop', 'browser.address', 'Address', 'enrollment-address', entryText(world)),
		button('browser.go', 'Go', go, draftOf(world, 'laptop', 'browser.address') !== null),
	];
}

/** Steps 16 and 19: one page, from the download to the link that enrolls. It does not refresh itself. */
export function enrollmentPage(world: World): Live[] {
	const { browser } = world.laptop;
	const { enrollment } = browser;
	if (!enrollment) return [];
	const { task, user, offered } = enrollment;
	const string = textOf(world.service, user, { kind: 'activation-string', task, user }) ?? '';
	return [
		heading('browser.title', 'Self Enrollment'),
		value('browser.page-address', facts['enrollment-address']),
		...(offered.includes('Windows 10')
			? [
					button('browser.download', 'Download and Install', download),
					link('browser.enroll', 'Enroll your MobilePASS+', enrollLink),
					value('browser.string', string),
				]
			: offered.map((target) => value(`browser.${target.toLowerCase().replaceAll(' ', '-')}`, target))),
		...said('browser.message', browser.message),
		...downloadBar(world),
		choice('browser.downloads', 'Downloads', (before) => part(before, 'browser', { page: 'downloads' })),
		...addressBar(world),
		...frame('browser', pageClosed),
		...taskBar(world),
	];
}

function download(world: World): World {
	const { download: state } = world.laptop.browser;
	if (state === 'running' || state === 'ready' || state === 'held') return world;
	if (!online(world)) return part(world, 'browser', { message: 'server-not-reached' });
	return enqueue(part(world, 'browser', { download: 'running', message: null }), 'download-ready', MINUTE);
}

export const downloadReady = (world: World): World =>
	world.laptop.browser.download === 'running'
		? part(world, 'browser', { download: faulty(world, 'download-held') ? 'held' : 'ready' })
		: world;

/** The bar at the bottom of the window, and what the list of downloads offers. */
export function downloadBar(world: World): Live[] {
	const file = value('browser.file', 'MobilePASS+ Setup.msi');
	const keep = (before: World) => part(mended(before, 'download-held'), 'browser', { download: 'ready' });
	switch (world.laptop.browser.download) {
		case 'none':
			return [];
		case 'running':
			return [file, value('browser.downloading', 'Downloading')];
		case 'held':
			return [file, button('browser.keep', 'Keep', keep)];
		default:
			return [file, button('browser.open-file', 'Open file', openFile)];
	}
}

function openFile(world: World): World {
	const opened = part(world, 'browser', { download: 'opened' });
	if (faulty(opened, 'windows-protects-pc')) return overlaid(opened, 'smartscreen');
	return installerOpened(opened);
}

/** The wizard in front; a program that is being installed elsewhere keeps it waiting. */
export function installerOpened(world: World): World {
	const { installer, mobilepass } = world.laptop;
	if (world.laptop.windows.includes('installer') && installer.page === 'progress')
		return shown(world, 'installer');
	const page = faulty(world, 'another-installation-running')
		? 'busy'
		: mobilepass.installed === null
			? 'welcome'
			: mobilepass.installed === 'older'
				? 'older'
				: 'maintenance';
	const next = part(world, 'installer', { page, accepted: false, kind: null, kept: null });
	return shown(page === 'busy' ? busy(next) : next, 'installer');
}

const busy = (world: World): World =>
	world.queue.some((due) => due.what === 'install-free')
		? world
		: enqueue(world, 'install-free', 10 * MINUTE, true);

function enrollLink(world: World): World {
	const { browser, mobilepass } = world.laptop;
	const installed = mobilepass.installed !== null;
	// Without the app nothing opens (facts 8.4); the other browser knows no app either.
	if (!installed || browser.wrong) return part(world, 'browser', { message: 'link-does-nothing' });
	if (faulty(world, 'no-open-question') && !mobilepass.launched) return world;
	if (browser.allowed) return linkTaken(world);
	return overlaid(part(world, 'browser', { ticked: false }), 'open-prompt');
}
