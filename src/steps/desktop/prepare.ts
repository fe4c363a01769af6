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
			{ screen: 'catalog.search', mark: choice(catalog.staticPassword.item) },
			{ screen: 'catalog.static-password-form', mark: button('Submit') },
			{ screen: 'mail.static-password', mark: heading(catalog.staticPassword.item) },
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
		pictures: [{ screen: 'logon.notice', mark: button('OK') }],
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
		pictures: [{ screen: 'logon.network', mark: button('Network') }],
		minutes: 3,
		safeToStop: true,
	},
] satisfies Step[];
