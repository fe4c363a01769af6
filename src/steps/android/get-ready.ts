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
		pictures: [{ screen: 'phone-store.search', mark: choice('MobilePASS+'), instruction: 2 }],
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
		pictures: [{ screen: 'portal.add', mark: button('Add Authenticator'), instruction: 5 }],
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
		pictures: [{ screen: 'portal.identity', mark: button('Continue'), instruction: 3 }],
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
		pictures: [{ screen: 'portal.platform', mark: choice('Android Phone or Tablet'), instruction: 2 }],
		minutes: 2,
		safeToStop: false,
	},
] as const satisfies readonly Step[];
