import { requestsOf } from '../../simulator/push/answer.ts';
import type { TrueReason, World } from '../../simulator/world.ts';
import { withLock, type Remark } from '../coach.ts';
import { strangerRemark } from './stranger-remark.ts';

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

const own = (world: World, state: 'denied') =>
	requestsOf(world).filter((one) => one.origin === 'here' && one.state === state).length;
const reported = (world: World) => requestsOf(world).filter((one) => one.reported);

/** What there is to say of an act with push, if there is anything. */
export function pushRemark(was: World, world: World): Remark | null {
	const why = (words: string): Remark => ({ kind: 'why', words: withLock(words, was, world) });
	const stranger = strangerRemark(was, world);
	if (stranger) return stranger.kind === 'why' ? why(stranger.words) : stranger;
	const told = reported(world).filter(({ id }) => !reported(was).some((one) => one.id === id));
	if (told.some(({ origin }) => origin === 'here'))
		return why('That was your own login. Tell the service desk that the report was a mistake.');
	if (own(world, 'denied') > own(was, 'denied') && world.truth?.outcome === 'ok')
		return why('This was your own login. "Deny" counts as a failed login. Log in again, and approve.');
	const { truth } = world;
	if (truth?.what !== 'push' || truth === was.truth) return null;
	const words = reasons[truth.outcome as TrueReason['push']];
	return words ? why(words) : null;
}
