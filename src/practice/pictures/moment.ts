import type { PictureMark } from '../../domain/pages.ts';
import {
	hasDevice,
	screenOf,
	type Control,
	type Deed,
	type DeviceId,
	type Screen,
	type World,
} from '../../simulator/world.ts';

/** What a picture shows: a device's screen in one moment of a World, and the control that is ringed. */
export type Depicted = {
	readonly screen: Screen;
	readonly device: DeviceId;
	/** Absent where something that should be there is not: nothing can be ringed then. */
	readonly mark: Control | undefined;
	/** The number of the instruction that the ring carries. */
	readonly instruction: number | undefined;
	/** The id of the exercise in which it can be practiced. */
	readonly practice: string;
	/** Is it drawn with the styles of the World's parts, which are a sheet of their own? */
	readonly ofParts: boolean;
};

/** What a hand does to a device: practice has a control for it, a real screen has not. */
const byHand =
	/^(console\.own-token|network\.cable|logon\.(built-in-keyboard|enter)|keyboard\.caps-lock|phone\.lock|mobilepass\.scan|\w+\.(long-tap|drag|tap-selection))$/;
/** A browser that shows its address needs no second field for one. */
const forAnother = new Set(['browser.address', 'browser.go']);

/** A World before an act, and the act: `null` at the end. */
export type Moment = { readonly world: World; readonly next: Deed | null };

/** A screen as it is in a World, on the device that shows it. */
export type Sight = { readonly world: World; readonly device: DeviceId; readonly screen: Screen };

const devices: readonly DeviceId[] = ['console', 'laptop', 'phone', 'other'];
const sightsOf = (world: World): Sight[] =>
	devices
		.filter((device) => hasDevice(world, device))
		.map((device) => ({ world, device, screen: screenOf(world, device) }));

/** The device that shows the screen in front, if any does. */
export const sightOf = (world: World, name: string): Sight | undefined =>
	sightsOf(world).find(({ screen }) => screen.name === name);

/** The control of a screen that a mark means: by its words and kind, or by its id. */
export const markedOn = ({ controls }: Screen, mark: PictureMark): Control | undefined =>
	controls.find((control) =>
		'control' in mark
			? control.id === mark.control
			: control.text === mark.text && control.kind === mark.kind,
	);

/** What is drawn of a sight: without what only practice has. */
export function depicted(
	{ world, device, screen }: Sight,
	mark: Control | undefined,
	instruction: number | undefined,
	practice: string,
): Depicted {
	const addressed = screen.controls.some(({ id }) => id === 'browser.page-address');
	const left = ({ id }: Control) => byHand.test(id) || (addressed && forAnother.has(id));
	const kept = screen.controls.filter((control) => control.id === mark?.id || !left(control));
	const controls = cropped(kept, mark);
	return {
		screen: { ...screen, controls },
		device,
		mark,
		instruction,
		practice,
		ofParts: world.parts !== undefined,
	};
}

/** So much of a table can be seen in a picture. */
const MOST_ROWS = 4;
const MOST_COLUMNS = 5;

/** Tables with the first rows and columns only, and the one that is ringed. */
function cropped(controls: readonly Control[], mark: Control | undefined): readonly Control[] {
	const shown = (table: string, by: 'row' | 'column', most: number): ReadonlySet<string> => {
		const all = new Set(controls.flatMap(({ cell }) => (cell?.table === table ? [cell[by]] : [])));
		const ringed = mark?.cell?.table === table ? mark.cell[by] : undefined;
		const others = [...all].filter((one) => one !== ringed);
		const few = others.slice(0, ringed === undefined ? most : most - 1);
		return new Set([...few, ...(ringed === undefined ? [] : [ringed])]);
	};
	const tables = new Set(controls.flatMap(({ cell }) => (cell ? [cell.table] : [])));
	const seen = new Map(
		[...tables].map((table) => [
			table,
			{ rows: shown(table, 'row', MOST_ROWS), columns: shown(table, 'column', MOST_COLUMNS) },
		]),
	);
	return controls.filter(({ cell }) => {
		const part = cell && seen.get(cell.table);
		return !part || (part.rows.has(cell.row) && part.columns.has(cell.column));
	});
}

/** What is wrong with the data of a picture, and what there is instead. */
export function missing(
	of: string,
	name: string,
	mark: PictureMark | null,
	worlds: readonly World[],
	says?: string,
): Error {
	const seen = worlds.flatMap(sightsOf);
	const same = seen.filter(({ screen }) => screen.name === name).at(-1);
	if (!same) {
		const names = [...new Set(seen.map(({ screen }) => screen.name))].join(', ');
		return new Error(`Picture of ${of}: there is no screen ${name} there, only ${names}`);
	}
	const controls = same.screen.controls.map(({ id, kind, text }) => `${kind} "${text}" (${id})`).join(', ');
	const wanted = mark && ('control' in mark ? mark.control : `${mark.kind} "${mark.text}"`);
	const both = [wanted, says && `"${says}"`].filter(Boolean).join(' with ') || 'its fault';
	return new Error(`Picture of ${of}: ${name} never shows ${both}; it has ${controls}`);
}
