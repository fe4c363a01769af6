import { tokensOf, lineOf } from '../service/service.ts';
import { valuesOf } from '../service/buckets.ts';
import { stockOf } from '../service/stock.ts';
import type { Serial, Service, Token, UserId } from '../service/state.ts';
import type { Drill, Evening } from './state.ts';

/** How far a user is. */
export type Stage =
	/** Has not been asked yet. */
	| 'to-ask'
	/** A line of a task is open. */
	| 'asked'
	/** The line is locked, has expired or was removed: nothing will happen without the operator. */
	| 'stuck'
	/** Has a token that was enrolled on the old app again. */
	| 'wrong-app'
	/** Has the new token, which was not used yet. */
	| 'enrolled'
	/** The new token was used; the old one is still theirs. */
	| 'used'
	/** Has the new token alone. */
	| 'moved';

const isOld = ({ seed }: Token) => seed?.app === 'MobilePASS 8';
const isNew = ({ seed, state }: Token) => seed?.app === 'MobilePASS+' && state === 'Active';

/** The tokens of a user on the old app, in the order in which they were enrolled. */
export const oldTokensOf = (service: Service, user: UserId): Token[] => tokensOf(service, user).filter(isOld);

/** Has a user a method to sign in with, now or after unlocking? */
export const canSignIn = (service: Service, user: UserId): boolean =>
	tokensOf(service, user).some(({ state }) => state === 'Active' || state === 'Locked');

/** How far a user is, as the console shows it: nothing here knows the person's habits. */
export function stageOf({ service, people }: Pick<Drill, 'service' | 'people'>, user: UserId): Stage {
	const tokens = tokensOf(service, user);
	const fresh = tokens.find(isNew);
	if (fresh?.lastSuccess != null) return tokens.some(isOld) ? 'used' : 'moved';
	if (fresh) return 'enrolled';
	const task = people[user]?.task;
	const status = task ? lineOf(service, task, user)?.status : undefined;
	if (status === 'Active') return 'asked';
	if (tokens.some((token) => isOld(token) && token.task !== null)) return 'wrong-app';
	return status === undefined ? 'to-ask' : 'stuck';
}

/** The tokens that are Lost, Faulty or to be initialised. */
export const unusedSerials = ({ tokens }: Service): Serial[] =>
	valuesOf(tokens).flatMap(({ serial, state }) =>
		state === 'Lost' || state === 'Faulty' || state === 'Initialize' ? [serial] : [],
	);

/** How it stands now. */
export function eveningOf(drill: Pick<Drill, 'service' | 'people' | 'day'>): Evening {
	const { service, day } = drill;
	const users = Object.keys(drill.people);
	const counts = { moved: 0, enrolled: 0, asked: 0, old: 0, without: 0 };
	for (const user of users) {
		const stage = stageOf(drill, user);
		if (stage === 'moved' || stage === 'used') counts.moved += 1;
		if (stage === 'enrolled') counts.enrolled += 1;
		if (stage === 'asked') counts.asked += 1;
		counts.old += oldTokensOf(service, user).length;
		if (!canSignIn(service, user)) counts.without += 1;
	}
	return { day, ...counts, available: stockOf(service).available };
}

/** Everybody has a used token on the new app, and no old one. */
export const isMigrated = (drill: Drill): boolean =>
	Object.keys(drill.people).every((user) => stageOf(drill, user) === 'moved');

/** What a migration has cost. */
export type Score = {
	/** Working days. */
	readonly days: number;
	readonly waves: number;
	/** Users who had no way to sign in on at least one day. */
	readonly stranded: number;
	/** Tokens that were enrolled on the old app again, and those that are Lost, Faulty or to be initialised. */
	readonly wasted: number;
};

export const scoreOf = ({ day, waves, stranded, wrongApp, service }: Drill): Score => ({
	days: day,
	waves,
	stranded: stranded.length,
	wasted: wrongApp + stockOf(service).outOfUse,
});
