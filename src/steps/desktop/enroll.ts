import { organization } from '../../domain/organization.ts';
import { button, choice, field, heading, link, value } from '../../domain/label.ts';
import type { Step } from '../step.ts';

const { tokenName } = organization;

export const enrollSteps = [
	{
		slug: 'enroll-and-create-pin',
		number: 19,
		phase: 'enroll',
		who: 'user',
		place: 'desktop',
		labels: [
			choice('MobilePASS+'),
			heading('Self Enrollment'),
			link('Enroll your MobilePASS+'),
			button('Open'),
			button('Start'),
			button('Close App'),
		],
		pictures: [
			{ screen: 'start-menu.open', mark: choice('MobilePASS+'), instruction: 2 },
			{ screen: 'browser.enroll-link', mark: link('Enroll your MobilePASS+'), instruction: 2 },
			{ screen: 'mobilepass.create-pin', mark: field('PIN'), instruction: 3 },
			{ screen: 'mobilepass.enrolled', mark: button('Close App'), instruction: 2 },
		],
		minutes: 5,
		safeToStop: false,
	},
	{
		slug: 'close-self-enrollment',
		number: 20,
		phase: 'enroll',
		who: 'user',
		place: 'desktop',
		labels: [heading('Self Enrollment')],
		pictures: [{ screen: 'browser.enroll-link', mark: button('Close'), instruction: 2 }],
		minutes: 1,
		safeToStop: true,
	},
	{
		slug: 'use-passcode-on-vpn',
		number: 21,
		phase: 'enroll',
		who: 'user',
		place: 'desktop',
		labels: [heading('GlobalProtect'), value(tokenName)],
		pictures: [{ screen: 'mobilepass.passcode', mark: value(tokenName), instruction: 3 }],
		minutes: 3,
		safeToStop: true,
	},
] satisfies Step[];
