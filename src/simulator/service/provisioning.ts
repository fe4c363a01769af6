import { nextText } from '../../domain/random.ts';
import { BASE32 } from './base32.ts';
import { queue, send } from './mail.ts';
import { act, deny, done } from './settle.ts';
import type { Instant, Outcome, Service, Task, TaskId, TaskLine, UserId } from './state.ts';
import { stockOf } from './stock.ts';
import { addTask, endLine, supersede, taskOf } from './task-lines.ts';
import { operatorOf, userOf } from './users.ts';
import { put } from './buckets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export type ProvisionRefusal =
	'unknown-operator' | 'nobody-chosen' | 'unknown-user' | 'no-email' | 'inventory-exhausted';

/**
 * One task for one or more users: a token is reserved for each, each gets the enrollment e-mail (facts 5.3, 5.4).
 * Older open lines of the same users end (assumed). All or none: one unknown user, or too small a stock, refuses
 * the whole task.
 */
export const provision = act(
	'provision',
	(input: {
		readonly operator: UserId;
		readonly users: readonly UserId[];
		/** Whether enrolling ends the user's older MobilePASS+ tokens; left out: as the policy says. */
		readonly replaces?: boolean;
	}) => ({ by: input.operator, to: input.users.join(', ') }),
	(service, input): Outcome<{ readonly task: TaskId }, ProvisionRefusal> =>
		operatorOf(service, input.operator)
			? open(service, input.operator, input.users, input.replaces ?? service.policy.task.newTokenEndsOld)
			: deny(service, 'unknown-operator'),
);

/**
 * The request for a replacement token (procedure A, step 15): a task of one line.
 * Any user may request it; approval is not simulated.
 */
export const requestReplacementToken = act(
	'request-replacement-token',
	(input: { readonly requester: UserId; readonly user: UserId }) => ({ by: input.requester, to: input.user }),
	(service, input): Outcome<{ readonly task: TaskId }, ProvisionRefusal> =>
		userOf(service, input.requester)
			? open(service, input.requester, [input.user], true)
			: deny(service, 'unknown-operator'),
);

/**
 * A task for these users, with a token reserved for each.
 *
 * @param mails whether each user gets the enrollment e-mail; in the user portal the person sees the code itself
 */
export function open(
	service: Service,
	operator: UserId,
	chosen: readonly UserId[],
	replaces: boolean,
	mails = true,
): Outcome<{ readonly task: TaskId }, ProvisionRefusal> {
	const users = [...new Set(chosen)];
	if (users.length === 0) return deny(service, 'nobody-chosen');
	const people = users.flatMap((id) => userOf(service, id) ?? []);
	if (people.length < users.length) return deny(service, 'unknown-user');
	if (people.some(({ email }) => !email)) return deny(service, 'no-email');

	let next = users.reduce(supersede, service);
	if (stockOf(next).available < users.length) return deny(service, 'inventory-exhausted');
	const number = next.numbers.task + 1;
	next = { ...next, numbers: { ...next.numbers, task: number } };
	const lines: [UserId, TaskLine][] = [];
	for (const { id, email } of people) {
		const draw = nextText(next.random, BASE32, 16);
		next = { ...next, random: draw.random };
		lines.push([id, newLine(id, email ?? '', draw.value)]);
	}
	const task: Task = {
		id: `T${String(number).padStart(4, '0')}`,
		operator,
		startsAt: next.now,
		stopsAt: next.now + next.policy.task.validDays * DAY_MS,
		replaces,
		lines: Object.fromEntries(lines),
	};
	next = queue(addTask(next, task), { at: task.stopsAt + 1, kind: 'task-end', task: task.id });
	if (mails)
		next = users.reduce((sent, user) => send(sent, user, { kind: 'enrollment', task: task.id, user }), next);
	return done(next, { task: task.id });
}

const newLine = (user: UserId, emailedTo: string, code: string): TaskLine => ({
	user,
	status: 'Active',
	tries: 0,
	serial: null,
	emailedTo,
	code,
	openings: 0,
	session: null,
});

/** Removes unfinished lines of a task, one user's or all: they can no longer enroll (facts 5.4). */
export const removeTaskLines = act(
	'remove-task-lines',
	(input: {
		readonly operator: UserId;
		readonly task: TaskId;
		/** Left out: every line. */
		readonly user?: UserId;
		/** Tells the users by e-mail. */
		readonly notify?: boolean;
	}) => ({ by: input.operator, to: input.task }),
	(
		service,
		input,
	): Outcome<{ readonly removed: number }, 'unknown-operator' | 'unknown-task' | 'nothing-open'> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		const task = taskOf(service, input.task);
		if (!task) return deny(service, 'unknown-task');
		const chosen = Object.values(task.lines).filter(
			({ status, user }) => status === 'Active' && (input.user === undefined || user === input.user),
		);
		if (chosen.length === 0) return deny(service, 'nothing-open');
		const next = chosen.reduce((ended, { user }) => {
			const removed = endLine(ended, task.id, user, 'Removed');
			return input.notify ? send(removed, user, { kind: 'task-removed', task: task.id }) : removed;
		}, service);
		return done(next, { removed: chosen.length });
	},
);

/** Moves the stop date of a task; lines that have ended stay ended (facts 5.4, "Edit"). */
export const moveStopDate = act(
	'move-stop-date',
	(input: { readonly operator: UserId; readonly task: TaskId; readonly stopsAt: Instant }) => ({
		by: input.operator,
		to: input.task,
	}),
	(service, input): Outcome<null, 'unknown-operator' | 'unknown-task' | 'in-the-past'> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		const task = taskOf(service, input.task);
		if (!task) return deny(service, 'unknown-task');
		if (!Number.isSafeInteger(input.stopsAt) || input.stopsAt < service.now)
			return deny(service, 'in-the-past');
		const { stopsAt } = input;
		const next = { ...service, tasks: put(service.tasks, task.id, { ...task, stopsAt }) };
		return done(queue(next, { at: stopsAt + 1, kind: 'task-end', task: task.id }), null);
	},
);
