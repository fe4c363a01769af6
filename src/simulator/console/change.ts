import { operated, type Operation } from '../operations.ts';
import type { World } from '../state.ts';
import type { ConsolePage } from './names.ts';
import type { Console } from './state.ts';

/**
 * The console of a World that has one.
 *
 * @throws Error if it has none: only screens and hooks of the part ask
 */
export function consoleOf(world: World): Console {
	if (!world.console) throw new Error('console: expected a World with a console, got one without');
	return world.console;
}

export const desk = (world: World, patch: Partial<Console>): World => ({
	...world,
	console: { ...consoleOf(world), ...patch },
});

/** What a console shows when it is opened. */
export const newConsole: Console = {
	page: 'snapshot',
	drafts: {},
	search: null,
	user: null,
	ticked: [],
	serial: null,
	task: null,
	list: null,
	picked: {},
	from: 0,
	policy: null,
	edits: {},
	request: null,
	message: null,
};

/** Another page; what was typed and chosen on the one before is gone. */
export const goTo = (world: World, page: ConsolePage, patch: Partial<Console> = {}): World =>
	desk(world, { page, drafts: {}, picked: {}, from: 0, edits: {}, message: null, ...patch });

/**
 * Does an operator's act, and says on the page what came of it.
 *
 * @param then where the console goes once it is accepted; a refused act leaves it where it is
 */
export function asked(world: World, operation: Operation, then: (world: World) => World): World {
	const { world: next, reply } = operated(world, operation);
	const { did: before } = consoleOf(world);
	const did = before && { did: [...before, operation] };
	if (!reply.ok) return desk(next, { ...did, message: { kind: 'refused', id: reply.reason } });
	return desk(then(next), { ...did, message: { kind: 'done', id: operation.act } });
}

/** The row of a list that a page of it begins with. */
export const PAGE_ROWS = 50;

/** What was chosen of a group; the first one unless something was. */
export const pickedOf = <Word extends string>(world: World, group: string, first: Word): Word =>
	(consoleOf(world).picked[group] as Word | undefined) ?? first;

/** Is the box with this name ticked? */
export const isOn = (world: World, group: string): boolean => consoleOf(world).picked[group] === 'on';

export const pick = (world: World, group: string, word: string): World =>
	desk(world, { picked: { ...consoleOf(world).picked, [group]: word }, message: null });
