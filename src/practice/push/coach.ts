import { requestsOf } from '../../simulator/push/index.ts';
import type { TrueReason, World } from '../../simulator/world.ts';
import { withLock, type Remark } from '../coach.ts';

/** Why a push went nowhere: what neither page nor app says. */
const reasons: Readonly<Partial<Record<TrueReason['push'], string>>> = {
	'fake-challenge':
		'The user name or the password was not right. The page waits all the same, so that a stranger learns nothing. No request was sent.',
	'account-locked':
		'The account is locked: too many wrong tries or denied requests. It opens by itself after some minutes.',
	'no-push': 'No token of yours takes a login request right now. Enter a passcode manually.',
	'unknown-request': 'This request did not go to this token.',
	'not-waiting': 'The time for this request is over, or it was answered. Log in again for a new one.',
	'wrong-number': 'The login page shows another number. A wrong one counts as "Deny".',
	'clock-off':
		'The app makes its code from the clock of the computer, and this clock is too far off. Set the time automatically, then log in again.',
	'out-of-step': 'The token has counted too far ahead. The service desk brings it into step.',
	'wrong-pin': 'The PIN was not right. It was sent with the code, and both were refused.',
};

const theirs = (world: World) => requestsOf(world).filter(({ origin }) => origin === 'elsewhere');
const fresh = (was: World, world: World, state: 'approved' | 'denied') => {
	const before = new Set(
		theirs(was)
			.filter((one) => one.state === state)
			.map(({ id }) => id),
	);
	return theirs(world).some((one) => one.state === state && !before.has(one.id));
};
const own = (world: World, state: 'denied') =>
	requestsOf(world).filter((one) => one.origin === 'here' && one.state === state).length;
const reported = (world: World) => requestsOf(world).filter((one) => one.reported);

/** What there is to say of an act with push, if there is anything. */
export function pushRemark(was: World, world: World): Remark | null {
	const why = (words: string): Remark => ({ kind: 'why', words: withLock(words, was, world) });
	const way = (words: string): Remark => ({ kind: 'way', words });
	if (fresh(was, world, 'approved'))
		return why(
			'You had not logged in. With this approval, somebody who knows your password would now be in your account and could read your mail as you. Here nothing happened: soon it comes again. Then select "Deny", and "Report".',
		);
	if (fresh(was, world, 'denied'))
		return way('Right: you did not ask for it. Select "Report", so that your organization hears of it.');
	const told = reported(world).filter(({ id }) => !reported(was).some((one) => one.id === id));
	if (told.some(({ origin }) => origin === 'here'))
		return why('That was your own login. Tell the service desk that the report was a mistake.');
	if (told.length > 0)
		return way('Reported. Somebody knows your password: change it, and tell your supervisor.');
	if (own(world, 'denied') > own(was, 'denied') && world.truth?.outcome === 'ok')
		return why('This was your own login. "Deny" counts as a failed login. Log in again, and approve.');
	const { truth } = world;
	if (truth?.what !== 'push' || truth === was.truth) return null;
	const words = reasons[truth.outcome as TrueReason['push']];
	return words ? why(words) : null;
}
