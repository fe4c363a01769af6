import file from '../ui/fonts/handrail-mono.woff2?url';
import { whenIdle } from './when-idle.ts';

let loaded = false;

/**
 * Fetches the font for codes and figures after the first paint. Pages put it to use at their next
 * change, so that nothing moves under the reader.
 */
export function loadMono(): void {
	const font = new FontFace('Handrail Mono', `url(${file})`);
	const fetchIt = () =>
		font.load().then(
			(face) => {
				document.fonts.add(face);
				loaded = true;
			},
			() => undefined, // the system's own font serves as well
		);
	whenIdle(fetchIt);
}

/** Has the font come? */
export const monoIsLoaded = (): boolean => loaded;
