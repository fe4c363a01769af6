import { button, choice, heading, link, typed, value, type Label } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';

const { replacementToken } = organization.catalog;

/** Labels that the detours of procedure A quote and its steps do not. */
export const desktopDetourLabels: readonly Label[] = [
	button('Connect'),
	button('Get Started'),
	button('Cancel'),
	button('Keep'),
	link('More info'),
	button('Run anyway'),
	heading('Windows protected your PC'),
	choice('Multiple users'),
	choice('Use another account'),
	choice('Other user'),
	link('Use an activation string'),
	button('Activate'),
	button('Deny'),
	button('Report'),
	button('Approve'),
	choice('Set time zone automatically'),
	choice('Set time automatically'),
	button('Sync now'),
	choice('Date & time'),
	choice('Notifications & actions'),
	choice('Downloads'),
	value('PIN Type'),
	choice('Settings'),
	choice('Sign out'),
	choice('Restart'),
	typed(replacementToken.search),
	choice(replacementToken.item),
];
