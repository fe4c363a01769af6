import { button, choice } from '../../domain/label.ts';
import type { Step } from '../step.ts';

/** Steps 10 and 11. */
export const staySafeSteps = [
	{
		slug: 'deny-and-report',
		number: 10,
		phase: 'stay-safe',
		who: 'user',
		place: 'desktop',
		labels: [button('Approve'), button('Deny'), button('Report')],
		pictures: [{ screen: 'mobilepass.request', mark: button('Deny'), instruction: 2 }],
		minutes: 2,
		safeToStop: false,
	},
	{
		slug: 'turn-push-off',
		number: 11,
		phase: 'stay-safe',
		who: 'user',
		place: 'desktop',
		labels: [choice('Notifications & actions'), choice('Off')],
		pictures: [{ screen: 'settings.notifications', mark: choice('Off'), instruction: 3 }],
		minutes: 1,
		safeToStop: true,
	},
] as const satisfies readonly Step[];
