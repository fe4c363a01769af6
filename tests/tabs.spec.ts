import type { Page } from '@playwright/test';
import { expect, test } from './support/guide.ts';
import { beginAt, open, stepPath } from './support/place.ts';
import { quantile, randomFrom } from './support/random.ts';
import {
	allGoTo,
	allShow,
	chooseIn,
	eventsIn,
	expectOnlyAdded,
	expectSavedPlaces,
	jump,
	lastOf,
	openTabs,
	press,
} from './support/tabs.ts';

// small windows: it is the machine that draws all of them, which no person's does
test.use({ viewport: { width: 400, height: 300 } });

// 50 seeds of 1,000 acts would take a day: src/guide/eight-windows.test.ts does them without pages to draw
const [seeds, acts] = process.env.LONG ? [50, 20] : [2, 20];

for (let seed = 1; seed <= seeds; seed += 1)
	test(`8 tabs, ${acts} random acts, seed ${seed}: nothing is lost, nothing undone`, async ({
		page,
		guide,
	}) => {
		test.setTimeout(60_000 + acts * 3_000);
		const random = randomFrom(seed);
		const tabs = await openTabs(page, 8, guide.step(2), guide.step(3));
		const reader = tabs[0];
		let events = await eventsIn(reader);
		let { run, place } = lastOf(events);
		/** How long the tabs differed, and how long after the mark "saved" the last one followed, ms. */
		const apart: number[] = [];
		const afterSaved: number[] = [];

		/** What came into the store with an act. All tabs show the place that it led to. */
		const settle = async (arrive = allShow) => {
			const before = events;
			events = await eventsIn(reader);
			const added = expectOnlyAdded(before, events);
			expect(new Set(added.map((event) => event.run)).size, 'runs written at once').toBeLessThan(2);
			run = added[0]?.run ?? run;
			place = lastOf(events, run).place;
			return { added, since: await arrive(tabs, place) };
		};

		for (let act = 0; act < acts; act += 1) {
			const tab = random.one(tabs);
			const chance = random.below(100);
			if (place === '/desktop/done/' || chance < 6) {
				const others = guide.steps.filter(({ slug }) => place !== `/desktop/${slug}/`);
				await jump(tab, random.one(others), place === '/desktop/done/');
				const { added } = await settle();
				expect(added.length).toBeGreaterThan(0);
			} else if (chance < 20) {
				const racing = [...new Set([tab, random.one(tabs), random.one(tabs)])];
				const chosen: [Page, number][] = [];
				for (const one of racing) chosen.push([one, await chooseIn(one, random)]);
				const pressed = await Promise.all(
					chosen.map(([one, control]) => press(one, control, 'saved or moved')),
				);
				const { added } = await settle(allGoTo);
				expect(added.length).toBeGreaterThan(0);
				for (const { event } of added) expect(pressed.map((one) => one.event)).toContainEqual(event);
			} else {
				const before = place;
				const { event: pressed, savedAt = NaN } = await press(tab, await chooseIn(tab, random), 'saved');
				const { added, since } = await settle();
				expect(added.map(({ event }) => event)).toEqual([pressed]);
				if (place === before) continue;
				apart.push(Math.max(...since) - Math.min(...since));
				afterSaved.push(Math.max(...since) - savedAt);
			}
		}
		await expectSavedPlaces(tabs, events);
		const words = (times: number[]) => `${quantile(times, 0.5)} ms (p95 ${quantile(times, 0.95)} ms)`;
		console.log(
			`8 tabs, seed ${seed}: ${events.length} events; the tabs differed for ${words(apart)}, and the last showed the place ${words(afterSaved)} after "saved"`,
		);
	});

/** The time at which a tab stopped being a follower, epoch ms; waits for it in all of them. */
const takenOver = (tabs: readonly Page[]): Promise<number> =>
	Promise.race(
		tabs.map((tab) =>
			tab.evaluate(async () => {
				const { recorder } = window;
				await recorder.until(() => recorder.following.at(-1)?.follows === false);
				return recorder.following.at(-1)?.at ?? NaN;
			}),
		),
	);

for (const [how, kill] of [
	['closed', (tab: Page) => tab.close()],
	[
		'killed',
		async (tab: Page) => {
			const crashed = tab.waitForEvent('crash');
			const devtools = await tab.context().newCDPSession(tab);
			void devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
			await crashed;
		},
	],
] as const)
	test(`a writer that is ${how} in the middle of an act is replaced within a second`, async ({
		page,
		guide,
	}) => {
		const [first, ...others] = await openTabs(page, 3, guide.step(2), guide.step(3));
		const [writer, second, third] = [await first.context().newPage(), ...others];
		if (!second || !third) throw new Error('There are too few tabs');
		await open(writer, stepPath(guide.step(3)));
		await press(writer, 0, 'saved');
		const before = await eventsIn(second);
		const left = [first, second, third];
		for (const tab of left)
			await tab.evaluate(() =>
				window.recorder.until(() => window.recorder.following.at(-1)?.follows ?? false),
			);
		// no answer is awaited: the tab ends while it stores, or before
		await writer.evaluate(() => setTimeout(() => window.recorder.press(0)));
		const at = Date.now();
		await kill(writer);
		const replaced = (await takenOver(left)) - at;
		console.log(`a writer that was ${how} was replaced after ${replaced} ms`);
		expect(replaced).toBeLessThanOrEqual(1000);

		await second.evaluate(() => window.recorder.until(() => !window.recorder.kept.saving));
		const after = await eventsIn(second);
		expect(expectOnlyAdded(before, after).length).toBeLessThan(2);
		await allShow(left, lastOf(after).place);
		await press(second, 0, 'saved');
		const { place } = lastOf(await eventsIn(second));
		await allShow(left, place);
		expectOnlyAdded(after, await eventsIn(second));
	});

test('a tab that is slow to follow ends where the others are', async ({ page, guide }) => {
	const [slow, other] = await openTabs(page, 2, guide.step(2), guide.step(3));
	if (!other) throw new Error('There is no other tab');
	let held = 0;
	let letGo: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => (letGo = resolve));
	await slow.route('**/_app/immutable/**', async (route) => {
		held += 1;
		await gate;
		await route.continue();
	});
	for (let acts = 0; acts < 4; acts += 1) {
		await press(other, 0, 'saved');
		await allShow([other], lastOf(await eventsIn(other)).place);
	}
	expect(held).toBeGreaterThan(0);
	letGo();
	await allShow([slow, other], lastOf(await eventsIn(other)).place);
});

test('a tab that was frozen overwrites nothing when it wakes, and follows', async ({ page, guide }) => {
	const [frozen, other] = await openTabs(page, 2, guide.step(2), guide.step(3));
	if (!other) throw new Error('There is no other tab');
	const devtools = await frozen.context().newCDPSession(frozen);
	// it is the writer, and a click on the page that it shows waits in it
	await press(frozen, 0, 'saved');
	await allShow([other], lastOf(await eventsIn(other)).place);
	await frozen.evaluate(() => {
		document.addEventListener('resume', () => window.recorder.press(0), { once: true });
	});
	await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
	await press(other, 0, 'saved');
	// the act may be stored before its page is drawn, and a click on the page before it goes nowhere
	await allShow([other], lastOf(await eventsIn(other)).place);
	await press(other, 0, 'saved');
	const stored = await eventsIn(other);
	await devtools.send('Page.setWebLifecycleState', { state: 'active' });
	await allShow([frozen, other], lastOf(stored).place);
	await frozen.evaluate(() => window.recorder.until(() => !window.recorder.kept.saving));
	expect(await eventsIn(other)).toEqual(stored);

	await press(frozen, 0, 'saved');
	await allShow([frozen, other], lastOf(await eventsIn(other)).place);
	expect(expectOnlyAdded(stored, await eventsIn(other))).toHaveLength(1);
});

test('another window is told of when it stays, and not while it leaves', async ({ page, context, guide }) => {
	await beginAt(page, guide.step(3));
	const other = await context.newPage();
	await other.addInitScript(() => {
		const held: (() => void)[] = [];
		const soon = globalThis.setTimeout;
		Object.assign(globalThis, {
			setTimeout: (work: () => void, delay = 0) => (delay < 1000 ? soon(work, delay) : held.push(work)),
			letTimePass: () => held.splice(0).forEach((work) => work()),
		});
	});
	await other.goto(stepPath(guide.step(5)));
	await expect(other.locator('[data-place-bar]')).toBeVisible();
	const told = other.locator('[data-follows]');
	await expect(told).toHaveCount(0);
	await other.evaluate(() => (globalThis as unknown as { letTimePass(): void }).letTimePass());
	await expect(told).toBeVisible();
	await page.close();
	await expect(told).toHaveCount(0);
});
