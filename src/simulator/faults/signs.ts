import { messages } from '../laptop/messages.ts';
import { deviceScreen } from '../device-screen.ts';
import { HOME_ZONE, zoneTexts } from '../laptop/state.ts';
import type { MailFolder } from '../policy.ts';
import { mailOf, userOf, type StaticPassword } from '../service/service.ts';
import type { World } from '../state.ts';
import { on, says } from './fault.ts';

/** The manager looks at the mail, this long after the request, and the e-mail has not come. */
export const waitedFor =
	(time: number) =>
	(world: World): boolean => {
		const { service, people, now } = world;
		if (!on('mail.list', undefined, 'other')(world)) return false;
		const set = userOf(service, people.user)?.passwords.findLast(({ state }) => state === 'set');
		const came = mailOf(service, people.manager).some(
			({ content }) => content.kind === 'static-password' && content.password === set?.id,
		);
		return set !== undefined && !came && now - set.setAt >= time;
	};

/** The person's static password in the e-mail that the manager reads. */
export function mailedPassword(world: World): StaticPassword | undefined {
	if (!on('mail.static-password', undefined, 'other')(world)) return undefined;
	const { service, people, other } = world;
	const content = mailOf(service, people.manager).find(({ id }) => id === other.mail)?.content;
	if (content?.kind !== 'static-password' || content.user !== people.user) return undefined;
	return userOf(service, people.user)?.passwords.find(({ id }) => id === content.password);
}

export const appPages = ['mobilepass.welcome', 'mobilepass.string', 'mobilepass.list'] as const;

/** The user's enrollment e-mails that have come, oldest first. */
export const enrollmentMails = ({ service, people }: World) =>
	mailOf(service, people.user).filter(({ content }) => content.kind === 'enrollment');

/** The mailbox is in front as it opens, without the MFA e-mail: it lies in another folder. */
export const liesIn =
	(folder: MailFolder) =>
	(world: World): boolean =>
		on('outlook.mailbox')(world) &&
		world.laptop.outlook.folder === 'Focused' &&
		enrollmentMails(world).at(-1)?.folder === folder;

/** A sign-in was refused, and it was for the clock. */
export const refusedForClock = (world: World): boolean =>
	world.truth?.outcome === 'clock-off' &&
	says(['globalprotect.sign-in', 'browser.vpn-sign-in', 'teams.passcode'], messages['sign-in-failed'])(world);

/** The calendar over the task bar, or the settings, name another zone than that of the place. */
export function zoneReadsWrong(world: World): boolean {
	const { name, live } = deviceScreen(world, 'laptop');
	if (name !== 'clock.open' && name !== 'settings.time') return false;
	return live.some(
		({ id, text, chosen }) =>
			text !== zoneTexts[HOME_ZONE] && (id === 'clock.zone' || (id.startsWith('settings.zone-') && chosen)),
	);
}
