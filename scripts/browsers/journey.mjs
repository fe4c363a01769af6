// One journey through the built site, told to a browser that can open an address and run a script: all
// steps, a problem on the way, the place kept over a reload, and the rest of the way without a server.

/**
 * A browser as the journey needs it.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} open
 * @property {(script: string) => Promise<unknown>} run runs the body of a function in the page
 */

/** How long something may take to be seen, ms. */
const patience = 30_000;

/**
 * Walks the whole procedure.
 *
 * @param {Driver} driver
 * @param {{ url: string, close: () => Promise<void> }} site stopped in the middle
 * @param {number} last number of the last step
 * @param {(line: string) => void} say is told of each stage that was passed
 * @throws {Error} naming the stage that failed
 */
export async function journey(driver, site, last, say) {
	const { run } = driver;
	/** @param {string} what @param {string} expression */
	const see = async (what, expression) => {
		const until = Date.now() + patience;
		for (;;) {
			const seen = await run(`return Boolean(${expression})`).catch(() => false);
			if (seen) return;
			if (Date.now() > until) throw new Error(`${what}: not seen at ${await run('return location.href')}`);
			await new Promise((again) => setTimeout(again, 25));
		}
	};
	/** @param {string} selector */
	const click = (selector) => run(`document.querySelector(${JSON.stringify(selector)}).click()`);
	/** @param {number} number */
	const at = (number) =>
		see(
			`step ${number}`,
			`document.querySelector('main[data-ready][data-step-number="${number}"]:not([data-detour])')`,
		);
	/** @param {number} from @param {number} to */
	const walk = async (from, to) => {
		for (let number = from; number < to; number += 1) {
			await at(number);
			await click('main [data-primary]');
			if (number < last) await at(number + 1);
			await see('the mark that it is saved', "document.querySelector('[data-saved]')");
		}
	};

	await driver.open(`${site.url}desktop/request-static-password/`);
	await at(1);
	await click('main [data-primary]');
	await see('what a manager sends on', "location.pathname.endsWith('/desktop/send-on/')");
	await see('the way on for one who does all of it', 'document.querySelector(\'[data-answer="role=user"]\')');
	await click('[data-answer="role=user"]');
	await walk(2, 7);
	say('steps 1 to 6');

	await click('main [data-symptom="static-password-refused"]');
	await see('the problem', 'document.querySelector(\'main[data-detour="static-password-refused"]\')');
	await click('main [data-not-fixed]');
	await see('the second try', "document.querySelector('main [role=note]')?.textContent.includes('try 2')");
	await see('the mark that it is saved', "document.querySelector('[data-kept=saved]')");
	await driver.open(`${site.url}desktop/enter-static-password/static-password-refused/`);
	await see(
		'the second try after a reload',
		"document.querySelector('main[data-ready] [role=note]')?.textContent.includes('try 2')",
	);
	await click('main [data-primary]');
	await at(7);
	say('a problem, kept over a reload, and back to its step');

	await walk(7, 12);
	await driver.open(site.url);
	await see(
		'the way back to the place',
		'[...document.links].some((link) => /step 12$/.test(link.textContent.trim()))',
	);
	await run('[...document.links].find((link) => /step 12$/.test(link.textContent.trim())).click()');
	await at(12);
	say('the place is there on another visit');

	await see('that it works offline', "document.querySelector('[data-offline=ready]')");
	await site.close();
	await walk(12, 20);
	await driver.open(`${site.url}desktop/close-self-enrollment/`);
	await walk(20, last + 1);
	await see('the end', "location.pathname.endsWith('/desktop/done/')");
	await driver.open(`${site.url}status/`);
	await see('the run in the list', 'document.querySelector(\'[data-runs="1"]\')');
	say(`steps 12 to ${last} without a server, and the end`);
}
