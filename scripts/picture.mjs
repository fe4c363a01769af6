// Draws the picture of README anew from the built site. Run it after a change of how steps look.
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium.mjs';
import { serve } from './serve.mjs';

const file = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const launch = findChromium(() => chromium.executablePath());
if (!launch) throw new Error('There is no Chromium: run "node scripts/setup.mjs --browser".');
const site = await serve({ folder: file('build'), port: 0 });
const browser = await chromium.launch(launch);
const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, serviceWorkers: 'block' });
// a person in the middle of it, so that the rail shows what is done
await page.goto(`${site.url}desktop/start-outlook/`);
await page.locator('main[data-ready] [data-primary]').click();
await page.locator('main[data-step-number="13"]').waitFor();
await page.locator('[data-saved]').waitFor();
await page.mouse.move(0, 0);
await page.screenshot({ path: file('docs/images/step.png') });
await browser.close();
await site.close();
