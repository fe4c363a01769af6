import { put, without } from './buckets.ts';
import { mailOf, queue } from './mail.ts';
import type { MailFolder } from '../policy.ts';
import type { Due, Instant, Mail, MailContent, Service, StaticPassword, UserId } from './state.ts';
import { endLine, lineOf, taskOf } from './task-lines.ts';
import { changeUser, userOf } from './users.ts';

/**
 * What faults change of the service that no act does: what came before the exercise, and what is under way.
 * Like the acts, pure and total.
 */

type MailDue = Extract<Due, { kind: 'mail' }>;
const isOf = (due: Due, kind: MailContent['kind']): due is MailDue =>
	due.kind === 'mail' && due.mail.content.kind === kind;

/** E-mails of a kind that are under way arrive at `at`, and not before. */
export function mailDelayed(service: Service, kind: MailContent['kind'], at: Instant): Service {
	const late = service.due.filter((due): due is MailDue => isOf(due, kind) && due.at < at);
	const rest: Service = { ...service, due: service.due.filter((due) => !late.some((one) => one === due)) };
	return late.reduce((next, due) => queue(next, { ...due, at, mail: { ...due.mail, at } }), rest);
}

/** E-mails of a kind that are under way never arrive. */
export const mailDropped = (service: Service, kind: MailContent['kind']): Service => ({
	...service,
	due: service.due.filter((due) => !isOf(due, kind)),
});

/** The user's enrollment e-mails, delivered or under way, with something changed; `null` takes one away. */
function enrollmentMail(service: Service, user: UserId, change: (mail: Mail) => Mail | null): Service {
	const changed = (mail: Mail): Mail[] => {
		if (mail.content.kind !== 'enrollment' || mail.to !== user) return [mail];
		const next = change(mail);
		return next ? [next] : [];
	};
	return {
		...service,
		mailboxes: put(service.mailboxes, user, mailOf(service, user).flatMap(changed)),
		due: service.due.flatMap((due): Due[] =>
			due.kind === 'mail' ? changed(due.mail).map((mail) => ({ ...due, mail })) : [due],
		),
	};
}

/** The user's enrollment e-mails lie in this folder. */
export const enrollmentMoved = (service: Service, user: UserId, folder: MailFolder): Service =>
	enrollmentMail(service, user, (mail) => ({ ...mail, folder }));

/** As if nothing had been provisioned for the user yet. */
export function unprovisioned(service: Service, user: UserId): Service {
	const tasks = userOf(service, user)?.tasks ?? [];
	const ended = tasks.reduce((next, task) => endLine(next, task, user, 'Removed'), service);
	return enrollmentMail(ended, user, () => null);
}

/** The user's open enrollments were provisioned `age` ms ago, and end as they would have. */
export function enrollmentAged(service: Service, user: UserId, age: number): Service {
	const open = (userOf(service, user)?.tasks ?? []).filter(
		(id) => lineOf(service, id, user)?.status === 'Active',
	);
	const since = service.now - age;
	return open.reduce((before, id) => {
		const task = taskOf(before, id);
		if (!task) return before;
		const moved = { ...task, startsAt: since, stopsAt: since + (task.stopsAt - task.startsAt) };
		const next = { ...before, tasks: put(before.tasks, id, moved) };
		const ended = moved.stopsAt < next.now ? endLine(next, id, user, 'Expired') : next;
		return enrollmentMail(ended, user, (mail) =>
			mail.content.kind === 'enrollment' && mail.content.task === id ? { ...mail, at: since } : mail,
		);
	}, service);
}

/** A static password of long ago, expired since, and its e-mails at the top of both mailboxes. */
export function oldPasswordFound(service: Service, user: UserId, requester: UserId, setAt: Instant): Service {
	const number = service.numbers.password + 1;
	const id = `P${number}`;
	const { lifetimeDays } = service.policy.staticPassword;
	const old: StaticPassword = {
		id,
		text: `Old${String(number).padStart(2, '0')}pass7`,
		state: 'expired',
		setAt,
		expiresAt: setAt + lifetimeDays * 24 * 60 * 60 * 1000,
		usesLeft: null,
		mustChange: false,
		requestedBy: requester,
	};
	let next = changeUser(service, user, ({ passwords }) => ({ passwords: [old, ...passwords] }));
	next = { ...next, numbers: { ...next.numbers, password: number } };
	for (const to of [requester, user]) {
		const mail = next.numbers.mail + 1;
		const content = { kind: 'static-password', user, password: id } as const;
		const letter: Mail = { id: `M${mail}`, to, at: setAt, folder: 'Focused', content };
		next = {
			...next,
			numbers: { ...next.numbers, mail },
			mailboxes: put(next.mailboxes, to, [letter, ...mailOf(next, to)]),
		};
	}
	return next;
}

/** The user's account moves to another e-mail domain. */
export function addressMoved(service: Service, user: UserId, domain: string): Service {
	const before = userOf(service, user)?.email;
	if (!before) return service;
	const email = `${before.split('@')[0] ?? ''}@${domain}`;
	const addresses = put(without(service.addresses, before.toLowerCase()), email.toLowerCase(), user);
	return changeUser({ ...service, addresses }, user, () => ({ email }));
}

/** The static password that is set, with some of its conditions changed. */
export function passwordChanged(
	service: Service,
	user: UserId,
	change: Partial<Pick<StaticPassword, 'state' | 'usesLeft' | 'mustChange'>>,
): Service {
	return changeUser(service, user, ({ passwords }) => ({
		passwords: passwords.map((one) => (one.state === 'set' ? { ...one, ...change } : one)),
	}));
}
