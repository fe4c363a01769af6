import { screenOf, type World } from '../../simulator/world.ts';
import { openLink } from './phone-sight.ts';
import { has, use, type Move } from './sight.ts';

/** Brings Outlook or the browser of the laptop to the front, whatever lies over it. */
function toWindow(world: World, window: 'outlook' | 'browser'): Move {
	if (has(world, 'prompt.cancel')) return use(world, 'prompt.cancel');
	if (screenOf(world).name === 'start-menu.open')
		return use(world, window === 'outlook' ? 'start-menu.outlook' : 'start-menu.edge');
	return use(world, has(world, `taskbar.${window}`) ? `taskbar.${window}` : 'taskbar.start-menu');
}

/** The laptop’s browser at the user portal; nothing where it is there. */
export function laptopToPortal(world: World): Move | null {
	const { name } = screenOf(world);
	if (name.startsWith('portal.')) return null;
	if (name === 'browser.home') return use(world, 'browser.portal');
	const other = name.startsWith('self-enrollment.') || name.startsWith('browser.');
	return other && has(world, 'browser.close') ? use(world, 'browser.close') : toWindow(world, 'browser');
}

/** The newest e-mail's page with the QR code on the laptop; nothing where it is shown. */
export function laptopToQr(world: World): Move | null {
	const { name } = screenOf(world);
	const newest = openLink(world);
	const { enrollment } = world.laptop.browser;
	switch (name) {
		case 'self-enrollment.android':
			return enrollment?.task === newest?.content.task ? null : use(world, 'browser.close');
		case 'browser.self-enrollment':
			return use(world, has(world, 'browser.other-device') ? 'browser.other-device' : 'browser.close');
		case 'self-enrollment.devices':
			return use(world, has(world, 'browser.android') ? 'browser.android' : 'browser.close');
		case 'outlook.mailbox': {
			const mail = `outlook.mail-${newest?.mail.id ?? ''}`;
			return use(
				world,
				has(world, mail) ? mail : `outlook.${(newest?.mail.folder ?? 'Focused').toLowerCase()}`,
			);
		}
		case 'outlook.mfa-email':
		case 'outlook.mail':
			return use(
				world,
				world.laptop.outlook.mail === newest?.mail.id ? 'outlook.self-enrollment' : 'outlook.back',
			);
		default:
			return toWindow(world, 'outlook');
	}
}
