import { refused, type Result } from '../domain/result.ts';
import { acts } from './service/service.ts';
import type { World } from './state.ts';

/** What an operator can do for the user of the exercise (facts 5.7). The console adds more. */
export type Operation =
	| { readonly act: 'provision' | 'unlock' | 'revoke-static-password' }
	| { readonly act: 'suspend' | 'activate' | 'revoke'; readonly serial: string }
	| { readonly act: 'remove-task'; readonly task: string };
export const operationActs = [
	'provision',
	'unlock',
	'revoke-static-password',
	'suspend',
	'activate',
	'revoke',
	'remove-task',
] as const satisfies readonly Operation['act'][];

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
		case 'unlock':
			return acts.unlock(service, { operator, user }, now);
		case 'revoke-static-password':
			return acts.revokeStaticPassword(service, { operator, user }, now);
		case 'suspend':
			return acts.suspend(service, { operator, serial: operation.serial }, now);
		case 'activate':
			return acts.activate(service, { operator, serial: operation.serial }, now);
		case 'revoke':
			return acts.revoke(service, { operator, serial: operation.serial, to: 'Inventory' }, now);
		case 'remove-task':
			return acts.removeTaskLines(service, { operator, task: operation.task }, now);
	}
}
