import { chromium } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';
const [,, out, width, scheme, sel, ...paths] = process.argv;
const b = await chromium.launch(findChromium(() => chromium.executablePath()));
const page = await b.newPage({ viewport: { width: Number(width), height: 800 }, colorScheme: scheme, reducedMotion: 'reduce' });
let i = 0;
for (const p of paths) {
  await page.goto('http://localhost:' + (process.env.PORT ?? 4173) + p);
  await page.waitForLoadState('networkidle');
  if (sel === 'full') await page.screenshot({ path: `${out}-${i}.png`, fullPage: true });
  else if (sel === 'view') await page.screenshot({ path: `${out}-${i}.png` });
  else { let n = 0; for (const el of await page.locator(sel).all()) await el.screenshot({ path: `${out}-${i}-${n++}.png` }); }
  i++;
}
await b.close();
