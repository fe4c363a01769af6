/** Push: loading this makes it a part of the Worlds that ask for it. */
import { installPart } from '../parts.ts';
import type { PushScreenName } from './names.ts';
import { begun } from './begin.ts';
import { push, pushOf } from './change.ts';
import { reachedOnLaptop, strangerAsks } from './delivery.ts';
import { faultsKept, pushFaults, pushExclusions } from './faults.ts';
import { helloChoices, helloOwner } from './hello.ts';
import { historyLink, historyPage } from './history.ts';
import * as page from './login-page.ts';
import { notification, waitingInApp } from './notification.ts';
import * as request from './request-window.ts';

export { alertsOf, requestOf, requestsOf } from './answer.ts';
export { choicesOf } from './requests.ts';
export { pushFaultIds, type PushFaultId } from './names.ts';
const windows = {
	history: 'mobilepass.history',
	'hello-owner': 'windows-hello.owner',
	'hello-choices': 'windows-hello.choices',
} as const;

installPart({
	id: 'push',
	policy: () => ({ targets: { 'Windows 10': { push: true } } }),
	begin: begun,
	screens: {
		'browser.resource': page.resourcePage,
		'browser.company-sign-in': page.companyPage,
		'browser.sign-in-method': page.methodPage,
		'browser.sign-in-passcode': page.passcodePage,
		'browser.pin-given': page.pinGivenPage,
		'browser.set-pin': page.setPinPage,
		'browser.sign-in-waiting': page.waitingPage,
		'browser.signed-in': page.signedInPage,
		'mobilepass.request': request.requestPage,
		'mobilepass.request-number': request.numberPage,
		'mobilepass.request-pin': request.pinPage,
		'mobilepass.request-approved': request.approvedPage,
		'mobilepass.request-denied': request.deniedPage,
		'mobilepass.request-reported': request.reportedPage,
		'mobilepass.request-over': request.overPage,
		'mobilepass.history': historyPage,
		'windows-hello.owner': helloOwner,
		'windows-hello.choices': helloChoices,
	} satisfies Record<PushScreenName, unknown>,
	front: (world, name) => {
		const { page: shown, window } = pushOf(world);
		if (name === 'browser.home' && shown !== 'none') return `browser.${shown}`;
		if (!name.startsWith('mobilepass.') || !window) return null;
		return window.page in windows
			? windows[window.page as keyof typeof windows]
			: `mobilepass.${window.page as Exclude<typeof window.page, keyof typeof windows>}`;
	},
	layer: (world, { device, name }, live) => {
		if (device !== 'laptop' || world.laptop.power !== 'on' || world.laptop.logon.page !== 'desktop')
			return live;
		return [
			...live,
			...(name === 'browser.home' ? [page.resourceLink] : []),
			...(name === 'mobilepass.details' ? [historyLink(world)] : []),
			...(inApp.includes(name) ? waitingInApp(world) : []),
			...notification(world),
		];
	},
	due: { 'push-page-over': (world) => world, 'push-stranger': strangerAsks },
	kept: (world) => faultsKept(request.windowKept(page.pageKept(world))),
	reached: reachedOnLaptop,
	sessionOver: (world) => push(world, { ...page.left, window: null }),
	faults: pushFaults,
	exclusions: pushExclusions,
});

/** Pages of the app on which it says how many requests wait. */
const inApp = ['mobilepass.list', 'mobilepass.welcome', 'mobilepass.unlock', 'mobilepass.passcode'];
