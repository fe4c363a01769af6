import { organization } from '../../domain/organization.ts';
import { button, heading } from '../../domain/label.ts';
import type { Step } from '../step.ts';

export const firstDesktopSteps = [
	{
		slug: 'wait-for-globalprotect',
		number: 10,
		phase: 'first-desktop',
		who: 'user',
		place: 'desktop',
		labels: [heading('GlobalProtect')],
		pictures: [{ screen: 'globalprotect.message', mark: heading('GlobalProtect'), instruction: 1 }],
		wait: organization.figures.vpnMinutes,
		minutes: 1,
		safeToStop: true,
	},
	{
		slug: 'close-loadset-message',
		number: 11,
		phase: 'first-desktop',
		who: 'user',
		place: 'desktop',
		labels: [button('OK')],
		pictures: [{ screen: 'desktop.loadset', mark: button('OK'), instruction: 2 }],
		minutes: 1,
		safeToStop: true,
	},
] satisfies Step[];
