import { nextBelow, shuffle } from '../../domain/random.ts';
import { checkComputerPassword } from './computer-password.ts';
import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { queue } from './mail.ts';
import { pushesOf, pushTokensOf, withRequest } from './push-requests.ts';
import type { PushOrigin, PushRequest } from './push-state.ts';
import { act, deny } from './settle.ts';
import type { Outcome, Serial, Service, UserId } from './state.ts';
import { userOf } from './users.ts';

/** For the coach and the trainer; the page shows what follows from the result code. */
export type AskPushRefusal =
	/** A request waits for its answer (code 2). */
	| 'challenge'
	/** The user or the first factor is wrong: the page waits all the same, and nothing was sent (code 9). */
	| 'fake-challenge'
	/** The field holds more than one character: that is a code to check, not a trigger. */
	| 'not-a-trigger'
	| 'account-locked'
	/** No token of the user takes a push. Counted neither way, as an empty field is (assumed). */
	| 'no-push';

export type AskPush = {
	readonly user: UserId;
	/** What stands in the passcode field: nothing, or any one character (facts 5.12). */
	readonly trigger: Entry;
	/** The first factor, where the page asks for it. */
	readonly password?: Entry;
	readonly resource: string;
	/** At another place unless it is said to be here. */
	readonly origin: PushOrigin;
	/** Tokens whose device shows notifications right now; all unless given. */
	readonly reached?: readonly Serial[];
};

/**
 * A login by push: sends a request to every token that takes one and whose device can be reached. It always
 * ends in a refusal, since nobody is logged in yet; the request itself is the last one of the user's.
 */
export const askForPush = act(
	'ask-for-push',
	(input: AskPush) => ({ by: input.user, to: input.resource }),
	(before, input): Outcome<never, AskPushRefusal> => {
		const user = userOf(before, input.user);
		if (!user) return deny(before, 'fake-challenge');
		if ((textOf(before, user.id, input.trigger) ?? '  ').length > 1) return deny(before, 'not-a-trigger');
		const { service, right } = firstFactor(before, input);
		if (!right) return deny(service, 'fake-challenge');
		if (user.lock) return deny(service, 'account-locked');
		const tokens = pushTokensOf(service, user.id);
		if (tokens.length === 0) return deny(service, 'no-push');
		const { reached } = input;
		const serials = tokens
			.map(({ serial }) => serial)
			.filter((serial) => !reached || reached.includes(serial));
		return deny(sendPush(service, input, serials), 'challenge');
	},
);

function firstFactor(service: Service, { user, password }: AskPush): { service: Service; right: boolean } {
	if (!password) return { service, right: true };
	const checked = checkComputerPassword(service, { user, entry: password }, service.now);
	return { service: checked.service, right: checked.reply.ok };
}

/** Sends a request to tokens. It is the last one of the user's. */
export function sendPush(
	before: Service,
	{ user, resource, origin }: Pick<AskPush, 'user' | 'resource' | 'origin'>,
	serials: readonly Serial[],
	numbers = before.policy.push.numberMatching,
): Service {
	const { service, match } = numbers ? numbersFor(before) : { service: before, match: null };
	const pushes = pushesOf(service);
	const last = pushes.last + 1;
	const id = `R${last}`;
	const expiresAt = service.now + service.policy.push.timeoutSeconds * 1000;
	const request: PushRequest = {
		id,
		user,
		resource,
		origin,
		askedAt: service.now,
		expiresAt,
		serials,
		match,
		state: 'waiting',
		answeredBy: null,
		endedAt: null,
		reported: false,
	};
	const kept = withRequest({ ...service, push: { ...pushes, last } }, request);
	return queue(kept, { at: expiresAt, kind: 'push-end', user, request: id });
}

/** Number matching: two digits on the page, and three numbers to choose from in the app (facts 3.6, 5.12). */
function numbersFor(service: Service): { service: Service; match: PushRequest['match'] } {
	const numbers: number[] = [];
	let { random } = service;
	while (numbers.length < CHOICES) {
		const draw = nextBelow(random, 90);
		random = draw.random;
		if (!numbers.includes(draw.value + 10)) numbers.push(draw.value + 10);
	}
	const [shown = 10] = numbers;
	const choices = shuffle(random, numbers);
	return { service: { ...service, random: choices.random }, match: { shown, choices: choices.value } };
}

/** How many numbers the app offers (facts 5.12). */
const CHOICES = 3;
