// Draws the icons of the installed app from static/icon.svg. Run it after a change of that file.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('../static/', import.meta.url));
const svg = readFileSync(`${root}icon.svg`, 'utf8');
/** Of a maskable icon a circle of 80 % is always seen: the drawing is smaller, and its ground fills the square. */
const maskable = svg
	.replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
	.replace('<rect width="64" height="64" rx="14"', '<rect x="-8" y="-8" width="80" height="80"');
const icons = [
	{ file: 'icon-192.png', size: 192, drawing: svg },
	{ file: 'icon-512.png', size: 512, drawing: svg },
	{ file: 'icon-maskable.png', size: 512, drawing: maskable },
];
const browser = await chromium.launch(findChromium(() => chromium.executablePath()));
const page = await browser.newPage();
for (const { file, size, drawing } of icons) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(
		`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
	);
	await page.screenshot({ path: root + file, omitBackground: true });
	console.log(`static/${file}`);
}
await browser.close();
