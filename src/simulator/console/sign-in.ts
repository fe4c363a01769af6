import { cleared, draftOf } from '../drafts.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import { acts, stepAt, textOf, tokensOf } from '../service/service.ts';
import { forService, type Entry } from '../entries.ts';
import type { World } from '../state.ts';
import { desk, goTo } from './change.ts';
import { consoleText } from './found.ts';
import { messageOf } from './messages.ts';

const USER = 'console.login-user';
const CODE = 'console.login-code';

/**
 * The operator signs in as any user does, with a passcode of a token of their own (facts 5.1; the page is assumed).
 * What that token shows stands below: it lies on the operator's desk.
 */
export function signInPage(world: World): Live[] {
	const code = operatorCode(world);
	return [
		heading('console.title', 'Sign in'),
		...messageOf(world),
		...field(world, 'console', USER, 'User ID', 'found', consoleText(world)),
		...field(world, 'console', CODE, 'Passcode', 'passcode', () => '••••••'),
		button('console.sign-in', 'Sign in', signedIn),
		value(
			'console.own-token',
			code === null
				? 'You have no token that works.'
				: `Your user ID is ${world.people.operator}. Your own token shows ${shown(world, code)} now.`,
		),
	];
}

const shown = (world: World, code: Entry): string => textFor(world, code) ?? '';
const textFor = (world: World, entry: Entry): string | null =>
	textOf(world.service, world.people.operator, forService(entry));

/** The passcode that the operator's token shows now; `null` without a token that works. */
export function operatorCode({ service, people, now }: World): Extract<Entry, { kind: 'passcode' }> | null {
	const token = tokensOf(service, people.operator).find(({ state }) => state === 'Active');
	if (!token?.seed) return null;
	const { serial, seed, mark, retired } = token;
	const step = seed.mode === 'time' ? stepAt(seed, now) : mark + 1;
	return { kind: 'passcode', serial, activation: retired.length, step };
}

function signedIn(world: World): World {
	const entry = draftOf(world, 'console', CODE) ?? ({ kind: 'nothing' } as const);
	const who = draftOf(world, 'console', USER);
	const user = who?.kind === 'found' ? consoleText(world)(who) : '';
	const { service, reply } = acts.login(
		world.service,
		{ user, entry: forService(entry), resource: 'console' },
		world.now,
	);
	const after: World = {
		...cleared({ ...world, service }, 'console', CODE),
		truth: { at: world.now, what: 'login', outcome: reply.ok ? 'ok' : reply.reason, entry },
	};
	if (!reply.ok) return desk(after, { message: { kind: 'refused', id: 'sign-in' } });
	return goTo(after, 'snapshot');
}
