import { valuesOf } from './buckets.ts';
import type { Service, Token, TokenState, User } from './state.ts';
import { tokenType, type TokenType } from './token-types.ts';

/** What a user is searched by, in the order in which it is tried. */
export const userTexts = {
	'user-id': ({ id }: User) => id,
	'last-name': ({ lastName }: User) => lastName,
	'first-name': ({ firstName }: User) => firstName,
	'e-mail': ({ email }: User) => email ?? '',
} as const;
export type UserText = keyof typeof userTexts;

const lower = (text: string): string => text.toLowerCase();

/**
 * "Search User": users of whom one of the texts begins so, upper and lower case alike, by last name, first name and
 * id. Nothing given: everybody.
 */
export function usersFound(service: Service, begins: string, by?: UserText): readonly User[] {
	const ways = by ? [userTexts[by]] : Object.values(userTexts);
	const wanted = lower(begins);
	return valuesOf(service.users)
		.filter((user) => ways.some((text) => lower(text(user)).startsWith(wanted)))
		.sort(byName);
}

const byName = (one: User, other: User): number =>
	compare(one.lastName, other.lastName) ||
	compare(one.firstName, other.firstName) ||
	compare(one.id, other.id);

// no collator: the order is the same in every browser
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export type TokenSearch = {
	readonly type?: TokenType;
	readonly state?: TokenState;
	/** The serial begins so. */
	readonly serial?: string;
};

/** The Token List: by serial. What is not given is not asked for. */
export const tokensFound = (
	service: Service,
	{ type, state, serial = '' }: TokenSearch = {},
): readonly Token[] =>
	valuesOf(service.tokens)
		.filter(
			(token) =>
				(!type || tokenType(token) === type) &&
				(!state || token.state === state) &&
				token.serial.startsWith(serial),
		)
		.sort((one, other) => compare(one.serial, other.serial));
