import type { Control, Screen } from '../simulator/world.ts';
import { blocksOf, type Block, type Choosing } from './parts.ts';

/** A table of the console: what stands in each cell of each row. */
type Table = {
	readonly kind: 'table';
	readonly name: string;
	readonly columns: readonly string[];
	/** The column that says which row it is. */
	readonly head: string;
	readonly rows: readonly {
		readonly id: string;
		readonly cells: Readonly<Record<string, readonly Control[]>>;
	}[];
};

/** A page of the console, sorted by where each control stands. Every control is in exactly one place. */
export type ConsoleParts = {
	readonly modules: readonly Control[];
	readonly title: Control | undefined;
	/** What was done by the last act. */
	readonly told: readonly Control[];
	readonly body: readonly (Block | Table)[];
};

const choosing: readonly (readonly [RegExp, Choosing])[] = [
	[/^console\.(state|mode|comment|type|way|pick|none)-/, 'radio'],
	[/^console\.(tick|box)-/, 'check'],
];
const howOf = (id: string): Choosing => choosing.find(([ids]) => ids.test(id))?.[1] ?? 'item';

export function consolePartsOf({ controls }: Screen): ConsoleParts {
	const modules: Control[] = [];
	const told: Control[] = [];
	let title: Control | undefined;
	const body: (Block | Table)[] = [];
	let run: Control[] = [];
	const ended = () => {
		body.push(...blocksOf(run, howOf));
		run = [];
	};
	for (const [index, control] of controls.entries()) {
		const { id, cell } = control;
		if (id.startsWith('console.module-')) modules.push(control);
		else if (id === 'console.title') title = control;
		else if (id === 'console.told') told.push(control);
		else if (!cell) run.push(control);
		// a table stands where its first cell does
		else if (controls.findIndex((one) => one.cell?.table === cell.table) === index) {
			ended();
			body.push(tableOf(cell.table, controls));
		}
	}
	ended();
	return { modules, title, told, body };
}

function tableOf(name: string, controls: readonly Control[]): Table {
	const columns: string[] = [];
	const rows = new Map<string, Record<string, Control[]>>();
	for (const control of controls) {
		const { cell } = control;
		if (cell?.table !== name) continue;
		if (!columns.includes(cell.column)) columns.push(cell.column);
		const row = rows.get(cell.row) ?? {};
		rows.set(cell.row, { ...row, [cell.column]: [...(row[cell.column] ?? []), control] });
	}
	const [first] = rows.values();
	const head = columns.find((column) => first?.[column]?.[0]?.kind !== 'choice') ?? '';
	return { kind: 'table', name, columns, head, rows: [...rows].map(([id, cells]) => ({ id, cells })) };
}
