import { requestsOf } from '../../simulator/push/answer.ts';
import type { PushRequest } from '../../simulator/service/push.ts';
import type { World } from '../../simulator/world.ts';
import type { Remark } from '../coach.ts';

/** Is there one of somebody else's that has just come to this? */
function fresh(was: World, world: World, is: (request: PushRequest) => boolean): boolean {
	const theirs = (of: World) => requestsOf(of).filter((one) => one.origin === 'elsewhere' && is(one));
	const before = new Set(theirs(was).map(({ id }) => id));
	return theirs(world).some(({ id }) => !before.has(id));
}

/** What there is to say of an answer to a login request that somebody else caused. */
export function strangerRemark(was: World, world: World): Remark | null {
	if (fresh(was, world, ({ state }) => state === 'approved'))
		return {
			kind: 'why',
			words:
				'You had not logged in. With this approval, somebody who knows your password would now be in your account and could read your mail as you. Here nothing happened: soon it comes again. Then select "Deny", and "Report".',
		};
	if (fresh(was, world, ({ state }) => state === 'denied'))
		return {
			kind: 'way',
			words: 'Right: you did not ask for it. Select "Report", so that your organization hears of it.',
		};
	if (fresh(was, world, ({ reported }) => reported))
		return {
			kind: 'way',
			words: 'Reported. Somebody knows your password: change it, and tell your supervisor.',
		};
	return null;
}
