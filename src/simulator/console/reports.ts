import { heading, link, value, type Live } from '../screen.ts';
import { reportColumns, reportRows, type ReportRow } from '../service/operator.ts';
import type { World } from '../state.ts';
import { goTo } from './change.ts';
import { moment, named, page, paged, textRow } from './frame.ts';

/** The report that tracks a migration (procedure D). */
const REPORT = 'Users – With Tokens';

export const reportsPage = (world: World): Live[] =>
	page(world, 'Reports', [
		heading('console.section', 'Available Reports'),
		link('console.to-report', REPORT, (before) => goTo(before, 'report')),
		value('console.note', 'Other reports are not part of the practice.'),
	]);

/** The report as a list, 50 rows at a time. */
export function reportPage(world: World): Live[] {
	const { service } = world;
	return page(
		world,
		REPORT,
		[link('console.back', 'Reports', (before) => goTo(before, 'reports'))],
		named('keeps', 'Removed automatically after', `${service.policy.report.autoRemoveDays} days`),
		paged(world, reportRows(service), (row) =>
			textRow(
				REPORT,
				row.serial,
				Object.fromEntries(reportColumns.map(({ id, title }) => [title, textOf(row[id])])),
			),
		),
	);
}

const textOf = (cell: ReportRow[keyof ReportRow]): string =>
	typeof cell === 'string' && cell !== '' ? cell : moment(typeof cell === 'number' ? cell : null);
