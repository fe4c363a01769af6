import { organization } from '../domain/organization.ts';
import type { Entry as ServiceEntry, NearMiss } from './service/entry.ts';

export type { NearMiss } from './service/entry.ts';

/**
 * What a person typed, as the World knows it: a reference, never text (architecture, "Typed text
 * never enters the World"). `practice/typed-entry.ts` makes these from what was typed. `raw` is for
 * command files and tests only.
 */
export type Entry =
	| ServiceEntry
	/** A fact of the exercise that is no secret of the service: an address, a search word, a key. */
	| { readonly kind: 'fact'; readonly name: FactName }
	| { readonly kind: 'near-fact'; readonly name: FactName; readonly how: NearMiss }
	/** A clock set by hand: how far the device is then off true time, in ms. */
	| { readonly kind: 'clock'; readonly skew: number }
	/** A number of a policy, up to 999: too short for a PIN. */
	| { readonly kind: 'count'; readonly count: number }
	| Found;

/** What was searched for in the operator console: the first letters of what a user or token of the World is called. */
export type Found = {
	readonly kind: 'found';
	readonly by: (typeof foundBy)[number];
	/** A user id or a serial. */
	readonly of: string;
	readonly letters: number;
};
export const foundBy = ['user-id', 'first-name', 'last-name', 'e-mail', 'serial'] as const;

export const factNames = [
	'portal',
	'wifi-key',
	'search-static-password',
	'search-replacement-token',
	'enrollment-address',
	'colleague-user-id',
] as const;
export type FactName = (typeof factNames)[number];

/** What belongs into a field. */
export type Expects =
	| FactName
	| 'user-id'
	| 'email'
	| 'computer-password'
	| 'sign-in'
	/** A code of an app alone: digits, good once. */
	| 'passcode'
	| 'new-static-password'
	| 'new-pin'
	| 'new-server-pin'
	| 'pin'
	| 'activation-string'
	| 'verification-code'
	| OwnKind;
/** Fields that take entries of their own kind, and no others. */
const ownKinds = ['clock', 'count', 'found'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** The facts as text. */
export const facts: Readonly<Record<FactName, string>> = {
	portal: organization.portal,
	'wifi-key': 'river-stone-42',
	'search-static-password': organization.catalog.staticPassword.search,
	'search-replacement-token': organization.catalog.replacementToken.search,
	'enrollment-address': 'https://enroll.practice.example/self-enrollment',
	'colleague-user-id': 'AB99999',
};

/** Is this that value of the card? */
export const isCard = (
	entry: Entry | null,
	value: Extract<ServiceEntry, { kind: 'card' }>['value'],
): boolean => entry?.kind === 'card' && entry.value === value;
export const isFact = (entry: Entry | null, name: FactName): boolean =>
	entry?.kind === 'fact' && entry.name === name;

/**
 * A value that was missed in some way. Which text it was is forgotten: two of these are never the same text, and
 * none of them is a PIN or password that was set.
 */
export const isMissed = (entry: Entry | null): boolean =>
	entry?.kind === 'near-miss' || entry?.kind === 'near-fact';

/** The part of an entry that the service can check. Facts and clock times are nothing to it. */
export function forService(entry: Entry | null): ServiceEntry {
	if (entry === null) return { kind: 'nothing' };
	return entry.kind === 'fact' || entry.kind === 'near-fact' || isOwnKind(entry)
		? { kind: 'raw', text: 'not for the service' }
		: entry;
}

type OfOwnKind = Extract<Entry, { kind: OwnKind }>;
export const isOwnKind = (entry: Entry): entry is OfOwnKind =>
	(ownKinds as readonly string[]).includes(entry.kind);

/** May this stand in a field that expects that? */
export const entryFits = (expects: Expects | undefined, entry: Entry): boolean =>
	entry.kind === 'nothing' ||
	(isOwnKind(entry) ? expects === entry.kind : !(ownKinds as readonly unknown[]).includes(expects));
