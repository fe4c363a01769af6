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
		pictures: [{ screen: 'start-menu.open', mark: choice('Microsoft Teams') }],
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
		pictures: [{ screen: 'settings.time', mark: link('Date and time settings') }],
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
		pictures: [{ screen: 'phone.call', mark: value(organization.serviceDesk.phone) }],
		minutes: 1,
		safeToStop: true,
	},
] satisfies Step[];
