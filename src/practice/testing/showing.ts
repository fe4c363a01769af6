import type { Showing } from '../../simulator/faults/catalogue-row.ts';
import { advance, screenOf, type World } from '../../simulator/world.ts';

/** Does a World show this sign of the failure catalogue right now? For tests. */
export function showsNow(world: World, shows: Showing): boolean {
	const device = shows.device ?? 'laptop';
	const { name, controls } = screenOf(world, device);
	if (name !== shows.screen) return false;
	const used = world.last?.device === device ? world.last.control : null;
	if (shows.after !== undefined && used !== shows.after) return false;
	if ('reads' in shows) return controls.some(({ text }) => text === shows.reads);
	if ('lacks' in shows) return !controls.some(({ id, text }) => id === shows.lacks || text === shows.lacks);
	if ('unanswered' in shows)
		return used === shows.unanswered && controls.some(({ id }) => id === shows.unanswered);
	if ('olderThan' in shows) {
		const received = controls.find(({ id }) => id.endsWith('.received'))?.text ?? '';
		return world.now - Date.parse(received) > shows.olderThan;
	}
	const { reply } = advance(world, { do: 'press', device, control: shows.control, at: world.now });
	return !reply.ok && reply.reason === shows.refused;
}
