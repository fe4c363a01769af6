import { ok, refused, type Result } from '../domain/result.ts';
import type { Command } from './commands.ts';
import { factNames } from './entries.ts';
import { faultIds } from './faults/ids.ts';
import { operationActs } from './operations.ts';
import { deviceIds, type World } from './state.ts';

/**
 * One line of a command file. `at` is epoch ms UTC; `after`, in seconds, counts from the World's clock.
 *
 * @returns the command, or in words what is wrong with the line
 */
export function readCommand(line: string, world: World): Result<Command, string> {
	let data: unknown;
	try {
		data = JSON.parse(line);
	} catch {
		return refused('not JSON');
	}
	if (!isObject(data)) return refused('expected an object');
	const { after, ...rest } = data;
	const at = rest.at ?? (typeof after === 'number' ? world.now + after * 1000 : undefined);
	if (!Number.isInteger(at)) return refused('expected "at" (epoch ms UTC) or "after" (seconds)');
	const problem = wrongIn(rest);
	// Every member was looked at: what stands there is a command.
	return problem ? refused(problem) : ok({ ...rest, at } as Command);
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (data: unknown): data is Members =>
	typeof data === 'object' && data !== null && !Array.isArray(data);
const oneOf = (list: readonly string[], value: unknown): boolean =>
	typeof value === 'string' && list.includes(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

function wrongIn(command: Members): string | null {
	switch (command.do) {
		case 'wait':
			return null;
		case 'press':
		case 'choose':
		case 'type':
			if (!isText(command.control)) return 'expected "control", the id of a control';
			if (command.device !== undefined && !oneOf(deviceIds, command.device))
				return `expected "device" to be one of ${deviceIds.join(', ')}`;
			return command.do === 'type' ? wrongEntry(command.entry) : null;
		case 'call-desk':
			return oneOf(faultIds, command.about) ? null : 'expected "about" to be a fault';
		case 'break':
			return oneOf(faultIds, command.fault) ? null : 'expected "fault" to be a fault';
		case 'operate':
			return wrongOperation(command.operation);
		default:
			return 'expected "do" to be one of wait, press, choose, type, operate, call-desk, break';
	}
}

function wrongOperation(operation: unknown): string | null {
	if (!isObject(operation) || !oneOf(operationActs, operation.act))
		return `expected "operation" with "act", one of ${operationActs.join(', ')}`;
	if (oneOf(['suspend', 'activate', 'revoke'], operation.act) && !isText(operation.serial))
		return 'expected "operation" with "serial"';
	return operation.act === 'remove-task' && !isText(operation.task)
		? 'expected "operation" with "task"'
		: null;
}

const cardValues = ['user-id', 'email', 'computer-password', 'pin', 'next-pin', 'next-static-password'];
const nearMisses = [
	'case',
	'letter-or-digit',
	'one-off',
	'too-short',
	'too-long',
	'letters',
	'trivial',
	'other-domain',
];
/** As deep as near misses and joined entries may stand in one another. */
const DEPTH = 4;

function wrongEntry(entry: unknown, depth = 0): string | null {
	if (!isObject(entry) || depth > DEPTH) return 'expected "entry" with a "kind"';
	const { kind } = entry;
	const fits = (right: boolean, members: string) =>
		right ? null : `expected an entry of kind "${String(kind)}" with ${members}`;
	switch (kind) {
		case 'nothing':
			return null;
		case 'card':
			return fits(oneOf(cardValues, entry.value), `"value", one of ${cardValues.join(', ')}`);
		case 'static-password':
			return fits(isText(entry.password), '"password"');
		case 'passcode':
			return fits(
				isText(entry.serial) && isCount(entry.step) && isCount(entry.activation),
				'"serial", "activation" and "step"',
			);
		case 'server-pin':
			return fits(isText(entry.serial), '"serial"');
		case 'activation-string':
			return fits(isText(entry.task) && isText(entry.user), '"task" and "user"');
		case 'near-miss':
			return oneOf(nearMisses, entry.how)
				? wrongEntry(entry.of, depth + 1)
				: `expected a near miss with "how", one of ${nearMisses.join(', ')}`;
		case 'joined': {
			const parts = Array.isArray(entry.parts) ? (entry.parts as unknown[]) : [];
			if (parts.length !== 2) return 'expected "parts", two entries';
			return wrongEntry(parts[0], depth + 1) ?? wrongEntry(parts[1], depth + 1);
		}
		case 'fact':
			return fits(oneOf(factNames, entry.name), `"name", one of ${factNames.join(', ')}`);
		case 'near-fact':
			return fits(oneOf(factNames, entry.name) && oneOf(nearMisses, entry.how), '"name" and "how"');
		case 'clock':
			return fits(Number.isSafeInteger(entry.skew), '"skew", whole ms');
		case 'raw':
			return fits(typeof entry.text === 'string' && /^\d{4,10}$/.test(entry.text), '"text", 4 to 10 digits');
		default:
			return 'expected "entry" with a known "kind"';
	}
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
