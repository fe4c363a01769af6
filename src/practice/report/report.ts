import { valuesOf } from '../../simulator/service/buckets.ts';
import { mobileAppOf } from '../../simulator/service/operator.ts';
import { userOf, type Service } from '../../simulator/service/service.ts';
import { csvOf } from '../csv.ts';

/** A line of the report "Users - With Tokens" (procedure D; facts 5.13): a MobilePASS token and its user. */
export type ReportRow = {
	readonly userId: string;
	readonly lastName: string;
	readonly firstName: string;
	readonly email: string;
	readonly container: string;
	readonly tokenType: string;
	readonly serial: string;
	readonly state: string;
	/** ISO 8601 in UTC, to the minute; empty for never. */
	readonly lastAuthentication: string;
	/** The operating system; empty for a token that is on no device. */
	readonly target: string;
	readonly deviceType: string;
	readonly push: string;
};
export type ColumnId = keyof ReportRow;

/** The columns in their order, by their headings. */
export const columns: readonly { readonly id: ColumnId; readonly title: string }[] = [
	{ id: 'userId', title: 'User ID' },
	{ id: 'lastName', title: 'Last Name' },
	{ id: 'firstName', title: 'First Name' },
	{ id: 'email', title: 'E-mail' },
	{ id: 'container', title: 'Container' },
	{ id: 'tokenType', title: 'Token Type' },
	{ id: 'serial', title: 'Serial Number' },
	{ id: 'state', title: 'State' },
	{ id: 'lastAuthentication', title: 'Last Authentication' },
	{ id: 'target', title: 'OS Type' },
	{ id: 'deviceType', title: 'Device Type' },
	{ id: 'push', title: 'Push OTP' },
];

/** By what the report can be counted. */
export const groupings = ['target', 'deviceType', 'push'] as const satisfies readonly ColumnId[];
export type Grouping = (typeof groupings)[number];

/** The report of a service: every MobilePASS token that has a user. */
export function reportOf(service: Service): ReportRow[] {
	return valuesOf(service.tokens).flatMap((token): ReportRow[] => {
		const user = token.owner === null ? undefined : userOf(service, token.owner);
		if (!user || token.seed?.app === 'OATH') return [];
		const app = mobileAppOf(token);
		return [
			{
				...{ userId: user.id, lastName: user.lastName, firstName: user.firstName, email: user.email ?? '' },
				...{ container: 'Default', tokenType: 'MobilePASS', serial: token.serial, state: token.state },
				lastAuthentication:
					user.lastAttempt === null ? '' : new Date(user.lastAttempt).toISOString().slice(0, 16),
				...{ target: app?.target ?? '', deviceType: app?.deviceType ?? '', push: app?.push ?? '' },
			},
		];
	});
}

/** The report as a table for a spreadsheet, safe against formulas. */
export const csvOfReport = (rows: readonly ReportRow[]): string =>
	csvOf([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ id }) => row[id]))]);
