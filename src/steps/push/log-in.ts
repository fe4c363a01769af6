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
		pictures: [{ screen: 'settings.notifications', mark: choice('On'), instruction: 4 }],
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
		pictures: [{ screen: 'browser.home', mark: link('Office 365'), instruction: 2 }],
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
		pictures: [{ screen: 'browser.company-sign-in', mark: button('Sign in'), instruction: 3 }],
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
		pictures: [
			{
				screen: 'browser.sign-in-method',
				mark: choice('Use my mobile to autosend a password'),
				instruction: 1,
			},
		],
		minutes: 1,
		safeToStop: false,
	},
] as const satisfies readonly Step[];
