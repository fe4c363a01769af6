import { awaited } from '../queue.ts';
import { mailOf, setPasswordOf, userOf } from '../service/service.ts';
import { logonOrder, outlookOrder, type LogonPlace, type OutlookPage } from '../laptop/order.ts';
import type { World } from '../state.ts';
import { isForeign, own, partFault } from '../parts.ts';
import type { AnyFaultId, FaultId } from './ids.ts';

type When = (world: World) => boolean;
const never: When = () => false;

/** The logon has come further than this page. Behind "Back" the network sign-in is done. */
const beyond =
	(page: LogonPlace): When =>
	({ laptop: { logon } }) => {
		const here = logon.page === 'network' ? logon.back : logon.page;
		const reached = logon.tunnel && here === 'windows' ? 'connected' : here;
		return reached !== 'network' && logonOrder.indexOf(reached) > logonOrder.indexOf(page);
	};

const enrolledHere: When = ({ laptop }) => laptop.mobilepass.tokens.length > 0;
const pageOpen: When = (world) => world.laptop.browser.enrollment !== null || enrolledHere(world);
const activating: When = (world) => world.laptop.mobilepass.pending !== null || enrolledHere(world);
const installed: When = ({ laptop: { mobilepass, installer } }) =>
	mobilepass.installed === 'standard' || mobilepass.installed === 'shared' || installer.page === 'finish';
const installing: When = ({ laptop }) =>
	laptop.mobilepass.installed !== null || laptop.windows.includes('installer');
const teamsOpen: When = ({ laptop }) => laptop.teams.page === 'ready' || laptop.windows.includes('teams');
const teamsReady: When = ({ laptop }) => laptop.teams.page === 'ready';
const connects: When = (world) =>
	world.laptop.logon.page === 'desktop' && !awaited(world, 'globalprotect-message');
const profileThere: When = ({ laptop }) => laptop.profile || laptop.logon.page === 'desktop';
const loadsetCame: When = ({ laptop }) => laptop.loadset !== 'none';

const outlookBeyond =
	(page: OutlookPage): When =>
	(world) =>
		outlookOrder.indexOf(world.laptop.outlook.page) > outlookOrder.indexOf(page) || enrolledHere(world);

/** No static password is needed any more: Outlook has had it, and the connection stands. */
const passwordDone: When = (world) =>
	enrolledHere(world) || (outlookBeyond('change-password')(world) && world.laptop.vpn.state === 'on');

/** The e-mail with the static password that is set has come. */
function passwordCame(world: World): boolean {
	const user = userOf(world.service, world.people.user);
	const set = user && setPasswordOf(user);
	const came = mailOf(world.service, world.people.manager).some(
		({ content }) => content.kind === 'static-password' && content.password === set?.id,
	);
	return came || passwordDone(world) || user?.passwords.some(({ state }) => state === 'changed') === true;
}
const passwordSet: When = (world) => {
	const user = userOf(world.service, world.people.user);
	return passwordDone(world) || (user !== undefined && setPasswordOf(user) !== undefined);
};

/** Is it too late to put this fault in: is the thing that it spoils done, or not there? */
export const isTooLate = (world: World, id: AnyFaultId): boolean =>
	isForeign(world, id) || (own<When>(tooLate, id) ?? partFault(id)?.tooLate ?? never)(world);

const tooLate: Readonly<Record<FaultId, When>> = {
	'password-email-late': passwordCame,
	'password-email-lost': passwordCame,
	'old-token-active': passwordDone,
	'old-static-password': passwordDone,
	'wrong-user-id-sent': passwordSet,
	'no-power': ({ laptop }) => laptop.power !== 'off',
	'other-name-shown': beyond('connected'),
	'keyboard-not-ready': (world) => beyond('lock')(world) || world.laptop.keyboard !== 'dock',
	'notice-absent': (world) => beyond('lock')(world) || world.laptop.logon.acknowledged,
	'cable-loose': never,
	'guest-wifi': never,
	'weak-wifi': never,
	'no-sign-in-icon': beyond('windows'),
	'wrong-portal-left': beyond('network-sign-in'),
	'connecting-forever': beyond('network-sign-in'),
	'email-at-other-domain': outlookBeyond('error'),
	'sign-in-box-blank': beyond('connecting'),
	'caps-lock-on': outlookBeyond('password'),
	'computer-account-locked': beyond('connected'),
	'company-box-slow': beyond('sign-in-password'),
	'static-password-used-up': passwordDone,
	'static-password-must-change': passwordDone,
	'sign-in-loops-back': beyond('company-password'),
	'tunnel-drops': (world) =>
		beyond('connected')(world) || (world.laptop.logon.tunnel && world.laptop.logon.page !== 'connected'),
	'trust-failed': beyond('connected'),
	'thrown-back': beyond('building'),
	'profile-slow': profileThere,
	'black-desktop': beyond('building'),
	'temporary-profile': profileThere,
	'vpn-not-connected': connects,
	'sign-in-hidden': connects,
	'browser-tab-opened': connects,
	'welcome-page-stays': connects,
	'many-messages': connects,
	'restart-wanted': loadsetCame,
	'loadset-failed': loadsetCame,
	'loadset-missing': loadsetCame,
	'new-outlook-look': (world) => outlookBeyond('email')(world) || world.laptop.windows.includes('outlook'),
	'outlook-password-loop': outlookBeyond('password'),
	'saved-password-in-the-way': outlookBeyond('password'),
	'outlook-needs-restart': outlookBeyond('password'),
	'no-phone-box': outlookBeyond('added'),
	'outlook-must-restart': outlookBeyond('setting-up'),
	'mfa-email-in-other': (world) => pageOpen(world) || world.laptop.outlook.mail !== null,
	'mfa-email-in-junk': (world) => pageOpen(world) || world.laptop.outlook.mail !== null,
	'mfa-email-late': outlookBeyond('restart'),
	'mfa-email-expired': pageOpen,
	'two-mfa-emails': activating,
	'enrollment-removed': activating,
	'enrollment-locked': activating,
	'download-held': (world) => installed(world) || ['ready', 'opened'].includes(world.laptop.browser.download),
	'windows-protects-pc': installing,
	'only-phones-listed': pageOpen,
	'older-version-installed': installing,
	'another-installation-running': installing,
	'admin-password-asked': (world) =>
		installed(world) || ['configuration', 'progress'].includes(world.laptop.installer.page),
	'install-rolls-back': installed,
	'install-hangs': installed,
	'no-open-question': ({ laptop }) => laptop.mobilepass.launched,
	'wrong-browser': pageOpen,
	'old-app-opens': activating,
	'activation-code-used': activating,
	'trivial-pin-refused': enrolledHere,
	'clock-set-by-hand': teamsReady,
	'clock-fast-5-minutes': teamsReady,
	'clock-fast-90-seconds': teamsReady,
	'two-failures-already': (world) => enrolledHere(world) && !awaited(world, 'session-ends'),
	'teams-loops': teamsReady,
	'teams-blank': teamsOpen,
	'personal-account-asked': teamsOpen,
	'teams-missing': teamsOpen,
	'wrong-zone': never,
	'zone-jumps-back': never,
	'settings-grayed': never,
};
