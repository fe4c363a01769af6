import { tokenOf, type World } from '../../simulator/world.ts';
import type { Remark } from '../coach.ts';
import { phoneRemark } from '../android-coach.ts';
import { oldTokens, openTaskOf, phoneSerial } from './goals.ts';

const why = (words: string): Remark => ({ kind: 'why', words });

/** What the coach says of an operator's act that the console takes without a word. */
export function consoleRemark(was: World, world: World): Remark | null {
	const serial = phoneSerial(was);
	const before = tokenOf(was.service, serial);
	const after = tokenOf(world.service, serial);
	const { user } = world.people;
	if (oldTokens(was).length > 0 && before?.owner === user && after?.owner !== user)
		return why(
			'That was the new token: its row said MobilePASS+. It cannot be undone. The user needs another e-mail; the old token still works.',
		);
	const task = openTaskOf(was);
	const next = openTaskOf(world);
	if (task && next && task !== next)
		return why('The user had an e-mail already. It is dead now: only the newest one works.');
	return phoneRemark(was, world);
}
