import { refused, type Result } from '../domain/result.ts';
import type { Command } from './commands.ts';
import { asCommand } from './shape.ts';
import type { World } from './state.ts';

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
	if (typeof data !== 'object' || data === null || Array.isArray(data)) return refused('expected an object');
	const { after, at, ...rest } = data as Readonly<Record<string, unknown>>;
	if ((at === undefined) === (after === undefined))
		return refused('expected either "at" (epoch ms UTC) or "after" (seconds)');
	const then = typeof after === 'number' ? world.now + after * 1000 : at;
	if (!Number.isInteger(then))
		return refused(`expected "${after === undefined ? 'at' : 'after'}" in whole milliseconds`);
	return asCommand({ ...rest, at: then });
}
