import type { Entry, Found } from '../entries.ts';
import { userOf } from '../service/service.ts';
import { userTexts } from '../service/operator.ts';
import { textOf } from '../service/service.ts';
import { forService } from '../entries.ts';
import type { World } from '../state.ts';

/** The text that was searched for: the first letters of what a user or a token is called. Empty for one that is gone. */
export function foundText(world: World, { by, of, letters }: Found): string {
	if (by === 'serial') return of.slice(0, letters);
	const user = userOf(world.service, of);
	return user ? userTexts[by](user).slice(0, letters) : '';
}

/** How an entry reads in a field of the console. */
export const consoleText =
	(world: World) =>
	(entry: Entry): string => {
		if (entry.kind === 'found') return foundText(world, entry);
		if (entry.kind === 'count') return String(entry.count);
		return textOf(world.service, world.people.user, forService(entry)) ?? '';
	};
