import { mobileAppOf } from './figures.ts';
import { tokensFound } from './search.ts';
import type { Service } from './state.ts';
import { tokenType } from './token-types.ts';
import { userOf } from './users.ts';

/** A row of the report "Users – With Tokens": a token and its owner. Text that is not there is empty. */
export type ReportRow = {
	readonly userId: string;
	readonly lastName: string;
	readonly firstName: string;
	readonly email: string;
	readonly container: string;
	readonly tokenType: string;
	readonly serial: string;
	readonly state: string;
	readonly osType: string;
	readonly deviceType: string;
	/** As of enrollment (facts 5.12). */
	readonly push: string;
	/** Epoch ms UTC; `null` for never. */
	readonly lastAuthentication: number | null;
};
export type ReportColumn = keyof ReportRow;

/** The columns in their order: those that are documented, and those assumed (facts 5.13). */
export const reportColumns: readonly { readonly id: ReportColumn; readonly title: string }[] = [
	{ id: 'userId', title: 'User ID' },
	{ id: 'lastName', title: 'Last Name' },
	{ id: 'firstName', title: 'First Name' },
	{ id: 'email', title: 'E-mail' },
	{ id: 'container', title: 'Container' },
	{ id: 'tokenType', title: 'Token Type' },
	{ id: 'serial', title: 'Serial Number' },
	{ id: 'state', title: 'State' },
	{ id: 'osType', title: 'OS Type' },
	{ id: 'deviceType', title: 'Device Type' },
	{ id: 'push', title: 'Push OTP' },
	{ id: 'lastAuthentication', title: 'Last Authentication' },
];

/** All tokens that belong to somebody, by serial. */
export function reportRows(service: Service): ReportRow[] {
	return tokensFound(service).flatMap((token): ReportRow[] => {
		const user = token.owner === null ? undefined : userOf(service, token.owner);
		if (!user) return [];
		const app = mobileAppOf(token);
		return [
			{
				userId: user.id,
				lastName: user.lastName,
				firstName: user.firstName,
				email: user.email ?? '',
				container: 'Default',
				tokenType: tokenType(token),
				serial: token.serial,
				state: token.state,
				osType: app?.target ?? '',
				deviceType: app?.deviceType ?? '',
				push: app?.push ?? '',
				lastAuthentication: user.lastAttempt,
			},
		];
	});
}
