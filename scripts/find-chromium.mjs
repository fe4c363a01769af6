// Finds a Chromium to test with. Imports nothing from node_modules, since set-up uses it before they exist.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Arguments for every start of the browser: no traffic of its own; as root it has no sandbox. */
export const chromiumArgs = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The first has no window at all and takes half the processor time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * Looks for a Chromium: the one named by PLAYWRIGHT_CHROMIUM, then Playwright's own, then one on PATH.
 *
 * @param {() => string} playwrightsOwn where Playwright would have installed its own
 * @returns {{ args: string[], executablePath?: string } | undefined} launch options without a path for
 * Playwright's own, or nothing where there is no browser
 * @throws {Error} when PLAYWRIGHT_CHROMIUM names a file that does not exist
 */
export function findChromium(playwrightsOwn) {
	const wanted = process.env.PLAYWRIGHT_CHROMIUM;
	if (wanted) {
		if (!existsSync(wanted)) throw new Error(`PLAYWRIGHT_CHROMIUM names ${wanted}, which does not exist`);
		return { args: chromiumArgs, executablePath: wanted };
	}
	if (existsSync(playwrightsOwn())) return { args: chromiumArgs };
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		for (const name of names) {
			const file = join(folder, name);
			if (folder && existsSync(file)) return { args: chromiumArgs, executablePath: file };
		}
	}
	return undefined;
}
