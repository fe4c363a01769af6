import type { Live } from '../screen.ts';
import type { World } from '../state.ts';
import * as activation from './activation.ts';
import * as browser from './browser.ts';
import { phoneOf, phoneToken } from './change.ts';
import { androidPage, devicesPage, laptopPortal, phonePortal } from './laptop-pages.ts';
import * as mail from './mail.ts';
import * as mobilepass from './mobilepass.ts';
import type { PhoneScreenName } from './names.ts';
import * as push from './push.ts';
import * as settings from './settings.ts';
import * as shell from './shell.ts';
import type { PortalPage } from './state.ts';
import * as store from './store.ts';
import * as details from './token-details.ts';
import { isOpen, removedPage, tokenPage } from './token.ts';

type Page = (world: World) => readonly Live[];

const ofToken =
	(page: (world: World, token: NonNullable<ReturnType<typeof phoneToken>>) => Live[]): Page =>
	(world) => {
		const token = phoneToken(world);
		return token ? page(world, token) : mobilepass.listPage(world);
	};

const portalPages = [
	'start',
	'username',
	'add',
	'identity',
	'password',
	'kind',
	'platform',
	'set-up',
	'choose-method',
	'waiting',
	'passcode',
	'pin-given',
	'set-pin',
	'signed-in',
] as const satisfies readonly PortalPage[];

const portals = <Prefix extends string>(prefix: Prefix, page: Page) =>
	Object.fromEntries(portalPages.map((one) => [`${prefix}.${one}`, page])) as Readonly<
		Record<`${Prefix}.${PortalPage}`, Page>
	>;

/** Every screen of the phone and of the user portal by its name. */
export const phoneScreens: Readonly<Record<PhoneScreenName, Page>> = {
	'phone.lock': shell.lockScreen,
	'phone.home': shell.homeScreen,
	'phone.camera': mobilepass.cameraPage,
	'phone-mail.list': mail.mailList,
	'phone-mail.message': mail.mailPage,
	'phone-mail.enrollment': mail.mailPage,
	'phone-mail.verification-code': mail.mailPage,
	'phone-browser.home': browser.browserHome,
	'phone-browser.enrollment': browser.enrollmentPage,
	'phone-browser.open-question': browser.openQuestion,
	'phone-browser.refused': browser.refusedPage,
	'phone-store.search': store.searchPage,
	'phone-store.app': store.appPage,
	'phone-store.installing': store.installingPage,
	'phone-store.installed': store.installedPage,
	'phone-settings.home': settings.settingsHome,
	'phone-settings.mobilepass': settings.appPermissions,
	'phone-settings.time': settings.timePage,
	'phone-mobilepass.welcome': mobilepass.welcomePage,
	'phone-mobilepass.quick-setup': mobilepass.quickSetupPage,
	'phone-mobilepass.camera-question': mobilepass.cameraQuestion,
	'phone-mobilepass.no-camera': mobilepass.noCameraPage,
	'phone-mobilepass.string': mobilepass.stringPage,
	'phone-mobilepass.one-time-passcode': activation.oneTimePage,
	'phone-mobilepass.push-authentication': activation.pushPage,
	'phone-mobilepass.allow-push': activation.allowPushPage,
	'phone-mobilepass.create-pin': activation.createPinPage,
	'phone-mobilepass.confirm-pin': activation.confirmPinPage,
	'phone-mobilepass.success': activation.successPage,
	'phone-mobilepass.list': mobilepass.listPage,
	'phone-mobilepass.unlock': ofToken(tokenPage),
	'phone-mobilepass.passcode': ofToken(tokenPage),
	'phone-mobilepass.details': ofToken(details.detailsPage),
	'phone-mobilepass.rename': ofToken(details.renamePage),
	'phone-mobilepass.biometrics-pin': ofToken(details.biometricsPinPage),
	'phone-mobilepass.change-pin': ofToken(details.changePinPage),
	'phone-mobilepass.delete': ofToken(details.deletePage),
	'phone-mobilepass.removed': removedPage,
	'phone-mobilepass.app-settings': push.appSettingsPage,
	'phone-mobilepass.history': push.historyPage,
	'phone-mobilepass.request': push.requestPage,
	'phone-mobilepass.request-pin': push.requestPinPage,
	'phone-mobilepass.approved': push.approvedPage,
	'phone-mobilepass.denied': push.deniedPage,
	'phone-mobilepass.reported': push.reportedPage,
	'phone-mobilepass.not-sent': push.notSentPage,
	...portals('phone-portal', phonePortal),
	...portals('portal', laptopPortal),
	'self-enrollment.devices': devicesPage,
	'self-enrollment.android': androidPage,
};

/** The name of what the phone shows. */
export function phoneScreen(world: World): PhoneScreenName {
	const { locked, app, store: shop, settings: page } = phoneOf(world);
	if (locked) return 'phone.lock';
	switch (app) {
		case null:
			return 'phone.home';
		case 'mail':
			return mailScreen(world);
		case 'browser':
			return browserScreen(world);
		case 'store':
			return shop === 'app' && phoneOf(world).mobilepass.installed
				? 'phone-store.installed'
				: `phone-store.${shop}`;
		case 'settings':
			return `phone-settings.${page}`;
		case 'mobilepass':
			return passScreen(world);
	}
}

function mailScreen(world: World): PhoneScreenName {
	const kind = mail.phoneMail(world)?.content.kind;
	if (kind === undefined) return 'phone-mail.list';
	return kind === 'enrollment' || kind === 'verification-code' ? `phone-mail.${kind}` : 'phone-mail.message';
}

function browserScreen(world: World): PhoneScreenName {
	const { browser: tab, portals: sites } = phoneOf(world);
	if (tab.asks) return 'phone-browser.open-question';
	return tab.page === 'portal' ? `phone-portal.${sites.phone.page}` : `phone-browser.${tab.page}`;
}

const ofOne = ['token', 'details', 'rename', 'biometrics-pin', 'change-pin', 'delete'];

function passScreen(world: World): PhoneScreenName {
	const { page } = phoneOf(world).mobilepass;
	if (page === 'camera') return 'phone.camera';
	const token = phoneToken(world);
	if (ofOne.includes(page) && !token) return 'phone-mobilepass.list';
	if (page !== 'token') return `phone-mobilepass.${page}`;
	return token && isOpen(world, token) ? 'phone-mobilepass.passcode' : 'phone-mobilepass.unlock';
}
