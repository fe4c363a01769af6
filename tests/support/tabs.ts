import type { Page } from '@playwright/test';
import type { ProcedureEvent } from '../../src/domain/events.ts';
import type { StoredEvent } from '../../src/storage/store.ts';
import type { StepPage } from '../../src/domain/pages.ts';
import { expect } from './guide.ts';
import { beginAt, open, stepPath } from './place.ts';
import type { Random } from './random.ts';
import { record } from './recorder.ts';

/** Tabs of one browser on one run, all at its place; the first one writes. */
export async function openTabs(
	first: Page,
	count: number,
	step: StepPage,
	next: StepPage,
): Promise<[Page, ...Page[]]> {
	const context = first.context();
	await record(context);
	await beginAt(first, step);
	const tabs: [Page, ...Page[]] = [first];
	while (tabs.length < count) tabs.push(await context.newPage());
	await Promise.all(tabs.slice(1).map((tab) => open(tab, stepPath(next))));
	return tabs;
}

/** The stored events, read in a tab behind the app's back. */
export const eventsIn = (tab: Page): Promise<StoredEvent[]> => tab.evaluate(() => window.recorder.stored());

/** The event that was stored last. */
export const lastOf = (events: readonly StoredEvent[], run?: string): StoredEvent => {
	const last = events
		.filter((event) => run === undefined || event.run === run)
		.reduce<StoredEvent | undefined>((one, other) => (one && one.seq > other.seq ? one : other), undefined);
	if (!last) throw new Error('Nothing is stored');
	return last;
};

/** Waits until all tabs show a place. @returns since when each does, epoch ms */
export const allShow = (tabs: readonly Page[], address: string): Promise<number[]> =>
	Promise.all(tabs.map((tab) => tab.evaluate((wanted) => window.recorder.shows(wanted), address)));

/** Chooses what to press: the way on as often as everything else together. */
export async function chooseIn(tab: Page, random: Random): Promise<number> {
	const acts = await tab.evaluate(() => window.recorder.acts());
	const on = acts.findIndex(({ type }) => type === 'DONE' || type === 'FIXED');
	return on >= 0 && random.below(2) === 0 ? on : random.below(acts.length);
}

/** What a control did: its event, and when the tab marked it as saved; neither when another tab was first. */
export type Pressed = { readonly event: ProcedureEvent | undefined; readonly savedAt: number | undefined };

/** Presses a control and waits until the tab says that an act is saved, or shows another page. */
export const press = (tab: Page, act: number, other: 'saved' | 'saved or moved'): Promise<Pressed> =>
	tab.evaluate(
		async ([pressed, mayMove]) => {
			const { recorder } = window;
			const [places, saved, ended] = [recorder.places.length, recorder.saved.length, recorder.kept.ended];
			const event = recorder.acts()[pressed];
			// the act of another tab has come in between, and led to a page with fewer controls
			if (!event && mayMove) return { event, savedAt: undefined };
			if (!event) throw new Error(`There is nothing to press at ${location.pathname}`);
			recorder.press(pressed);
			await recorder.until(() =>
				mayMove
					? (recorder.kept.ended > ended || recorder.places.length > places) && !recorder.kept.saving
					: recorder.saved.length > saved,
			);
			return { event, savedAt: recorder.saved[saved]?.at };
		},
		[act, other === 'saved or moved'] as const,
	);

/** Makes another step the place: by "I am here now", or by doing it where no run is under way. */
export const jump = (tab: Page, { slug }: StepPage, ended: boolean): Promise<void> =>
	tab.evaluate(
		async ([address, begins]) => {
			const { recorder } = window;
			const click = async (selector: string) => {
				const find = () => document.querySelector<HTMLElement>(selector);
				await recorder.until(() => find() !== null);
				find()?.click();
			};
			const before = recorder.kept.ended;
			await click('nav[aria-label="Site"] a[href$="desktop/"]');
			await recorder.until(() => recorder.places.at(-1)?.address === '/desktop/');
			await click(`#rail a[href$="${address}"]`);
			await recorder.until(() => recorder.places.at(-1)?.address === address);
			await click(begins ? 'main [data-primary]' : '[data-place-bar] button');
			await recorder.until(
				() =>
					recorder.kept.ended > before &&
					!recorder.kept.saving &&
					begins === (recorder.places.at(-1)?.address !== address) &&
					document.querySelector('[data-place-bar]') === null,
			);
		},
		[`/desktop/${slug}/`, ended] as const,
	);

/** Waits until all tabs show a place; one that raced and came too late goes there as a person does. */
export const allGoTo = (tabs: readonly Page[], address: string): Promise<number[]> =>
	Promise.all(tabs.map((tab) => tab.evaluate((wanted) => window.recorder.goesTo(wanted), address)));

/** Whatever was shown as saved is the place of a stored event. */
export async function expectSavedPlaces(tabs: readonly Page[], events: readonly StoredEvent[]) {
	const stored = new Set(events.map(({ place }) => place));
	for (const tab of tabs) {
		const saved = await tab.evaluate(() => window.recorder.saved.map(({ address }) => address));
		expect(saved.filter((address) => !stored.has(address) && address !== '/desktop/')).toEqual([]);
	}
}

/** Every event that was stored stays as it was, and each run's numbers count from 0 without a gap. */
export function expectOnlyAdded(
	before: readonly StoredEvent[],
	after: readonly StoredEvent[],
): StoredEvent[] {
	const known = new Set(before.map((event) => JSON.stringify(event)));
	const added = after.filter((event) => !known.has(JSON.stringify(event)));
	expect(after.length - added.length, 'stored events that are still the same').toBe(before.length);
	const numbers = new Map<string, number[]>();
	for (const { run, seq } of after) numbers.set(run, [...(numbers.get(run) ?? []), seq]);
	// asked once for all: each question is a record that the runner keeps
	const wrong = [...numbers].filter(([, found]) =>
		found.sort((one, other) => one - other).some((seq, at) => seq !== at),
	);
	expect(wrong, 'runs whose numbers do not count from 0 without a gap').toEqual([]);
	return added;
}
