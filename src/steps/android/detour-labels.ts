import { button, choice, typed, value, type Label } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';

const { catalog, serviceDesk } = organization;

/** Labels that the detours of procedure B quote and its steps do not. */
export const androidDetourLabels: readonly Label[] = [
	button('Add additional authenticator'),
	button('Change PIN'),
	choice('Camera'),
	choice('Notifications'),
	choice('Settings'),
	value('PIN Type'),
	typed(catalog.replacementToken.search),
	choice(catalog.replacementToken.item),
	value(serviceDesk.phone),
];
