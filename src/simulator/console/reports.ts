import { heading, link, value, type Live } from '../screen.ts';
import { tokenType, tokensFound, mobileAppOf } from '../service/operator.ts';
import { userOf, type Token } from '../service/service.ts';
import type { World } from '../state.ts';
import { goTo } from './change.ts';
import { moment, named, page, paged, textRow } from './frame.ts';

/** The report that tracks a migration (procedure D). */
export const REPORT = 'Users – With Tokens';

export const reportsPage = (world: World): Live[] =>
	page(world, 'Reports', [
		heading('console.section', 'Available Reports'),
		link('console.to-report', REPORT, (before) => goTo(before, 'report')),
		value('console.note', 'Other reports are not part of the practice.'),
	]);

/** Columns: those that are documented, and those assumed (facts 5.13). */
export function reportPage(world: World): Live[] {
	const rows = tokensFound(world.service).filter(({ owner }) => owner !== null);
	return page(
		world,
		REPORT,
		[link('console.back', 'Reports', (before) => goTo(before, 'reports'))],
		named('keeps', 'Removed automatically after', `${world.service.policy.report.autoRemoveDays} days`),
		paged(world, rows, (token) => reportRow(world, token)),
	);
}

function reportRow(world: World, token: Token): Live[] {
	const user = userOf(world.service, token.owner ?? '');
	const app = mobileAppOf(token);
	return textRow(REPORT, token.serial, {
		'User ID': user?.id ?? '',
		'Last Name': user?.lastName ?? '',
		'First Name': user?.firstName ?? '',
		'E-mail': user?.email ?? '–',
		Container: 'Default',
		'Token Type': tokenType(token),
		'Serial Number': token.serial,
		State: token.state,
		'OS Type': app?.target ?? '–',
		'Device Type': app?.deviceType ?? '–',
		'Push OTP': app?.push ?? '–',
		'Last Authentication': moment(user?.lastAttempt ?? null),
	});
}
