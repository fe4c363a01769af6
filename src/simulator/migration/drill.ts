import { randomFrom } from '../../domain/random.ts';
import type { Result } from '../../domain/result.ts';
import { applyPolicy } from '../service/operator.ts';
import {
	createService,
	moveStopDate,
	provision,
	reinitialize,
	removeTaskLines,
	revoke,
	settle,
	taskOf,
} from '../service/service.ts';
import type { Serial, Service, TaskId, UserId } from '../service/state.ts';
import { workingDay } from './calendar.ts';
import { lived, planned } from './day.ts';
import { canSignIn, eveningOf } from './figures.ts';
import { habitOf, SECOND_MAIL } from './habits.ts';
import { drawIn, drawPeople, movedTargets, userOfPerson } from './people.ts';
import type { Drill, DrillCommand, DrillOptions } from './state.ts';

/** The operator of a migration, whose own token is on MobilePASS+ already. */
export const OPERATOR = 'OPERATOR';
const STARTS_AT = Date.UTC(2026, 2, 2, 9);
/** Enough for everybody, and each day is one command at most. */
export const MOST_USERS = 5000;
export const MOST_DAYS = 400;

/** How many were done, and the first reason for those that were not. */
type Done = { readonly done: number; readonly refused: number; readonly reason: string };
export type DrillReply = Result<Done, string>;

/**
 * The first morning of a migration: everybody on MobilePASS 8, and fewer free tokens than people.
 *
 * @throws RangeError for fewer than one user or spare token, or more users than `MOST_USERS`
 */
export function beginDrill(options: DrillOptions): Drill {
	const { seed, users, spare } = options;
	const whole = [seed, users, spare].every(Number.isSafeInteger);
	if (!whole || users < 1 || users > MOST_USERS || spare < 1)
		throw new RangeError(`beginDrill: expected users and spare tokens, got ${JSON.stringify(options)}`);
	const drawn = drawPeople(randomFrom(`migration ${seed}`), users);
	const service = createService({
		seed,
		startsAt: STARTS_AT,
		stock: spare,
		users: [
			{
				...{ id: OPERATOR, firstName: 'Robin', lastName: 'Stone', operator: true },
				email: 'operator@example.com',
				tokens: [{}],
			},
			...drawn.people.map(userOfPerson),
		],
		policy: { targets: Object.fromEntries(movedTargets.map((one) => [one, { app: 'MobilePASS 8' }])) },
	});
	const drill: Drill = {
		...{ options, service, random: drawn.random, plans: [], day: 0 },
		people: Object.fromEntries(drawn.people.map((person) => [person.id, person])),
		...{ evenings: [], stranded: [], wrongApp: 0, waves: 0 },
	};
	return { ...drill, evenings: [eveningOf(drill)] };
}

/** Does what an operator commands. A refused command changes nothing but the service's audit log. */
export function commandDrill(drill: Drill, command: DrillCommand): { drill: Drill; reply: DrillReply } {
	const { service } = drill;
	const { now } = service;
	switch (command.do) {
		case 'apply': {
			const { values } = command;
			return took(drill, applyPolicy(service, { operator: OPERATOR, page: 'targets', values }, now));
		}
		case 'provision':
			return provisioned(drill, command.users);
		case 'extend': {
			const { task, days } = command;
			const stopsAt = (taskOf(service, task)?.stopsAt ?? now) + days * 24 * 60 * 60 * 1000;
			return took(drill, moveStopDate(service, { operator: OPERATOR, task, stopsAt }, now));
		}
		case 'remove': {
			const { task, user } = command;
			const who = user === undefined ? {} : { user };
			return took(drill, removeTaskLines(service, { operator: OPERATOR, task, ...who }, now));
		}
		case 'revoke':
			return each(drill, command.serials, (before, serial) =>
				revoke(before, { operator: OPERATOR, serial, to: command.to }, now),
			);
		case 'reinitialize':
			return each(drill, command.serials, (before, serial) =>
				reinitialize(before, { operator: OPERATOR, serial }, now),
			);
		case 'pass':
			return passed(drill, command.days);
	}
}

type Took = { readonly service: Service; readonly reply: Result<unknown, string> };
const one: DrillReply = { ok: true, value: { done: 1, refused: 0, reason: '' } };

const took = (drill: Drill, { service, reply }: Took): { drill: Drill; reply: DrillReply } => ({
	drill: { ...drill, service },
	reply: reply.ok ? one : reply,
});

function each(drill: Drill, serials: readonly Serial[], act: (before: Service, serial: Serial) => Took) {
	let { service } = drill;
	let reason = '';
	let refused = 0;
	for (const serial of serials) {
		const outcome = act(service, serial);
		service = outcome.service;
		if (outcome.reply.ok) continue;
		refused += 1;
		reason ||= outcome.reply.reason;
	}
	const next = { ...drill, service };
	if (serials.length === 0) return { drill, reply: { ok: false, reason: 'nobody-chosen' } as const };
	if (refused === serials.length) return { drill: next, reply: { ok: false, reason } as const };
	const value: Done = { done: serials.length - refused, refused, reason };
	return { drill: next, reply: { ok: true, value } as const };
}

function provisioned(drill: Drill, users: readonly UserId[]): { drill: Drill; reply: DrillReply } {
	const { service, reply } = provision(drill.service, { operator: OPERATOR, users }, drill.service.now);
	if (!reply.ok) return { drill: { ...drill, service }, reply };
	const chosen = [...new Set(users)];
	const anew = chosen.some((user) => drill.people[user]?.mails === 0);
	let next: Drill = { ...drill, service, waves: drill.waves + (anew ? 1 : 0) };
	for (const user of chosen) next = mailed(next, user, reply.value.task);
	return { drill: next, reply: { ok: true, value: { done: chosen.length, refused: 0, reason: '' } } };
}

/** Somebody got an e-mail, and will act on it, or not. */
function mailed(drill: Drill, user: UserId, task: TaskId): Drill {
	const person = drill.people[user];
	if (!person) return drill;
	const mails = person.mails + 1;
	const next = { ...drill, people: { ...drill.people, [user]: { ...person, mails, task } } };
	const range = mails > 1 ? SECOND_MAIL : habitOf(person.habit).opens;
	if (!range) return next;
	const days = drawIn(next.random, range);
	return planned(
		{ ...next, random: days.random },
		{ user, task, does: 'enrolls', after: next.service.now, days: days.value },
	);
}

/** Working days go by; on each of them everybody wants to sign in. */
function passed(drill: Drill, days: number): { drill: Drill; reply: DrillReply } {
	if (!Number.isSafeInteger(days) || days < 1 || drill.day + days > MOST_DAYS)
		return { drill, reply: { ok: false, reason: 'no-such-day' } };
	let next = drill;
	for (let day = 0; day < days; day += 1) next = nextDay(next);
	return { drill: next, reply: { ok: true, value: { done: days, refused: 0, reason: '' } } };
}

function nextDay(drill: Drill): Drill {
	const morning = workingDay(drill.service.now, 1);
	const without = Object.keys(drill.people).filter((user) => !canSignIn(drill.service, user));
	const stranded = [...new Set([...drill.stranded, ...without])];
	const over = lived({ ...drill, stranded, day: drill.day + 1 }, morning - 1);
	const next = { ...over, service: settle(over.service, morning) };
	return { ...next, evenings: [...next.evenings, eveningOf(next)] };
}
