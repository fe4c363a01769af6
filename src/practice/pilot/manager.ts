import { screenOf, type World } from '../../simulator/world.ts';
import { enrolled } from '../goals.ts';
import {
	callDesk,
	card,
	faulty,
	fill,
	mailUnderWay,
	newestLink,
	passwordKnown,
	setPassword,
	strayToken,
	use,
	wait,
	type Move,
} from './sight.ts';

/** What the manager, or the service desk, must do now; `null` if nothing. */
export function managerMove(world: World): Move | null {
	const wanted = wantedOf(world);
	if (wanted === null) return null;
	if (wanted === 'wait') return wait(20);
	return requests(world, wanted);
}

type Wanted = 'static-password' | 'token' | 'wait';

function wantedOf(world: World): Wanted | null {
	if (enrolled(world)) return null;
	const { laptop } = world;
	const inside = laptop.vpn.state === 'on' && laptop.outlook.page === 'mailbox';
	if (!inside) {
		if (!setPassword(world)) return 'static-password';
		if (!passwordKnown(world)) return mailUnderWay(world, 'static-password') ? 'wait' : 'static-password';
	}
	const link = newestLink(world);
	const dead = link?.line?.status !== 'Active';
	const tried = laptop.browser.page === 'refused' || laptop.mobilepass.message !== null || !link;
	if (!inside || !dead || !tried || laptop.browser.enrollment !== null) return null;
	return mailUnderWay(world, 'enrollment') ? 'wait' : 'token';
}

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
