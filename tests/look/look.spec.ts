import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../server.ts';
import { lookPage, pictureOf, pictures, picturesOf, readmePicture, readmeSize, variants } from './page.ts';
import { groups } from './screens.ts';

// runs by "npm run look" alone: it draws the pictures of docs/look.md and tests nothing

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A page is shown down to here. What is longer goes on as it began. */
const mostHeight = 1.8;

for (const { screens } of groups)
	for (const screen of screens)
		test(screen.id, async ({ page, practice }) => {
			await page.setViewportSize({ width: 1280, height: 800 });
			await page.goto(screen.path);
			await screen.prepare?.(page, practice);
			await page.mouse.move(0, 0);
			if (screen.inReadme) {
				const { width, height, scale } = readmeSize;
				await page.setViewportSize({ width, height });
				writeFileSync(readmePicture(screen), await pictured(page, width, height, scale));
			}
			for (const variant of variants) {
				if (variant.id === 'print' && screen.neverPrinted) continue;
				await page.setViewportSize({ width: variant.width, height: variant.height });
				await page.emulateMedia({ colorScheme: variant.scheme, media: variant.media });
				const file = join(pictures, pictureOf(screen, variant));
				const { width, height, scale } = variant;
				writeFileSync(file, await pictured(page, width, height * mostHeight, scale));
			}
		});

/** The page from its top, as WebP, which Playwright itself does not write. */
async function pictured(page: Page, width: number, most: number, scale: number): Promise<Buffer> {
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.evaluate(() => scrollTo(0, 0));
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', {
		format: 'webp',
		quality: scale === readmeSize.scale ? 75 : 45,
		clip: { x: 0, y: 0, width, height: Math.min(height, most), scale },
		captureBeyondViewport: true,
	});
	await session.detach();
	return Buffer.from(data, 'base64');
}

test('the page that shows them', () => {
	mkdirSync(pictures, { recursive: true });
	writeFileSync(join(pictures, '..', 'look.md'), lookPage(groups));
	const known = new Set(picturesOf(groups));
	for (const name of readdirSync(pictures)) if (!known.has(name)) rmSync(join(pictures, name));
});
