import type { StepSlug } from '../domain/slugs.ts';
import { mailOf, screenOf, type Deed, type World } from '../simulator/world.ts';

/** An act, a wait in seconds, or an act that names something only the World knows. */
type Act = Deed | number | ((world: World) => Deed);
export type Leg = { readonly step: StepSlug; readonly acts: readonly Act[] };

const press = (control: string): Deed => ({ do: 'press', control });
const choose = (control: string): Deed => ({ do: 'choose', control });
const other = (deed: Deed): Deed => ({ ...deed, device: 'other' }) as Deed; // only devices' acts are given
const email = (control: string): Deed => ({ do: 'type', control, entry: { kind: 'card', value: 'email' } });
const password = (control: string): Deed => ({
	do: 'type',
	control,
	entry: { kind: 'card', value: 'computer-password' },
});
const userId = (control: string): Deed => ({
	do: 'type',
	control,
	entry: { kind: 'card', value: 'user-id' },
});
const pin = (control: string): Deed => ({ do: 'type', control, entry: { kind: 'card', value: 'pin' } });

const newestMail = (world: World) => mailOf(world.service, world.people.manager).at(-1);

/** The static password that the manager passed on. */
const staticPassword =
	(control: string) =>
	(world: World): Deed => {
		const content = newestMail(world)?.content;
		const password = content?.kind === 'static-password' ? content.password : '';
		return { do: 'type', control, entry: { kind: 'static-password', password } };
	};

/** The passcode that the app shows. */
const passcode =
	(control: string) =>
	(world: World): Deed => ({
		do: 'type',
		control,
		entry: screenOf(world).passcode ?? codeInMind(world),
	});

/** The app stays open behind the window that asks. */
function codeInMind({ laptop, now }: World) {
	const token = laptop.mobilepass.tokens[0]?.credential;
	if (!token) return { kind: 'nothing' } as const;
	const step = Math.floor((now + laptop.clock.skew) / 1000 / token.intervalSeconds);
	return { kind: 'passcode', serial: token.serial, activation: token.activation, step } as const;
}

const enrollmentMail = (world: World): Deed => {
	const mail = mailOf(world.service, world.people.user).find(({ content }) => content.kind === 'enrollment');
	return choose(`outlook.mail-${mail?.id ?? ''}`);
};
const tokenOfApp = ({ laptop }: World): Deed =>
	choose(`mobilepass.token-${laptop.mobilepass.tokens[0]?.credential.serial ?? ''}`);

/** Procedure A without trouble, from the request to Teams: every act, step by step. */
export const straightRoad: readonly Leg[] = [
	{
		step: 'request-static-password',
		acts: [
			other({
				do: 'type',
				control: 'catalog.search',
				entry: { kind: 'fact', name: 'search-static-password' },
			}),
			other(choose('catalog.static-password')),
			other(userId('catalog.user')),
			other(press('catalog.submit')),
			190,
			other(press('other.mail')),
			(world) => other(choose(`mail.mail-${newestMail(world)?.id ?? ''}`)),
		],
	},
	{
		step: 'boot-and-acknowledge',
		acts: [press('power.on'), 30, press('logon.ctrl-alt-del'), press('logon.ok')],
	},
	{ step: 'connect-to-router', acts: [press('logon.network'), press('logon.network')] },
	{
		step: 'open-network-sign-in',
		acts: [
			press('logon.network-sign-in'),
			{ do: 'type', control: 'network-sign-in.portal', entry: { kind: 'fact', name: 'portal' } },
			press('network-sign-in.submit'),
		],
	},
	{ step: 'enter-email-address', acts: [email('sign-in.email'), press('sign-in.next')] },
	{
		step: 'enter-computer-password',
		acts: [password('sign-in.password'), press('sign-in.submit'), press('company.next')],
	},
	{
		step: 'enter-static-password',
		acts: [
			staticPassword('company.password'),
			press('company.log-in'),
			staticPassword('company.password'),
			press('company.log-in'),
			press('company.yes'),
		],
	},
	{
		step: 'log-on-to-windows',
		acts: [
			press('network-sign-in.back'),
			userId('logon.user'),
			password('logon.password'),
			press('logon.enter'),
		],
	},
	{ step: 'wait-for-logon', acts: [180] },
	{ step: 'wait-for-globalprotect', acts: [90, press('globalprotect.close')] },
	{ step: 'close-loadset-message', acts: [150, press('loadset.ok')] },
	{
		step: 'start-outlook',
		acts: [
			press('taskbar.start-menu'),
			choose('start-menu.outlook'),
			email('outlook.email'),
			press('outlook.connect'),
			choose('outlook.microsoft-365'),
		],
	},
	{
		step: 'outlook-static-password',
		acts: [staticPassword('outlook.password'), press('outlook.login')],
	},
	{
		step: 'skip-outlook-mobile',
		acts: [choose('outlook.phone-box'), press('outlook.done'), 120],
	},
	{ step: 'open-mfa-email', acts: [enrollmentMail, press('outlook.self-enrollment')] },
	{
		step: 'download-mobilepass',
		acts: [press('browser.download'), 60, press('browser.open-file')],
	},
	{
		step: 'accept-license',
		acts: [press('installer.next'), choose('installer.accept'), press('installer.next')],
	},
	{
		step: 'install-mobilepass',
		acts: [choose('installer.standard'), press('installer.next'), 90, press('installer.finish')],
	},
	{
		step: 'enroll-and-create-pin',
		acts: [
			press('taskbar.start-menu'),
			choose('start-menu.mobilepass'),
			press('taskbar.browser'),
			press('browser.enroll'),
			press('prompt.open'),
			press('mobilepass.start'),
			pin('mobilepass.new-pin'),
			press('mobilepass.continue'),
			pin('mobilepass.pin-again'),
			press('mobilepass.save'),
			press('mobilepass.close-app'),
		],
	},
	{ step: 'close-self-enrollment', acts: [press('browser.close')] },
	{
		step: 'use-passcode-on-vpn',
		acts: [
			60,
			press('taskbar.start-menu'),
			choose('start-menu.mobilepass'),
			tokenOfApp,
			pin('mobilepass.pin'),
			press('mobilepass.submit'),
			press('taskbar.globalprotect'),
			passcode('globalprotect.secret'),
			press('globalprotect.sign-in'),
			press('globalprotect.close'),
		],
	},
	{
		step: 'sign-in-to-teams',
		acts: [
			30,
			press('taskbar.start-menu'),
			choose('start-menu.teams'),
			email('teams.email'),
			press('teams.next'),
			passcode('teams.passcode'),
			press('teams.sign-in'),
		],
	},
	{
		step: 'check-time-zone',
		acts: [press('taskbar.clock'), press('clock.settings'), press('settings.close')],
	},
	{ step: 'get-help', acts: [] },
];
