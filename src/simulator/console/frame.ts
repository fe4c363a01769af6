import { button, choice, heading, value, type Live } from '../screen.ts';
import { stockOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { consoleOf, desk, goTo, PAGE_ROWS } from './change.ts';
import type { ConsolePage } from './names.ts';
import { messageOf } from './messages.ts';

/** The modules of the console, and the pages of each; the first is where it opens (facts 8.11). */
const modules: readonly (readonly [string, string, readonly ConsolePage[]])[] = [
	['snapshot', 'Snapshot', ['snapshot']],
	[
		'assignment',
		'Assignment',
		[
			'assignment',
			'user',
			'method',
			'provision',
			'password',
			'push',
			'suspend',
			'activate',
			'revoke',
			'resync',
			'confirm',
			'tasks',
			'task',
		],
	],
	['tokens', 'Tokens', ['tokens', 'token']],
	['policies', 'Policy', ['policies', 'policy']],
	['reports', 'Reports', ['reports', 'report']],
];

const moduleTabs = (world: World): Live[] =>
	modules.map(([id, text, [first = 'snapshot', ...rest]]) => {
		const { page } = consoleOf(world);
		return choice(
			`console.module-${id}`,
			text,
			(before) => goTo(before, first),
			page === first || rest.includes(page),
		);
	});

/** A page below the modules: its title, what came of the last act, and the rest. */
export const page = (world: World, title: string, ...rest: readonly (readonly Live[])[]): Live[] => [
	...moduleTabs(world),
	heading('console.title', title),
	...messageOf(world),
	...rest.flat(),
];

/** Controls in a cell of a table. */
export const cell = (table: string, row: string, column: string, ...controls: Live[]): Live[] =>
	controls.map((control) => ({ ...control, cell: { table, row, column } }));

/** A row of a table that is only read: the text of each column. */
export const textRow = (
	table: string,
	row: string,
	columns: Readonly<Record<string, string>>,
	id = `${row}-`,
): Live[] =>
	Object.entries(columns).flatMap(([column, text], i) =>
		cell(table, row, column, value(`console.cell-${id}${i}`, text)),
	);

/** A name and its value. */
export const named = (id: string, name: string, text: string): Live[] => [
	value(`console.${id}`, name),
	value(`console.${id}-value`, text),
];

/** A moment, which a screen draws in its zone; a dash for never. */
export const moment = (at: number | null): string => (at === null ? '–' : new Date(at).toISOString());

/** The part of a list that is on the page, and the buttons to the others. */
export function paged<Row>(world: World, rows: readonly Row[], each: (row: Row) => readonly Live[]): Live[] {
	const { from } = consoleOf(world);
	const until = Math.min(from + PAGE_ROWS, rows.length);
	const move = (to: number) => (before: World) => desk(before, { from: Math.max(0, to), message: null });
	return [
		value('console.count', rows.length === 0 ? 'None' : `${from + 1} to ${until} of ${rows.length}`),
		...rows.slice(from, until).flatMap(each),
		...(rows.length > PAGE_ROWS
			? [
					button('console.previous', 'Previous', move(from - PAGE_ROWS), from > 0),
					button('console.next', 'Next', move(from + PAGE_ROWS), until < rows.length),
				]
			: []),
	];
}

/**
 * The figures of the provision page. Those that are reserved are still in inventory, so they are available too: none
 * can be promised once both are equal (facts 5.3).
 */
export function stockShown({ service }: World): { readonly available: number; readonly reserved: number } {
	const { available, reserved } = stockOf(service);
	return { available: available + reserved, reserved };
}
