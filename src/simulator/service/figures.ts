import { valuesOf } from './buckets.ts';
import type { Service, Token, TokenState } from './state.ts';
import { tokenType, tokenTypes, type TokenType } from './token-types.ts';
import { setPasswordOf, userOf } from './users.ts';

/** The states in the order of the console (facts 5.2). */
export const tokenStates: readonly TokenState[] = [
	'Initialize',
	'Inventory',
	'Assigned',
	'Active',
	'Suspended',
	'Locked',
	'Lost',
	'Faulty',
];

/** "Token States" of the Snapshot: how many of each type are in each state (facts 5.13). */
export type Figures = Readonly<Record<TokenType, Readonly<Record<TokenState, number>>>>;

/** Counts everything: for a page, not for a login. A static password that is set counts as Active. */
export function figuresOf(service: Service): Figures {
	const counts = Object.fromEntries(
		tokenTypes.map((type) => [type, Object.fromEntries(tokenStates.map((state) => [state, 0]))]),
	) as Record<TokenType, Record<TokenState, number>>;
	for (const token of valuesOf(service.tokens)) counts[tokenType(token)][token.state] += 1;
	counts.Password.Active = valuesOf(service.users).filter((user) => setPasswordOf(user)).length;
	return counts;
}

/** What a token's page shows (facts 5.7: fields that an operator tool can show; 5.13: Mobile App). */
export type TokenDetails = {
	readonly token: Token;
	readonly type: TokenType;
	/** When it unlocks by itself, epoch ms UTC; `null` for never, or where nothing is locked. */
	readonly unlocksAt: number | null;
	readonly lastAuthentication: number | null;
	readonly lastSuccess: number | null;
	readonly failures: number;
	/** How often the serial was enrolled. */
	readonly activations: number;
	readonly mobileApp: MobileApp | null;
};
export type MobileApp = {
	readonly target: string;
	readonly deviceType: string;
	/** As of enrollment (facts 5.12). */
	readonly push: 'Enabled' | 'Disabled' | 'Not Applicable';
};

export const mobileAppOf = ({ device }: Token): MobileApp | null =>
	device && {
		target: device.target,
		deviceType: device.deviceType,
		push: device.enrolledPush ?? device.push,
	};

export function detailsOf(service: Service, token: Token): TokenDetails {
	const owner = token.owner === null ? undefined : userOf(service, token.owner);
	return {
		token,
		type: tokenType(token),
		unlocksAt: token.state === 'Locked' ? (owner?.lock?.until ?? null) : null,
		lastAuthentication: owner?.lastAttempt ?? null,
		lastSuccess: token.lastSuccess,
		failures: owner?.failures ?? 0,
		activations: token.retired.length + (token.seed ? 1 : 0),
		mobileApp: mobileAppOf(token),
	};
}
