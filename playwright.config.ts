import { chromium, defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';

const browser = findChromium(() => chromium.executablePath());
if (!browser) throw new Error('There is no Chromium: run "node scripts/setup.mjs --browser"');

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	// draws pictures, by "npm run look"
	testIgnore: process.env.LOOK ? [] : '**/look/**',
	fullyParallel: true,
	forbidOnly: true,
	// more than processors: a page waits for its turns more than it computes
	workers: 4,
	retries: 0,
	// for a machine that does other things as well
	timeout: 90_000,
	expect: { timeout: 20_000 },
	// the servers come from tests/server.ts: it serves what ships, which `vite preview` does not
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
	use: {
		browserName: 'chromium',
		// the names and roles that it gives to assistive technology, for scripts in a page
		launchOptions: {
			...browser,
			args: [...(browser.args ?? []), '--enable-blink-features=ComputedAccessibilityInfo'],
		},
		// keeping the whole site takes seconds: the tests of that have one
		serviceWorkers: 'block',
		trace: 'off',
	},
});
