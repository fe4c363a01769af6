import { figuresOf, tokenStates, tokenTypes, workingTypes } from '../service/operator.ts';
import type { Live } from '../screen.ts';
import type { World } from '../state.ts';
import { heading, value } from '../screen.ts';
import { cell, named, page, stockShown } from './frame.ts';

const idOf = (text: string): string => text.toLowerCase().replaceAll(' ', '-');

/** Snapshot > Token States: counts per type and state (facts 5.13). */
export function snapshotPage(world: World): Live[] {
	const { service } = world;
	const figures = figuresOf(service);
	const { available, reserved } = stockShown(world);
	const rows = tokenTypes.flatMap((type) => [
		...cell('Token States', type, 'Type', value(`console.type-${idOf(type)}`, type)),
		...tokenStates.flatMap((state) =>
			cell(
				'Token States',
				type,
				state,
				value(
					`console.figure-${idOf(type)}-${idOf(state)}`,
					workingTypes.includes(type) || figures[type][state] > 0 ? String(figures[type][state]) : '–',
				),
			),
		),
	]);
	return page(
		world,
		'Snapshot',
		[heading('console.section', 'Token States')],
		rows,
		named('available', 'Available', String(available)),
		named('reserved', 'Reserved for Provisioning Tasks', String(reserved)),
		[
			value(
				'console.note',
				'Here only MobilePASS and Password work. The other types are listed, and have no tokens.',
			),
		],
	);
}
