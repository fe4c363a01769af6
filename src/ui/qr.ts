import { create, type BitMatrix } from 'qrcode';

/** A QR code as it is drawn: so many modules wide and high, the dark ones as the path of an SVG. */
export type Qr = { readonly version: number; readonly size: number; readonly path: string };

/** Modules of light that must stand around it: ISO/IEC 18004. */
export const quietZone = 4;
/** Larger ones have modules too small for the camera of a phone, at the size that a page has room for. */
const largestVersion = 20;
/** Up to here there is room for the stronger correction of errors. */
const easyVersion = 10;

/** The QR code of a text, nothing when the text is too long to be read well. */
export function qrOf(text: string): Qr | undefined {
	const strong = attempt(text, 'M');
	const found = strong && strong.version <= easyVersion ? strong : attempt(text, 'L');
	return found && found.version <= largestVersion ? found : undefined;
}

function attempt(text: string, errorCorrectionLevel: 'L' | 'M'): Qr | undefined {
	try {
		const { modules, version } = create(text, { errorCorrectionLevel });
		return { version, size: modules.size, path: pathOf(modules) };
	} catch {
		return undefined; // longer than any QR code
	}
}

/** One stroke for each stretch of dark modules in a row. */
function pathOf(modules: BitMatrix): string {
	const { size } = modules;
	let path = '';
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++) {
			if (!modules.get(row, column)) continue;
			const start = column;
			while (column + 1 < size && modules.get(row, column + 1)) column++;
			path += `M${start} ${row}h${column - start + 1}v1H${start}z`;
		}
	return path;
}
