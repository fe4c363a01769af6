import { href } from '../ui/href.ts';
import console from './console.css?url';
import parts from './drawings.css?url';

const sheets = { parts, console } as const;
export type PictureSheet = keyof typeof sheets;

/**
 * A picture that brings the styles of what only some Worlds have: the document may have none of them.
 *
 * @param html the picture, a `figure`
 */
export function withStyles(html: string, of: PictureSheet): string {
	const sheet = sheets[of];
	// while pages are made, the address of a file is that from the site's root
	return html.replace('>', `><link rel="stylesheet" href="${import.meta.env.SSR ? href(sheet) : sheet}">`);
}
