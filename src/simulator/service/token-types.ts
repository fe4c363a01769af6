import type { Token } from './state.ts';

/** Types with templates (facts 5.1), and the static password. */
export const tokenTypes = [
	'MobilePASS',
	'Password',
	'eToken',
	'GOLD',
	'Google Authenticator',
	'GrIDsure',
	'KT',
	'Legacy',
	'OATH',
	'RADIUS',
	'RB',
	'SecurID',
	'SMS',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** Those that this service works with; of the others it has none. */
export const workingTypes: readonly TokenType[] = ['MobilePASS', 'Password'];

/** A software token is one of MobilePASS, whichever app it is on (facts 5.1), unless it is in an app of the person's own. */
export const tokenType = ({ seed }: Token): TokenType => (seed?.app === 'OATH' ? 'OATH' : 'MobilePASS');
