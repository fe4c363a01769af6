import { button, choice, link } from '../../domain/label.ts';
import type { Step } from '../step.ts';

/** Steps 1 to 4. */
export const logInSteps = [
	{
		slug: 'turn-push-on',
		number: 1,
		phase: 'get-ready',
		who: 'user',
		place: 'desktop',
		labels: [choice('Notifications & actions'), choice('On')],
		pictures: [],
		minutes: 2,
		safeToStop: true,
	},
	{
		slug: 'open-resource',
		number: 2,
		phase: 'log-in',
		who: 'user',
		place: 'desktop',
		labels: [link('Office 365')],
		pictures: [],
		minutes: 1,
		safeToStop: true,
	},
	{
		slug: 'enter-credentials',
		number: 3,
		phase: 'log-in',
		who: 'user',
		place: 'desktop',
		labels: [button('Sign in')],
		pictures: [],
		minutes: 1,
		safeToStop: false,
	},
	{
		slug: 'choose-autosend',
		number: 4,
		phase: 'log-in',
		who: 'user',
		place: 'desktop',
		labels: [choice('Use my mobile to autosend a password'), button('Submit')],
		pictures: [],
		minutes: 1,
		safeToStop: false,
	},
] as const satisfies readonly Step[];
