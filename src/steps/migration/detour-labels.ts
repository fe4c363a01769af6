import { button, choice, heading, typed, value, type Label } from '../../domain/label.ts';
import { organization } from '../../domain/organization.ts';

const { catalog, serviceDesk } = organization;

/** Labels that the detours of procedure D quote and its steps do not. */
export const migrationDetourLabels: readonly Label[] = [
	button('Assign'),
	button('Password'),
	button('Remove'),
	button('Return to Inventory'),
	button('Cancel'),
	heading('Edit'),
	value('Inventory'),
	value('Lost'),
	value('Faulty'),
	value('Initialize'),
	choice('MobilePASS8'),
	choice('Autosend Passcode'),
	typed(catalog.replacementToken.search),
	choice(catalog.replacementToken.item),
	value(serviceDesk.phone),
];
