import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { ProcedureEvent } from '../src/domain/events.ts';
import type { StoredEvent } from '../src/storage/store.ts';
import { expect, test } from './support/guide.ts';
import { startBrowser, type OwnBrowser } from './support/own-browser.ts';
import { open, stepPath } from './support/place.ts';
import { quantile, randomFrom } from './support/random.ts';
import { record } from './support/recorder.ts';
import { eventsIn, expectOnlyAdded, lastOf } from './support/tabs.ts';
import { visit } from './workers.ts';

const kills = process.env.LONG ? 200 : 8;
/** The longest time of acting before the browser is killed, ms. */
const longest = 400;

/** What a page tells before its browser is killed: an act that is about to be pressed, or that it is marked as saved. */
type Told = { readonly event: ProcedureEvent } | { readonly saved: true };

/** Acts as fast as the page allows: into problems and out again, and now and then a step on. */
const actOnAndOn = (page: Page, first: number): Promise<void> =>
	page.evaluate((start) => {
		const { recorder } = window;
		const { tell } = window as unknown as { tell: (what: Told) => Promise<void> };
		const act = async (turn: number): Promise<void> => {
			const acts = recorder.acts();
			const on = acts.findIndex(({ type }) => type === 'DONE' || type === 'FIXED');
			const pressed = on >= 0 && (acts[on]?.type === 'FIXED' || turn % 8 === 0) ? on : turn % acts.length;
			const [event, saved, places] = [acts[pressed], recorder.saved.length, recorder.places.length];
			// the run has ended
			if (!event) return;
			await tell({ event });
			recorder.press(pressed);
			await recorder.until(() => recorder.saved.length > saved);
			void tell({ saved: true });
			await recorder.until(() => recorder.places.length > places);
			await act(turn + 1);
		};
		void act(start);
	}, first);

/**
 * All that was stored is there, and of the new acts all that were marked as saved, in their order.
 *
 * @returns what came new
 */
function expectKept(before: readonly StoredEvent[], after: readonly StoredEvent[], told: readonly Told[]) {
	const added = expectOnlyAdded(before, after);
	const acts = added
		.sort((one, other) => one.seq - other.seq)
		.map(({ event }) => event as ProcedureEvent)
		// a run begins with one
		.filter(({ type }) => type !== 'JUMP');
	const pressed = told.flatMap((one) => ('event' in one ? [one.event] : []));
	expect(acts).toEqual(pressed.slice(0, acts.length));
	expect(acts.length).toBeGreaterThanOrEqual(told.length - pressed.length);
	return added;
}

/** The place that the run being walked has reached, or nothing where none is under way. */
function placeAfter(
	events: readonly StoredEvent[],
	added: readonly StoredEvent[],
	before: string | undefined,
) {
	if (events.length === 0 || added.length === 0) return before;
	const { place } = lastOf(added);
	return place === '/desktop/done/' ? undefined : place;
}

test(`what was marked as saved is there after each of ${kills} kills`, async ({
	launchOptions,
	guide,
	site,
}, info) => {
	test.setTimeout(60_000 + kills * 8_000);
	const random = randomFrom(20);
	const profile = info.outputPath('profile');
	let known: readonly StoredEvent[] = [];
	let place: string | undefined;
	let acts = 0;
	const reopened: number[] = [];
	let told: Told[] = [];
	let browser: OwnBrowser | undefined;

	try {
		for (let kill = 0; kill <= kills; kill += 1) {
			browser = await startBrowser(profile, launchOptions);
			const { page } = browser;
			await record(page);
			// a person's guide is kept for offline use by then, and comes from there
			if (kill === 0) await visit(page, site.url);
			const opening = Date.now();
			await open(page, `${site.url}desktop/`);
			reopened.push(Date.now() - opening);

			const events = await eventsIn(page);
			const added = expectKept(known, events, told);
			place = placeAfter(events, added, place);
			acts += added.length;
			known = events;
			const resume = page.locator('[data-resume] a.primary');
			await expect(resume).toHaveCount(place === undefined ? 0 : 1);
			if (place !== undefined) expect(await resume.getAttribute('href')).toBe(place);

			const mine: Told[] = [];
			told = mine;
			if (kill < kills) {
				let markFirst = () => {};
				const firstMark = new Promise<void>((resolve) => (markFirst = resolve));
				await page.exposeFunction('tell', (what: Told) => {
					mine.push(what);
					if ('saved' in what) markFirst();
				});
				if (place === undefined) await open(page, site.url + stepPath(guide.step(2)));
				else {
					await resume.click();
					await expect(page.locator('main[data-ready] h1')).toBeFocused();
				}
				await actOnAndOn(page, kill);
				// every other browser may not even come to its first mark
				if (kill % 2 === 0) await firstMark;
				await pause(random.below(longest));
			}
			await browser.kill();
		}
	} finally {
		await browser?.kill();
	}
	console.log(
		`${kills} kills, ${acts} acts stored: the place was shown ${quantile(reopened, 0.5)} ms after opening, at the longest ${Math.max(...reopened)} ms`,
	);
	expect(acts).toBeGreaterThanOrEqual(kills / 2);
	if (process.env.LONG) expect(Math.max(...reopened)).toBeLessThanOrEqual(2000);
});
