import type { Live } from '../screen.ts';
import type { World } from '../state.ts';
import * as activation from './activation.ts';
import * as apps from './apps.ts';
import * as browser from './browser.ts';
import * as catalog from './catalog.ts';
import { frontWindow } from './change.ts';
import * as company from './company-box.ts';
import * as desktop from './desktop.ts';
import { enrollmentPage } from './enrollment-page.ts';
import * as globalprotect from './globalprotect.ts';
import * as installer from './installer.ts';
import * as logon from './logon.ts';
import * as mailbox from './mailbox.ts';
import * as mobilepass from './mobilepass.ts';
import { tokenShown } from './mobilepass-window.ts';
import { networkFlyout, networkScreen } from './network.ts';
import * as signIn from './network-sign-in.ts';
import * as outlook from './outlook.ts';
import { powerScreen, startingScreen } from './power.ts';
import * as settings from './settings.ts';
import { clockFlyout, startMenu } from './start-menu.ts';
import type { WindowId } from './state.ts';
import * as teams from './teams.ts';
import * as token from './token.ts';
import * as details from './token-details.ts';
import { vpnBrowser } from './vpn-browser.ts';

/** Each screen by its name, `<app>.<state>`: what stands on it, and what that does. */
export const screens = {
	'power.off': powerScreen,
	'power.starting': startingScreen,
	'logon.lock': logon.lockScreen,
	'logon.notice': logon.noticeScreen,
	'logon.windows': logon.windowsScreen,
	'logon.network': networkScreen,
	'logon.network-sign-in': signIn.portalScreen,
	'logon.connecting': signIn.connectingScreen,
	'logon.sign-in-blank': signIn.blankScreen,
	'logon.sign-in-email': signIn.emailScreen,
	'logon.sign-in-password': signIn.passwordScreen,
	'logon.company-loading': signIn.loadingScreen,
	'logon.company-box': company.accountScreen,
	'logon.company-password': company.passwordScreen,
	'logon.change-password': company.changeScreen,
	'logon.pin-given': company.pinGivenScreen,
	'logon.set-pin': company.setPinScreen,
	'logon.stay-signed-in': company.staySignedInScreen,
	'logon.connected': company.connectedScreen,
	'logon.building': logon.buildingScreen,
	'desktop.plain': desktop.plainDesktop,
	'desktop.black': desktop.blackDesktop,
	'desktop.security': desktop.securityScreen,
	'desktop.network': (world: World) => [...networkFlyout(world), ...desktop.taskBar(world)],
	'desktop.loadset': desktop.loadsetScreen,
	'desktop.smartscreen': browser.smartScreen,
	'start-menu.open': startMenu,
	'clock.open': clockFlyout,
	'globalprotect.welcome': globalprotect.welcomePage,
	'globalprotect.message': globalprotect.messagePage,
	'globalprotect.panel': globalprotect.panel,
	'globalprotect.sign-in': globalprotect.signInPage,
	'globalprotect.change-password': globalprotect.changePage,
	'globalprotect.pin-given': globalprotect.pinGivenPage,
	'globalprotect.set-pin': globalprotect.setPinPage,
	'outlook.welcome': outlook.welcomePage,
	'outlook.email': outlook.emailPage,
	'outlook.server-settings': outlook.serverSettingsPage,
	'outlook.password': outlook.passwordPage,
	'outlook.change-password': outlook.changePage,
	'outlook.pin-given': outlook.pinGivenPage,
	'outlook.set-pin': outlook.setPinPage,
	'outlook.error': outlook.errorPage,
	'outlook.added': outlook.addedPage,
	'outlook.phone': outlook.phonePage,
	'outlook.setting-up': outlook.settingUpPage,
	'outlook.restart': outlook.restartPage,
	'outlook.mailbox': mailbox.mailboxPage,
	'outlook.mail': mailPage,
	'outlook.mfa-email': mailPage,
	'browser.home': browser.homePage,
	'browser.self-enrollment': enrollmentPage,
	'browser.download': enrollmentPage,
	'browser.enroll-link': enrollmentPage,
	'browser.refused': browser.refusedPage,
	'browser.unreachable': browser.unreachablePage,
	'browser.downloads': browser.downloadsPage,
	'browser.web-mail': browser.webMailPage,
	'browser.open-prompt': browser.openPrompt,
	'browser.vpn-sign-in': vpnBrowser,
	'installer.welcome': installer.welcomePage,
	'installer.busy': installer.busyPage,
	'installer.older': installer.olderPage,
	'installer.maintenance': installer.maintenancePage,
	'installer.license': installer.licensePage,
	'installer.configuration': installer.configurationPage,
	'installer.admin': installer.adminPage,
	'installer.progress': installer.progressPage,
	'installer.finish': installer.finishPage,
	'installer.rolled-back': installer.rolledBackPage,
	'mobilepass.account-information': mobilepass.accountPage,
	'mobilepass.sharing-error': mobilepass.sharingErrorPage,
	'mobilepass.welcome': mobilepass.welcomePage,
	'mobilepass.string': mobilepass.stringPage,
	'mobilepass.start': activation.startPage,
	'mobilepass.create-pin': activation.createPinPage,
	'mobilepass.confirm-pin': activation.confirmPinPage,
	'mobilepass.enrolled': activation.enrolledPage,
	'mobilepass.list': mobilepass.listPage,
	'mobilepass.unlock': ofToken(token.tokenPage),
	'mobilepass.passcode': ofToken(token.tokenPage),
	'mobilepass.details': ofToken(details.detailsPage),
	'mobilepass.change-pin': ofToken(details.changePinPage),
	'mobilepass.delete': ofToken(details.deletePage),
	'mobilepass.removed': token.removedPage,
	'mobilepass-8.open': mobilepass.eightScreen,
	'teams.blank': teams.blankPage,
	'teams.account': teams.accountPage,
	'teams.email': teams.emailPage,
	'teams.passcode': teams.passcodePage,
	'teams.pin-given': teams.pinGivenPage,
	'teams.set-pin': teams.setPinPage,
	'teams.ready': teams.readyPage,
	'settings.home': settings.homePage,
	'settings.time': settings.timePage,
	'settings.apps': apps.appsPage,
	'settings.uninstall': apps.uninstallPage,
	'settings.notifications': settings.notificationsPage,
	'settings.credentials': settings.credentialsPage,
	'catalog.search': catalog.searchPage,
	'catalog.static-password-form': catalog.formPage,
	'catalog.token-form': catalog.formPage,
	'catalog.submitted': catalog.submittedPage,
	'catalog.refused': catalog.refusedPage,
	'mail.list': catalog.mailListPage,
	'mail.message': catalog.mailPage,
	'mail.static-password': catalog.mailPage,
} satisfies Record<string, (world: World) => readonly Live[]>;
export type CoreScreenName = keyof typeof screens;

/** The name of what the new computer shows. */
export function laptopScreen(world: World): CoreScreenName {
	const { laptop } = world;
	if (laptop.power !== 'on') return `power.${laptop.power}`;
	if (laptop.logon.page !== 'desktop') return `logon.${laptop.logon.page}`;
	if (laptop.overlay) return overlays[laptop.overlay];
	const front = frontWindow(laptop);
	return front ? windows[front](world) : 'desktop.plain';
}

/** The name of what the manager's computer shows. */
export function otherScreen({ other, service, people }: World): CoreScreenName {
	if (other.front === 'browser') return `catalog.${other.catalog.page}`;
	const mail = mailbox.mailOfId(service, people.manager, other.mail);
	if (!mail) return 'mail.list';
	return mail.content.kind === 'static-password' ? 'mail.static-password' : 'mail.message';
}

const overlays = {
	'start-menu': 'start-menu.open',
	clock: 'clock.open',
	network: 'desktop.network',
	black: 'desktop.black',
	security: 'desktop.security',
	smartscreen: 'desktop.smartscreen',
	'smartscreen-details': 'desktop.smartscreen',
	'open-prompt': 'browser.open-prompt',
} as const satisfies Record<NonNullable<World['laptop']['overlay']>, CoreScreenName>;

const windows: Readonly<Record<WindowId, (world: World) => CoreScreenName>> = {
	globalprotect: ({ laptop }) => `globalprotect.${laptop.vpn.page}`,
	'vpn-browser': () => 'browser.vpn-sign-in',
	loadset: () => 'desktop.loadset',
	outlook: outlookScreen,
	browser: browserScreen,
	installer: ({ laptop }) => `installer.${laptop.installer.page}`,
	mobilepass: mobilepassScreen,
	'mobilepass-8': () => 'mobilepass-8.open',
	teams: ({ laptop }) => `teams.${laptop.teams.page}`,
	settings: ({ laptop }) => `settings.${laptop.settings}`,
};

function outlookScreen(world: World): CoreScreenName {
	const { page } = world.laptop.outlook;
	const mail = page === 'mailbox' ? mailbox.openMail(world) : undefined;
	if (!mail) return `outlook.${page}`;
	return mail.content.kind === 'enrollment' ? 'outlook.mfa-email' : 'outlook.mail';
}

/** The enrollment page by how far the download on it has come. */
function browserScreen({ laptop: { browser: state } }: World): CoreScreenName {
	if (state.page !== 'enrollment') return `browser.${state.page}`;
	if (state.download === 'none') return 'browser.self-enrollment';
	return state.download === 'opened' ? 'browser.enroll-link' : 'browser.download';
}

function mobilepassScreen(world: World): CoreScreenName {
	const { page, unlocked } = world.laptop.mobilepass;
	const ofOne = page === 'token' || page === 'details' || page === 'change-pin' || page === 'delete';
	const shown = ofOne ? tokenShown(world) : undefined;
	if (page !== 'token') return ofOne && !shown ? 'mobilepass.list' : `mobilepass.${page}`;
	if (!shown) return 'mobilepass.list';
	const open = shown.pin === null || unlocked.includes(shown.credential.serial);
	return open ? 'mobilepass.passcode' : 'mobilepass.unlock';
}

function ofToken(page: (world: World, shown: NonNullable<ReturnType<typeof tokenShown>>) => Live[]) {
	return (world: World): Live[] => {
		const shown = tokenShown(world);
		return shown ? page(world, shown) : mobilepass.listPage(world);
	};
}

function mailPage(world: World): Live[] {
	const mail = mailbox.openMail(world);
	return mail ? mailbox.mailPage(world, mail) : mailbox.mailboxPage(world);
}
