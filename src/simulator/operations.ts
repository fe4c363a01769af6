import { refused, type Result } from '../domain/result.ts';
import { forService, type Entry } from './entries.ts';
import type { ConsoleRefusal, CoreOperation, Operation } from './operation-types.ts';
import { acts, type Outcome } from './service/service.ts';
import type { World } from './state.ts';

export { revokedTo, type Operation } from './operation-types.ts';

/** The World after an operator's act, and what the console answers. */
export function operated(
	world: World,
	operation: Operation,
): { readonly world: World; readonly reply: Result<unknown, OperationRefusal> } {
	const { user, operator } = world.people;
	const { act, first = null, second = null, ...given } = operation as Loose;
	const input = {
		user,
		users: [given.user ?? user],
		to: 'Inventory',
		...given,
		first: forService(first),
		second: forService(second),
		operator,
		requester: operator,
	};
	// The name and its input belong together by the command's shape, which TypeScript cannot follow here.
	const run = operators[act] as (
		service: World['service'],
		input: unknown,
		now: number,
		world: World,
	) => Outcome<unknown, OperationRefusal>;
	const { service, reply } = run(world.service, input, world.now, world);
	return { world: { ...world, service }, reply: reply.ok ? reply : refused(reply.reason) };
}

type Loose = {
	readonly act: Operation['act'];
	readonly user?: string;
	readonly first?: Entry;
	readonly second?: Entry;
};

const core = {
	provision: acts.provision,
	assign: acts.assign,
	unlock: acts.unlock,
	'temporary-password': acts.requestStaticPassword,
	'revoke-static-password': acts.revokeStaticPassword,
	suspend: acts.suspend,
	activate: acts.activate,
	revoke: acts.revoke,
	reinitialize: acts.reinitialize,
	'remove-token': acts.removeToken,
	'reset-server-pin': acts.resetServerPin,
	resync: acts.resync,
	// every line, whoever's
	'remove-task': (service, { operator, task }, now) => acts.removeTaskLines(service, { operator, task }, now),
	'move-stop-date': acts.moveStopDate,
} as const satisfies Record<CoreOperation['act'], unknown> & { 'remove-task': typeof acts.removeTaskLines };

type Refused<Reply> = Extract<Reply, { ok: false; reason: string }>['reason'];
export type OperationRefusal =
	Refused<ReturnType<(typeof core)[keyof typeof core]>['reply']> | ConsoleRefusal;

/** What does each act. Those of the console are put in when it is loaded. */
export const operators: Partial<Record<Operation['act'], unknown>> = { ...core };
