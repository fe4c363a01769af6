import { organization } from '../../domain/organization.ts';
import { button, choice } from '../../domain/label.ts';
import type { Step } from '../step.ts';

export const outlookSteps = [
	{
		slug: 'start-outlook',
		number: 12,
		phase: 'outlook',
		who: 'user',
		place: 'desktop',
		labels: [choice('Outlook'), choice('Microsoft 365')],
		pictures: [{ screen: 'outlook.email', mark: choice('Microsoft 365'), instruction: 3 }],
		minutes: 2,
		safeToStop: true,
	},
	{
		slug: 'outlook-static-password',
		number: 13,
		phase: 'outlook',
		who: 'user',
		place: 'desktop',
		labels: [button('Login')],
		pictures: [{ screen: 'outlook.password', mark: button('Login'), instruction: 3 }],
		minutes: 1,
		safeToStop: true,
	},
	{
		slug: 'skip-outlook-mobile',
		number: 14,
		phase: 'outlook',
		who: 'user',
		place: 'desktop',
		labels: [choice('Setup Outlook Mobile on my phone, too'), button('Done')],
		pictures: [
			{ screen: 'outlook.added', mark: choice('Setup Outlook Mobile on my phone, too'), instruction: 1 },
		],
		wait: organization.figures.outlookMinutes,
		minutes: 1,
		safeToStop: true,
	},
] satisfies Step[];
