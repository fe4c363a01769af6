import { refused, type Result } from '../domain/result.ts';
import { forService, type Entry } from './entries.ts';
import { acts, type Revocation } from './service/service.ts';
import type { World } from './state.ts';

/** Where a revoked token goes (facts 5.7). */
export const revokedTo = [
	'Inventory',
	'Initialize',
	'Lost',
	'Faulty',
] as const satisfies readonly Revocation['to'][];

/** What an operator can do for the user of the exercise (facts 5.7), on the token of a serial or on a task. */
export type Operation =
	| {
			readonly act: 'provision' | 'assign' | 'unlock' | 'temporary-password' | 'revoke-static-password';
	  }
	| { readonly act: 'suspend'; readonly serial: string; readonly staticPassword?: boolean }
	| { readonly act: 'activate'; readonly serial: string; readonly newPin?: boolean }
	| {
			readonly act: 'revoke';
			readonly serial: string;
			/** Inventory unless given. */
			readonly to?: (typeof revokedTo)[number];
			readonly staticPasswordToo?: boolean;
	  }
	| { readonly act: 'reinitialize' | 'remove-token' | 'reset-server-pin'; readonly serial: string }
	/** Two consecutive codes, as the person reads them out. */
	| { readonly act: 'resync'; readonly serial: string; readonly first: Entry; readonly second: Entry }
	| { readonly act: 'remove-task'; readonly task: string }
	/** `stopsAt`: epoch ms UTC. */
	| { readonly act: 'move-stop-date'; readonly task: string; readonly stopsAt: number };

export type OperationRefusal = Extract<ReturnType<typeof ask>['reply'], { ok: false }>['reason'];

/** The World after an operator's act, and what the console answers. */
export function operated(
	world: World,
	operation: Operation,
): { readonly world: World; readonly reply: Result<unknown, OperationRefusal> } {
	const outcome = ask(world, operation);
	return {
		world: { ...world, service: outcome.service },
		reply: outcome.reply.ok ? outcome.reply : refused(outcome.reply.reason),
	};
}

function ask({ service, people, now }: World, operation: Operation) {
	const { user, operator } = people;
	switch (operation.act) {
		case 'provision':
			return acts.provision(service, { operator, users: [user] }, now);
		case 'assign':
			return acts.assign(service, { operator, user }, now);
		case 'unlock':
			return acts.unlock(service, { operator, user }, now);
		case 'temporary-password':
			return acts.requestStaticPassword(service, { requester: operator, user }, now);
		case 'revoke-static-password':
			return acts.revokeStaticPassword(service, { operator, user }, now);
		case 'suspend':
			return acts.suspend(service, { ...operation, operator }, now);
		case 'activate':
			return acts.activate(service, { ...operation, operator }, now);
		case 'revoke':
			return acts.revoke(service, { to: 'Inventory', ...operation, operator }, now);
		case 'reinitialize':
			return acts.reinitialize(service, { ...operation, operator }, now);
		case 'remove-token':
			return acts.removeToken(service, { ...operation, operator }, now);
		case 'reset-server-pin':
			return acts.resetServerPin(service, { ...operation, operator }, now);
		case 'resync': {
			const [first, second] = [forService(operation.first), forService(operation.second)];
			return acts.resync(service, { operator, serial: operation.serial, first, second }, now);
		}
		case 'remove-task':
			return acts.removeTaskLines(service, { ...operation, operator }, now);
		case 'move-stop-date':
			return acts.moveStopDate(service, { ...operation, operator }, now);
	}
}
