import { button, choice, value, type Live } from '../screen.ts';
import { pushRequestOf, pushRequestsOf, type PushRequest } from '../service/push.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, desk, goTo, pick, pickedOf } from './change.ts';
import { named, page } from './frame.ts';
import { userHere } from './user.ts';

/** What came of a push, for the operator (assumed). */
const outcomes: Readonly<Record<PushRequest['state'], string>> = {
	waiting: 'Waiting for the answer',
	approved: 'Approved: the caller has the device of this user',
	denied: 'Denied: do not help this caller',
	failed: 'Not accepted: the code of the app was wrong',
	expired: 'No answer in time',
};

/** "Send Push": verifies a caller, plainly or by a number (O17). */
export function pushPage(world: World): Live[] {
	const user = userHere(world);
	if (!user) return page(world, 'Send Push', [value('console.message', 'This user does not exist.')]);
	const { request: id } = consoleOf(world);
	const request = id === null ? undefined : pushRequestOf(world.service, user.id, id);
	const way = pickedOf<'plain' | 'number'>(world, 'way', 'plain');
	const back = button('console.back', 'Authentication Methods', (before) => goTo(before, 'user'));
	if (request)
		return page(
			world,
			'Send Push',
			named('whom', 'User ID', user.id),
			request.match ? named('number', 'Number to read out', String(request.match.shown)) : [],
			request.serials.length === 0
				? [value('console.unreached', 'No device of the user shows requests right now.')]
				: [],
			named('outcome', 'Result', outcomes[request.state]),
			[back],
		);
	return page(world, 'Send Push', named('whom', 'User ID', user.id), [
		choice('console.way-plain', 'Push', (before) => pick(before, 'way', 'plain'), way === 'plain'),
		choice(
			'console.way-number',
			'Push with a number',
			(before) => pick(before, 'way', 'number'),
			way === 'number',
		),
		button('console.confirm', 'Send Push', (before) => {
			const numbers = way === 'number';
			return asked(before, { act: 'verify-caller', user: user.id, numbers }, (after) =>
				desk(after, { request: pushRequestsOf(after.service, user.id).at(-1)?.id ?? null }),
			);
		}),
		back,
	]);
}
