import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { button, field, heading, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { signIn } from '../wires.ts';
import { closed, online, part, shown } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { connected } from './globalprotect.ts';
import { said } from './messages.ts';

/** The company signs people in to GlobalProtect in a browser tab (facts 7, step 10). */
export function vpnBrowser(world: World): Live[] {
	const { vpn } = world.laptop;
	return [
		heading('vpn-browser.title', organization.signInBox),
		...field(world, 'laptop', 'vpn-browser.secret', 'Password or passcode', 'sign-in'),
		button('vpn-browser.sign-in', 'Sign in', submit, draftOf(world, 'laptop', 'vpn-browser.secret') !== null),
		...said('vpn-browser.message', vpn.message),
		...frame('vpn-browser'),
		...taskBar(world),
	];
}

function submit(world: World): World {
	const entry = draftOf(world, 'laptop', 'vpn-browser.secret');
	const emptied = cleared(world, 'laptop', 'vpn-browser.');
	if (!online(world)) return part(emptied, 'vpn', { message: 'server-not-reached' });
	const { world: next, word } = signIn(emptied, entry, 'vpn');
	// A change of the password and a new PIN are asked for in GlobalProtect's own window.
	if (word === 'change-password' || word === 'pin-given' || word === 'set-pin')
		return shown(closed(part(next, 'vpn', { page: word, message: null }), 'vpn-browser'), 'globalprotect');
	if (word === 'again') return part(next, 'vpn', { message: 'next-code' });
	if (word === 'no') return part(next, 'vpn', { message: 'sign-in-failed' });
	const by = word === 'passcode' ? 'passcode' : 'password';
	return shown(closed(connected(next, by), 'vpn-browser'), 'globalprotect');
}
