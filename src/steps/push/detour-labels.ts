import { choice, typed, value, type Label } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';

const { catalog, serviceDesk } = organization;

/** Labels that the detours of procedure C quote and its steps do not. */
export const pushDetourLabels: readonly Label[] = [
	choice('Enter a passcode manually'),
	choice('Push Authentication History'),
	choice('Settings'),
	typed(catalog.replacementToken.search),
	choice(catalog.replacementToken.item),
	value(serviceDesk.phone),
];
