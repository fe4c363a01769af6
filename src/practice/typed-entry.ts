import { distance } from 'fastest-levenshtein';
import {
	factNames,
	facts,
	isOwnKind,
	mailOf,
	passwordProblem,
	textOf,
	tokensOf,
	userOf,
	type Entry,
	type Expects,
	type NearMiss,
	type OwnKind,
	type World,
} from '../simulator/world.ts';
import { typedClock } from './typed-clock.ts';
import { passcodeOf } from './typed-code.ts';
import { pinMiss, serverPinMiss } from './typed-pin.ts';

type Stored = Exclude<Entry, { kind: OwnKind | 'fact' | 'near-fact' }>;
/** A value of the exercise: what it is called, how it reads, and where it belongs. */
type Known = { readonly entry: Entry; readonly text: string; readonly fields: readonly Expects[] };

/**
 * What typed text is to the exercise: the entry that stands for it, or `null` for text that belongs to
 * nothing. Such text is stopped here: it stands in no command, no log and no message.
 *
 * @param text as typed; spaces around it do not count
 * @param expects what belongs into the field: its values and their near misses are looked for first
 */
export function typedEntry(world: World, text: string, expects: Expects): Entry | null {
	const typed = text.trim();
	if (typed === '') return { kind: 'nothing' };
	if (expects === 'clock') return typedClock(world, typed);
	const known = knownIn(world);
	const first = [...known].sort((a, b) => fit(b, expects) - fit(a, expects));
	const exact = first.find((one) => one.text === typed);
	if (exact) return exact.entry;
	const code = passcodeOf(world, typed);
	if (code || expects === 'new-server-pin') return code ?? serverPinMiss(world, typed);
	const miss = pinMiss(world, typed, expects) ?? missOf(world, typed, first);
	return expects === 'new-static-password' ? newPasswordMiss(world, typed, miss) : miss;
}

const fit = ({ fields }: Known, expects: Expects): number => (fields.includes(expects) ? 1 : 0);

const cardFields = {
	'user-id': ['user-id'],
	email: ['email'],
	'computer-password': ['computer-password'],
	pin: ['pin', 'new-pin', 'new-server-pin'],
	'next-pin': ['pin', 'new-pin', 'new-server-pin'],
	'next-static-password': ['new-static-password'],
} as const satisfies Record<string, readonly Expects[]>;

function knownIn(world: World): Known[] {
	const user = userOf(world.service, world.people.user);
	const stored = (entry: Stored, fields: readonly Expects[]): Known => ({
		entry,
		text: textOf(world.service, world.people.user, entry) ?? '',
		fields,
	});
	return [
		...Object.entries(cardFields).map(([value, fields]) =>
			stored({ kind: 'card', value: value as keyof typeof cardFields }, fields),
		),
		...[...(user?.passwords ?? [])]
			.reverse()
			.map(({ id }) => stored({ kind: 'static-password', password: id }, ['sign-in'])),
		...passedOn(world),
		...tokensOf(world.service, world.people.user).flatMap(({ serial, pin }) =>
			pin ? [stored({ kind: 'server-pin', serial }, ['sign-in'])] : [],
		),
		...[...(user?.tasks ?? [])]
			.reverse()
			.map((task) =>
				stored({ kind: 'activation-string', task, user: world.people.user }, ['activation-string']),
			),
		...codesMailed(world).map((entry) => stored(entry, ['verification-code'])),
		...factNames.map((name): Known => ({ entry: { kind: 'fact', name }, text: facts[name], fields: [name] })),
	].filter(({ text }) => text !== '');
}

/** Verification codes of the user portal that have come, the newest first. */
const codesMailed = ({ service, people }: World) =>
	mailOf(service, people.user)
		.flatMap(({ content }) => (content.kind === 'verification-code' ? [content] : []))
		.reverse();

/** Static passwords that the manager was sent for somebody else: passed on by mistake, they are refused. */
function passedOn({ service, people }: World): Known[] {
	return mailOf(service, people.manager).flatMap(({ content }): Known[] => {
		if (content.kind !== 'static-password' || content.user === people.user) return [];
		const entry = { kind: 'static-password', password: content.password } as const;
		return [{ entry, text: textOf(service, content.user, entry) ?? '', fields: ['sign-in'] }];
	});
}

/**
 * A new static password is the one of the card. `too-short` says what the service refuses; of anything else it is
 * known only that it is another text.
 */
function newPasswordMiss({ service }: World, typed: string, miss: Entry | null): Entry | null {
	if (miss?.kind !== 'near-miss') return miss;
	const problem = passwordProblem(service.policy.staticPassword, typed);
	if (problem === 'too-short') return { ...miss, how: 'too-short' };
	return miss.how === 'too-short' ? { ...miss, how: 'one-off' } : miss;
}

const caseless: readonly string[] = ['user-id', 'email'];

/** A value that was meant, and how it was missed: those of this field first. */
function missOf(world: World, typed: string, known: readonly Known[]): Entry | null {
	for (const { entry, text } of known) {
		const how = howMissed(typed, text, world.service.policy.emailDomains);
		if (!how) continue;
		// only passwords ask for upper and lower case
		if (how === 'case' && entry.kind === 'card' && caseless.includes(entry.value)) return entry;
		if (how === 'case' && entry.kind === 'fact' && entry.name.startsWith('search-')) return entry;
		if (entry.kind === 'fact') return { kind: 'near-fact', name: entry.name, how };
		if (entry.kind !== 'near-fact' && !isOwnKind(entry)) return { kind: 'near-miss', of: entry, how };
	}
	return null;
}

function howMissed(typed: string, value: string, domains: readonly string[]): NearMiss | null {
	if (typed.toLowerCase() === value.toLowerCase()) return 'case';
	if (alike(typed) === alike(value)) return 'letter-or-digit';
	const [name = '', domain] = value.split('@');
	if (domain && domains.some((one) => typed.toLowerCase() === `${name}@${one}`)) return 'other-domain';
	if (value.length < 5) return null;
	if (value.startsWith(typed) && typed.length * 2 >= value.length) return 'too-short';
	if (typed.startsWith(value) && typed.length <= value.length + 4) return 'too-long';
	return distance(typed, value) === 1 ? 'one-off' : null;
}

const alike = (text: string): string => text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
