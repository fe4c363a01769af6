import { button, choice, heading } from '../../domain/label.ts';
import type { Step } from '../step.ts';

/** Steps 1 to 4. */
export const getReadySteps = [
	{
		slug: 'install-app',
		number: 1,
		phase: 'get-app',
		who: 'user',
		place: 'phone',
		labels: [choice('MobilePASS+')],
		pictures: [],
		minutes: 4,
		safeToStop: true,
	},
	{
		slug: 'open-user-portal',
		number: 2,
		phase: 'user-portal',
		who: 'user',
		place: 'other-computer',
		labels: [button('Start'), button('Login'), button('Add Authenticator')],
		pictures: [],
		minutes: 3,
		safeToStop: true,
	},
	{
		slug: 'confirm-your-identity',
		number: 3,
		phase: 'user-portal',
		who: 'user',
		place: 'other-computer',
		labels: [heading('Confirm Your Identity'), button('Continue'), button('Submit')],
		pictures: [],
		minutes: 4,
		safeToStop: false,
	},
	{
		slug: 'choose-authenticator',
		number: 4,
		phase: 'user-portal',
		who: 'user',
		place: 'other-computer',
		labels: [
			choice('Authenticator App'),
			button('Submit'),
			choice('Android Phone or Tablet'),
			heading('Set Up MobilePASS+ on Android'),
		],
		pictures: [],
		minutes: 2,
		safeToStop: false,
	},
] as const satisfies readonly Step[];
