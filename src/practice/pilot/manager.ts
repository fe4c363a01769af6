import { mailOf, screenOf, type World } from '../../simulator/world.ts';
import { enrolled } from '../goals.ts';
import {
	callDesk,
	card,
	faulty,
	fill,
	has,
	mailUnderWay,
	newestLink,
	passwordKnown,
	setPassword,
	strayToken,
	unmet,
	use,
	user,
	wait,
	type Move,
} from './sight.ts';

/** What the manager, or the service desk, must do now; `null` if nothing. */
export function managerMove(world: World): Move | null {
	const found = mailMove(world);
	if (found) return found;
	const wanted = wantedOf(world);
	if (wanted === null) return null;
	if (wanted === 'wait') return looksForMail(world);
	return requests(world, wanted);
}

/** E-mails that the manager comes upon: of last month, or for somebody else. */
function mailMove(world: World): Move | null {
	const wrongUser = unmet(world, 'wrong-user-id-sent');
	if (!wrongUser && !unmet(world, 'old-static-password')) return null;
	const expired = (user(world)?.passwords ?? []).filter(({ state }) => state === 'expired');
	const mail = inboxOf(world).find(
		({ content }) =>
			content.kind === 'static-password' &&
			(wrongUser ? content.user !== world.people.user : expired.some(({ id }) => id === content.password)),
	);
	if (!mail) return wrongUser ? wait(20) : null;
	if (world.other.mail !== null) return use(world, 'mail.back', 'other');
	const open = `mail.mail-${mail.id}`;
	return use(world, has(world, open, 'other') ? open : 'other.mail', 'other');
}

const inboxOf = ({ service, people }: World) => mailOf(service, people.manager);

/** Waits with the mailbox in view. */
function looksForMail(world: World): Move {
	return screenOf(world, 'other').name === 'mail.list' ? wait(20) : use(world, 'other.mail', 'other');
}

type Wanted = 'static-password' | 'token' | 'wait';

function wantedOf(world: World): Wanted | null {
	if (enrolled(world)) return null;
	const { laptop } = world;
	const inside = laptop.vpn.state === 'on' && laptop.outlook.page === 'mailbox';
	if (!inside) {
		if (unmet(world, 'old-token-active')) return 'static-password';
		if (!setPassword(world)) return triesUsedUp(world) ? null : 'static-password';
		if (!passwordKnown(world)) return mailMayCome(world) ? 'wait' : 'static-password';
	}
	const link = newestLink(world);
	const dead = link?.line?.status !== 'Active';
	const tried = laptop.browser.page === 'refused' || laptop.mobilepass.message !== null || !link;
	if (!inside || !dead || !tried || laptop.browser.enrollment !== null) return null;
	if (!mailUnderWay(world, 'enrollment')) return 'token';
	return unmet(world, 'mfa-email-late') ? null : 'wait';
}

/** It worked twice: nobody knows yet that it does not any more. */
const triesUsedUp = (world: World): boolean =>
	unmet(world, 'static-password-used-up') && user(world)?.passwords.at(-1)?.state === 'used-up';

/** It is under way, or nobody can know yet that it is lost. */
const mailMayCome = (world: World): boolean =>
	mailUnderWay(world, 'static-password') || unmet(world, 'password-email-lost');

function requests(world: World, item: 'static-password' | 'token'): Move {
	if (faulty(world, 'password-email-lost') && setPassword(world)) return callDesk('password-email-lost');
	const { name } = screenOf(world, 'other');
	const stray = strayToken(world);
	switch (name) {
		case 'catalog.search': {
			const search = item === 'token' ? 'search-replacement-token' : 'search-static-password';
			const entry = { kind: 'fact', name: search } as const;
			return fill(world, { 'catalog.search': entry }, `catalog.${item}`, 'other');
		}
		case 'catalog.static-password-form':
		case 'catalog.token-form':
			if (world.other.catalog.item !== item) return use(world, 'catalog.home', 'other');
			if (item === 'token' && !world.other.catalog.kindChosen)
				return use(world, 'catalog.software-token', 'other');
			return fill(world, { 'catalog.user': card('user-id') }, 'catalog.submit', 'other');
		case 'catalog.refused':
			if (faulty(world, 'old-token-active')) return callDesk('old-token-active');
			if (stray) return callDesk('token-lost');
			return use(world, 'catalog.home', 'other');
		case 'catalog.submitted':
			return use(world, 'catalog.home', 'other');
		default:
			return use(world, 'other.browser', 'other');
	}
}
