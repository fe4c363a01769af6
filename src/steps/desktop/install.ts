import { organization } from '../../domain/organization.ts';
import { button, choice, heading, link } from '../../domain/label.ts';
import type { Step } from '../step.ts';

const { figures } = organization;

export const installSteps = [
	{
		slug: 'open-mfa-email',
		number: 15,
		phase: 'install',
		who: 'user',
		place: 'desktop',
		labels: [choice('Focused'), choice('Other'), choice('Junk')],
		pictures: [{ screen: 'outlook.mfa-email', mark: link('Self Enrollment'), instruction: 4 }],
		wait: figures.mfaEmailMinutes,
		minutes: 2,
		safeToStop: true,
	},
	{
		slug: 'download-mobilepass',
		number: 16,
		phase: 'install',
		who: 'user',
		place: 'desktop',
		labels: [heading('Self Enrollment'), button('Download and Install'), button('Open file')],
		pictures: [{ screen: 'browser.self-enrollment', mark: button('Download and Install'), instruction: 2 }],
		wait: figures.downloadMinutes,
		minutes: 2,
		safeToStop: false,
	},
	{
		slug: 'accept-license',
		number: 17,
		phase: 'install',
		who: 'user',
		place: 'desktop',
		labels: [button('Next')],
		pictures: [{ screen: 'installer.license', mark: choice('Accept the license terms'), instruction: 2 }],
		minutes: 1,
		safeToStop: false,
	},
	{
		slug: 'install-mobilepass',
		number: 18,
		phase: 'install',
		who: 'user',
		place: 'desktop',
		labels: [choice('Standard Configuration'), button('Finish')],
		pictures: [{ screen: 'installer.configuration', mark: choice('Standard Configuration'), instruction: 1 }],
		wait: figures.installMinutes,
		minutes: 1,
		safeToStop: false,
	},
] satisfies Step[];
