import type { Entry, World } from '../../simulator/world.ts';
import {
	card,
	controlOf,
	faulty,
	fill,
	fillSecret,
	mailUnderWay,
	newestLink,
	serverPinMove,
	unmet,
	use,
	wait,
	type Move,
} from './sight.ts';

/** The next move in Outlook, down to the link of the MFA e-mail. */
export function outlookMove(world: World, name: string): Move {
	const { outlook } = world.laptop;
	switch (name) {
		case 'outlook.welcome':
			return use(world, 'outlook.continue');
		case 'outlook.email':
			if (outlook.asksType) return use(world, 'outlook.microsoft-365');
			return fill(world, { 'outlook.email': oldAddress(world) ?? card('email') }, 'outlook.connect');
		case 'outlook.server-settings':
			return use(world, 'outlook.back');
		case 'outlook.password':
			if (outlook.looped && asksAnew(world)) return use(world, 'outlook.close');
			if (outlook.message === 'password-refused' && world.laptop.capsLock && !unmet(world, 'caps-lock-on'))
				return use(world, 'keyboard.caps-lock');
			return fillSecret(world, 'outlook.password', 'outlook.login');
		case 'outlook.change-password': {
			const entry = card('next-static-password');
			return fill(world, { 'outlook.new': entry, 'outlook.new-again': entry }, 'outlook.change-password');
		}
		case 'outlook.pin-given':
		case 'outlook.set-pin':
			return serverPinMove(world, 'outlook');
		case 'outlook.error':
			return use(world, 'outlook.close');
		case 'outlook.added':
			return use(world, controlOf(world, 'outlook.phone-box')?.chosen ? 'outlook.phone-box' : 'outlook.done');
		case 'outlook.phone':
			return use(world, 'outlook.skip');
		case 'outlook.restart':
			return use(world, 'outlook.ok');
		case 'outlook.setting-up':
			return wait(20);
		default:
			return mailboxMove(world);
	}
}

/** Opened anew it takes the password, or shows that it still asks. */
const asksAnew = (world: World): boolean =>
	faulty(world, 'outlook-password-loop') ||
	(faulty(world, 'saved-password-in-the-way') && unmet(world, 'saved-password-in-the-way'));

/** The address of before, as long as nobody has met the move. */
function oldAddress(world: World): Entry | null {
	if (!faulty(world, 'email-at-other-domain') || !unmet(world, 'email-at-other-domain')) return null;
	return { kind: 'near-miss', of: { kind: 'card', value: 'email' }, how: 'other-domain' };
}

function mailboxMove(world: World): Move {
	const link = newestLink(world);
	const fromTop = unmet(world, 'two-mfa-emails') && world.laptop.outlook.mail !== null;
	if (fromTop) return use(world, 'outlook.back');
	if (!link) return world.laptop.outlook.folder === 'Focused' ? wait(60) : use(world, 'outlook.focused');
	const { mail, folder } = world.laptop.outlook;
	// of two requests the older one's e-mail is there, and is dead
	const dead = link.line?.status !== 'Active' && mailUnderWay(world, 'enrollment');
	if (dead) return mail === null ? wait(60) : use(world, 'outlook.back');
	if (mail === link.mail.id) return use(world, 'outlook.self-enrollment');
	if (mail !== null) return use(world, 'outlook.back');
	if (folder !== link.mail.folder) return use(world, `outlook.${link.mail.folder.toLowerCase()}`);
	return use(world, `outlook.mail-${link.mail.id}`);
}
