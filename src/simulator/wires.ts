import { facts, forService, isMissed, type Entry } from './entries.ts';
import { faulty, mended } from './faults/ids.ts';
import {
	acts,
	mailOf,
	nearMiss,
	resultCode,
	textOf,
	userOf,
	type LoggedIn,
	type Mail,
	type Outcome,
	type ResultCode,
} from './service/service.ts';
import type { TrueReason, World } from './state.ts';

/** What a device learns from the service: the World after it, and a word. Why is for the coach alone. */
export type Answer<Word extends string> = { readonly world: World; readonly word: Word };

/**
 * Takes what the service gave back: its next state into the World, and the truth for the coach.
 * The only way from a device to the service is through this file.
 */
export function heard<What extends keyof TrueReason>(
	world: World,
	what: What,
	entry: Entry | null,
	{ service, reply }: Outcome<unknown, TrueReason[What]>,
): World {
	const outcome = reply.ok ? 'ok' : reply.reason;
	return { ...world, service, truth: { at: world.now, what, outcome, entry } };
}

export type LoginWord =
	| 'static-password'
	| 'passcode'
	| 'again'
	| 'change-password'
	/** The service has drawn a new Server PIN / the person has to choose one: the name of the page that asks. */
	| 'pin-given'
	| 'set-pin'
	| 'no';

/** Signs the person in with a static password or a passcode; the service decides which it is. */
export function signIn(world: World, entry: Entry | null, resource: string): Answer<LoginWord> {
	const outcome = acts.login(
		world.service,
		{ user: world.people.user, entry: forService(entry), resource },
		world.now,
	);
	return { world: heard(world, 'login', entry, outcome), word: loginWord(outcome.reply) };
}

function loginWord(reply: ReturnType<typeof acts.login>['reply']): LoginWord {
	if (reply.ok) return byOf(reply.value);
	return wordOfCode[resultCode(reply)] ?? 'no';
}

const wordOfCode: Readonly<Partial<Record<ResultCode, LoginWord>>> = {
	3: 'pin-given',
	4: 'set-pin',
	5: 'again',
	6: 'change-password',
};

const byOf = (value: LoggedIn): LoginWord => value.by;

/** What became of a new secret that was typed twice. `over`: nobody asks for one any more. */
export type NewSecretWord = 'ok' | 'differ' | 'no' | 'over';

/** Answers "change the static password". Accepted: signed in with the new one. */
export function changePassword(
	world: World,
	entry: Entry | null,
	again: Entry | null,
): Answer<NewSecretWord> {
	const outcome = acts.changeStaticPassword(world.service, twice(world, entry, again), world.now);
	const { reply } = outcome;
	const word = newSecretWord(reply, resultCode(reply, 'change-static-password') === 7);
	return { world: heard(world, 'login', entry, outcome), word };
}

const newSecretWord = (
	reply: { ok: true } | { ok: false; reason: string },
	onAnswer: boolean,
): NewSecretWord =>
	reply.ok ? 'ok' : !onAnswer ? 'over' : reply.reason === 'entries-differ' ? 'differ' : 'no';

/** A new secret and its repetition for the service. Which text a missed one was is not known: none matches it. */
function twice({ people }: World, entry: Entry | null, again: Entry | null) {
	const nothing = { kind: 'nothing' } as const;
	// what stands for it could be longer than what was typed
	const short = entry?.kind === 'near-miss' && entry.how === 'too-short';
	const missed = isMissed(entry) || isMissed(again);
	return {
		user: people.user,
		entry: short ? nothing : forService(entry),
		again: missed ? nothing : forService(again),
	};
}

/** Answers "set a new PIN". Accepted: sign in anew with it. */
export function setPin(world: World, entry: Entry, again: Entry): Answer<NewSecretWord> {
	const outcome = acts.setServerPin(world.service, twice(world, entry, again), world.now);
	const { reply } = outcome;
	const word = newSecretWord(reply, resultCode(reply, 'set-server-pin') === 8);
	return { world: heard(world, 'login', entry, outcome), word };
}

export type ComputerWord = 'ok' | 'locked' | 'warned' | 'no';

/** Checks the Windows password. `warned`: wrong so often that the account locks soon (assumed). */
export function computerSignIn(world: World, entry: Entry | null): Answer<ComputerWord> {
	const sprung = faulty(world, 'computer-account-locked') ? lockedElsewhere(world) : world;
	const outcome = acts.checkComputerPassword(
		sprung.service,
		{ user: world.people.user, entry: forService(entry) },
		world.now,
	);
	const next = heard(sprung, 'computer-login', entry, outcome);
	return { world: next, word: outcome.reply.ok ? 'ok' : computerRefusal(next) };
}

function computerRefusal({ service, people }: World): Exclude<ComputerWord, 'ok'> {
	const { warnAfter, threshold } = service.policy.computerPassword;
	const computer = userOf(service, people.user)?.computer;
	if (!computer) return 'no';
	if (computer.lockedUntil !== null) return 'locked';
	return threshold > 0 && warnAfter > 0 && computer.failures >= warnAfter ? 'warned' : 'no';
}

/** The fault "computer account locked": wrong passwords were tried elsewhere a moment before. */
function lockedElsewhere(world: World): World {
	const { threshold } = world.service.policy.computerPassword;
	const input = { user: world.people.user, entry: { kind: 'raw', text: 'wrong' } } as const;
	let { service } = world;
	for (let i = 0; i < threshold; i++) service = acts.checkComputerPassword(service, input, world.now).service;
	return mended({ ...world, service }, 'computer-account-locked');
}

/** The manager submits a form of the catalog. A user id that nobody has is taken, and nothing comes of it. */
export function submitRequest(
	world: World,
	item: 'static-password' | 'token',
	userEntry: Entry | null,
): Answer<'taken' | 'refused'> {
	const user = userIdOf(world, userEntry);
	const requester = world.people.manager;
	const outcome =
		item === 'static-password'
			? acts.requestStaticPassword(world.service, { requester, user }, world.now)
			: acts.requestReplacementToken(world.service, { requester, user }, world.now);
	const { reply } = outcome;
	const refused = !reply.ok && reply.reason !== 'unknown-user';
	return { world: heard(world, 'request', userEntry, outcome), word: refused ? 'refused' : 'taken' };
}

/** Digits of a command file are no user id: they must not get into the audit log. */
function userIdOf(world: World, entry: Entry | null): string {
	if (entry?.kind === 'raw') return '';
	if (entry?.kind === 'fact' && entry.name === 'colleague-user-id') return facts['colleague-user-id'];
	return textOf(world.service, world.people.user, forService(entry)) ?? '';
}

/** Delivered mail, oldest first. */
export const inbox = (world: World, who: 'user' | 'manager'): readonly Mail[] =>
	mailOf(world.service, world.people[who]);

/** The name of the person of the exercise, as devices show it. */
export function personName(world: World): string {
	const user = userOf(world.service, world.people.user);
	return user ? `${user.firstName} ${user.lastName}` : world.people.user;
}

/** How an entry reads on a screen that shows it; dots for what has no text. */
export const entryText =
	(world: World) =>
	(entry: Entry): string =>
		entry.kind === 'fact'
			? facts[entry.name]
			: entry.kind === 'near-fact'
				? nearMiss(facts[entry.name], entry.how, world.service.policy.emailDomains)
				: (textOf(world.service, world.people.user, forService(entry)) ?? '••••••••');
