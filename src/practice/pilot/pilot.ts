import { advance, dueNext, type Command, type Reply, type World } from '../../simulator/world.ts';
import { finished } from '../goals.ts';
import { desktopMove } from './desktop.ts';
import { logonMove } from './logon.ts';
import { managerMove } from './manager.ts';
import { callDesk, faulty, jumpsUnmet, strayToken, unmet, wait, type Move } from './sight.ts';

/**
 * The next move towards the end of procedure A from wherever a World stands, by controls that are on its
 * screens; what only the service desk can mend, the desk mends. `null` when all is done.
 */
export function nextMove(world: World): Move | null {
	// the drop of a weak signal is still to come
	if (finished(world) && !jumpsUnmet(world))
		return faulty(world, 'weak-wifi') && unmet(world, 'weak-wifi') ? wait(60) : null;
	const stray = strayToken(world);
	// Enrolled elsewhere, or lost from the app: nothing goes on before the desk has ended it.
	if (stray && world.laptop.boot > 0 && !unmet(world, 'old-token-active'))
		return faulty(world, 'activation-code-used') && world.laptop.mobilepass.message === 'enrollment-done'
			? callDesk('activation-code-used')
			: callDesk('token-lost');
	return managerMove(world) ?? logonMove(world) ?? desktopMove(world);
}

export type Flown = {
	readonly command: Command;
	readonly reply: Reply;
	readonly world: World;
};

/**
 * Flies on until all is done, or `limit` moves were made. Each move with its reply and the World after it.
 *
 * @param next which move is next: that of procedure A, if nothing else is said
 */
export function* fly(start: World, limit = 600, next: typeof nextMove = nextMove): Generator<Flown> {
	let world = start;
	for (let i = 0; i < limit; i++) {
		const move = next(world);
		if (!move) return;
		const command = commandOf(world, move);
		const { world: after, reply } = advance(world, command);
		world = after;
		yield { command, reply, world };
	}
}

/** What comes due while it waits may change the screen: it looks again first. */
function commandOf(world: World, { deed, after }: Move): Command {
	const due = dueNext(world);
	const at = world.now + after;
	return due !== null && due <= at ? { do: 'wait', at: due } : { ...deed, at };
}
