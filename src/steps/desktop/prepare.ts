import { organization } from '../../domain/organization.ts';
import { button, choice, field, heading, typed } from '../../domain/label.ts';
import type { Step } from '../step.ts';

const { catalog, figures, notice, userId } = organization;

export const prepareSteps = [
	{
		slug: 'request-static-password',
		number: 1,
		phase: 'prepare',
		who: 'manager',
		place: 'other-computer',
		labels: [
			typed(catalog.staticPassword.search),
			choice(catalog.staticPassword.item),
			field(userId.short),
			button('Submit'),
		],
		pictures: [
			{ screen: 'catalog.search', mark: choice(catalog.staticPassword.item), instruction: 3 },
			{ screen: 'catalog.static-password-form', mark: button('Submit'), instruction: 3 },
			{ screen: 'mail.static-password', mark: heading(catalog.staticPassword.item), instruction: 1 },
		],
		wait: figures.staticPasswordMinutes,
		minutes: 5,
		safeToStop: true,
	},
	{
		slug: 'boot-and-acknowledge',
		number: 2,
		phase: 'prepare',
		who: 'user',
		place: 'logon',
		labels: [typed('Ctrl+Alt+Del'), heading(notice)],
		pictures: [{ screen: 'logon.notice', mark: button('OK'), instruction: 5 }],
		minutes: 2,
		safeToStop: true,
	},
	{
		slug: 'connect-to-router',
		number: 3,
		phase: 'prepare',
		who: 'user',
		place: 'logon',
		labels: [],
		pictures: [{ screen: 'logon.network', mark: button('Network'), instruction: 2 }],
		minutes: 3,
		safeToStop: true,
	},
] satisfies Step[];
