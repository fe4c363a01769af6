import { around } from '../laptop/mobilepass-window.ts';
import { button, choice, heading, value, type Live } from '../screen.ts';
import type { PushRequest } from '../service/push.ts';
import type { World } from '../state.ts';
import { requestHistory } from './answer.ts';
import { push, pushOf } from './change.ts';

const words: Readonly<Record<PushRequest['state'], string>> = {
	waiting: 'Waiting',
	approved: 'Approved',
	denied: 'Denied',
	failed: 'Not accepted',
	expired: 'Expired',
};

/** One line of the history: what it was for, when, and how it ended. */
const historyLine = ({ resource, state, reported, askedAt }: PushRequest): string =>
	`${new Date(askedAt).toISOString()} ${resource}: ${reported ? 'Denied and reported' : words[state]}`;

/** In the details of a token. */
export function historyLink(world: World): Live {
	const serial = world.laptop.mobilepass.serial ?? '';
	const window = { page: 'history', request: '', serial, number: null, message: null } as const;
	return choice('mobilepass.history', 'Push Authentication History', (before) => push(before, { window }));
}

/** "Push Authentication History" of a token: the last 20, newest first (facts 3.5). */
export function historyPage(world: World): Live[] {
	const serial = pushOf(world).window?.serial ?? '';
	const all = requestHistory(world, serial);
	return [
		heading('history.title', 'Push Authentication History'),
		...(all.length > 0
			? all.map((request) => value(`history.${request.id}`, historyLine(request)))
			: [value('history.empty', 'No login requests')]),
		button('history.back', 'Back', (before) => push(before, { window: null })),
		...around(world),
	];
}
