import { button, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { appRuns, push, pushOf } from './change.ts';
import { opened } from './request-window.ts';
import { choicesOf, waitingCount } from './requests.ts';

/** The newest request whose notification Windows still shows: while the app runs and its notifications are on. */
function noticeOf(world: World) {
	if (!world.laptop.notifications || !appRuns(world)) return undefined;
	const { noticed, window } = pushOf(world);
	return choicesOf(world).findLast(
		({ request }) => !noticed.includes(request.id) && request.id !== window?.request,
	);
}

/** What Windows lays over the desktop when a request comes. */
export function notification(world: World): Live[] {
	const notice = noticeOf(world);
	if (!notice) return [];
	const { id, resource } = notice.request;
	return [
		heading('notification.title', 'MobilePASS+'),
		value('notification.text', `Login request: ${resource}`),
		button('notification.open', 'Open the login request', (before) => opened(before, id)),
		button('notification.dismiss', 'Dismiss', (before) =>
			push(before, { noticed: [...pushOf(before).noticed, id] }),
		),
	];
}

/** In the app itself: how many requests wait (facts 4). */
export function waitingInApp(world: World): Live[] {
	const count = waitingCount(world);
	if (count === 0) return [];
	const text = count === 1 ? '1 login request' : `${count} login requests`;
	return [button('mobilepass.requests', text, (before) => opened(before))];
}
