import { note } from './audit.ts';
import { unlockByTime } from './lockout.ts';
import { unlockComputer } from './computer-lock.ts';
import { deliver } from './mail.ts';
import { expirePassword } from './passwords.ts';
import { expirePush } from './push-end.ts';
import type { Due, Instant, Outcome, Service, UserId } from './state.ts';
import { expireTask } from './task-lines.ts';

/**
 * Brings about, in order and each at its own instant, everything that is due by `now`: e-mails arrive,
 * accounts unlock, tasks and static passwords end. A `now` in the past changes nothing.
 */
export function settle(service: Service, now: Instant): Service {
	let next = service;
	for (let first = next.due[0]; first !== undefined && first.at <= now; first = next.due[0])
		next = bringAbout({ ...next, now: Math.max(next.now, first.at), due: next.due.slice(1) }, first);
	return now > next.now ? { ...next, now } : next;
}

/** When something comes due next; `null` if nothing waits. */
export function nextDue(service: Service): Instant | null {
	return service.due[0]?.at ?? null;
}

/** One thing that is due. What it changed stands in the audit log; mail has a folder of its own. */
function bringAbout(service: Service, due: Due): Service {
	const next = broughtAbout(service, due);
	if (next === service || due.kind === 'mail') return next;
	const to = due.kind === 'task-end' ? due.task : due.kind === 'push-end' ? due.request : due.user;
	return note(next, { by: 'service', act: due.kind, to, outcome: 'ok' });
}

function broughtAbout(service: Service, due: Due): Service {
	switch (due.kind) {
		case 'mail':
			return deliver(service, due.mail);
		case 'unlock':
			return unlockByTime(service, due.user);
		case 'computer-unlock':
			return unlockComputer(service, due.user);
		case 'task-end':
			return expireTask(service, due.task);
		case 'password-end':
			return expirePassword(service, due.user, due.password);
		case 'push-end':
			return expirePush(service, due.user, due.request);
	}
}

/** An act of the service. `now`: true time, epoch ms UTC. */
export type Act<Input, Value, Reason extends string> = (
	service: Service,
	input: Input,
	now: Instant,
) => Outcome<Value, Reason>;

/**
 * Makes an act: what is due comes first, then `run` (which reads the time from `service.now`), then the
 * line of the audit log, also for a refusal.
 */
export function act<Input, Value, Reason extends string>(
	name: string,
	who: (input: Input) => { readonly by: UserId; readonly to: string },
	run: (service: Service, input: Input) => Outcome<Value, Reason>,
): Act<Input, Value, Reason> {
	return (service, input, now) => {
		const { service: next, reply } = run(settle(service, now), input);
		return {
			service: note(next, { ...who(input), act: name, outcome: reply.ok ? 'ok' : reply.reason }),
			reply,
		};
	};
}

/** An accepted act. */
export const done = <Value>(service: Service, value: Value): Outcome<Value, never> => ({
	service,
	reply: { ok: true, value },
});

/** A refused act. The service may still have changed: failures count. */
export const deny = <Reason extends string>(service: Service, reason: Reason): Outcome<never, Reason> => ({
	service,
	reply: { ok: false, reason },
});
