import { organization } from '../../domain/organization.ts';
import { choice, link, value } from '../../domain/label.ts';
import type { Step } from '../step.ts';

export const finishSteps = [
	{
		slug: 'sign-in-to-teams',
		number: 22,
		phase: 'finish',
		who: 'user',
		place: 'desktop',
		labels: [choice('Microsoft Teams')],
		pictures: [{ screen: 'start-menu.open', mark: choice('Microsoft Teams'), instruction: 2 }],
		minutes: 2,
		safeToStop: true,
	},
	{
		slug: 'check-time-zone',
		number: 23,
		phase: 'finish',
		who: 'user',
		place: 'desktop',
		labels: [link('Date and time settings')],
		pictures: [{ screen: 'clock.open', mark: link('Date and time settings'), instruction: 2 }],
		minutes: 2,
		safeToStop: true,
	},
	{
		slug: 'get-help',
		number: 24,
		phase: 'finish',
		who: 'user',
		place: 'phone',
		labels: [value(organization.serviceDesk.phone)],
		pictures: [],
		minutes: 1,
		safeToStop: true,
	},
] satisfies Step[];
