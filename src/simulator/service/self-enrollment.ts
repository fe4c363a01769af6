import type { Target } from '../policy.ts';
import { act, deny, done } from './settle.ts';
import type { Instant, LineStatus, Outcome, Service, TaskId, UserId } from './state.ts';
import { changeLine, lineOf, taskOf } from './task-lines.ts';

/** Facts 8.3: what the link of the enrollment e-mail answers when its line is not open. */
export type LineRefusal = 'unknown-link' | 'already-completed' | 'expired' | 'enrollment-locked' | 'removed';
export type OfLine = { readonly task: TaskId; readonly user: UserId };

const ENDED: Readonly<Record<Exclude<LineStatus, 'Active'>, LineRefusal>> = {
	Enrolled: 'already-completed',
	Completed: 'already-completed',
	Expired: 'expired',
	Locked: 'enrollment-locked',
	Removed: 'removed',
};

/** Why a line cannot be used; `null` if it can. */
export function lineRefusal(service: Service, { task, user }: OfLine): LineRefusal | null {
	const status = lineOf(service, task, user)?.status;
	if (status === undefined) return 'unknown-link';
	return status === 'Active' ? null : ENDED[status];
}

export type EnrollmentPage = {
	/** Number of this opening; the page's enroll link carries it. */
	readonly session: number;
	/** The devices that the page offers: the allowed targets (facts 5.6). */
	readonly targets: readonly Target[];
	/** The last instant at which it can be used. */
	readonly stopsAt: Instant;
};

/** Opens the link of the enrollment e-mail. A page opened before ends with it. */
export const openEnrollment = act(
	'open-enrollment',
	(input: OfLine) => ({ by: input.user, to: input.task }),
	(service, input): Outcome<EnrollmentPage, LineRefusal> => {
		const refusal = lineRefusal(service, input);
		const task = taskOf(service, input.task);
		const line = lineOf(service, input.task, input.user);
		if (refusal || !task || !line) return deny(service, refusal ?? 'unknown-link');
		const session = line.openings + 1;
		const next = changeLine(service, task.id, line.user, () => ({ openings: session, session }));
		return done(next, { session, targets: offeredTargets(service), stopsAt: task.stopsAt });
	},
);

/** The page is closed: its enroll link works no more (assumed from "must stay open"); the string does. */
export const closeEnrollment = act(
	'close-enrollment',
	(input: OfLine & { readonly session: number }) => ({ by: input.user, to: input.task }),
	(service, input): Outcome<null, 'unknown-link' | 'not-open'> => {
		const line = lineOf(service, input.task, input.user);
		if (!line) return deny(service, 'unknown-link');
		if (line.session === null || line.session !== input.session) return deny(service, 'not-open');
		return done(
			changeLine(service, input.task, line.user, () => ({ session: null })),
			null,
		);
	},
);

/** The targets that the policy allows, in its order. */
export function offeredTargets({ policy }: Service): Target[] {
	return (Object.keys(policy.targets) as Target[]).filter((target) => policy.targets[target].allowed);
}
