import type { Entry } from '../entries.ts';
import { button, keys, value, type Live } from '../screen.ts';
import { textOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { phone, phoneOf } from './change.ts';

/**
 * The activation string on a page or in an e-mail, and how it is copied by hand (procedure B, "copy-paste"): a long
 * tap selects a piece, the handles are dragged over all of it, a tap on the selection shows "Copy". A piece is
 * copied as willingly as all of it.
 */
export function selectableString(
	world: World,
	prefix: string,
	entry: Extract<Entry, { kind: 'activation-string' }>,
): Live[] {
	const { selection } = phoneOf(world);
	const select = (size: 'part' | 'all') => (before: World) =>
		phone(before, { selection: { size, menu: false, copied: false } });
	const menu = (before: World) => phone(before, { selection: selection && { ...selection, menu: true } });
	const copy = (before: World) => {
		const copied: Entry =
			selection?.size === 'all' ? entry : { kind: 'near-miss', of: entry, how: 'too-short' };
		const size = selection?.size ?? 'part';
		return phone(before, { clipboard: copied, selection: { size, menu: false, copied: true } });
	};
	return [
		value(`${prefix}.string`, textOf(world.service, entry.user, entry) ?? ''),
		keys(`${prefix}.long-tap`, 'Long-tap the activation string', select('part')),
		...(selection
			? [
					value(
						`${prefix}.selected`,
						selection.size === 'all' ? 'All of it is selected' : 'A part of it is selected',
					),
					...(selection.size === 'part'
						? [keys(`${prefix}.drag`, 'Drag the handles over all of it', select('all'))]
						: []),
					keys(`${prefix}.tap-selection`, 'Tap the selection', menu),
				]
			: []),
		...(selection?.menu ? [button(`${prefix}.copy`, 'Copy', copy)] : []),
		...(selection?.copied
			? [value(`${prefix}.copied`, 'Copied. Every app on this phone can read what you copy.')]
			: []),
	];
}
