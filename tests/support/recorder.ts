import type { Page } from '@playwright/test';
import type { ProcedureEvent } from '../../src/domain/events.ts';
import type { StoredEvent } from '../../src/storage/store.ts';

/** A place that a page showed, as an address without the base, and when: epoch ms. */
type Shown = { readonly address: string; readonly at: number };

/** What `record` adds to a page. */
type Recorder = {
	/** Places in the order in which they were shown. */
	readonly places: Shown[];
	/** The place shown at each moment in which an act was marked as saved. */
	readonly saved: Shown[];
	/** When another window became, or was no longer, the writer. */
	readonly following: { readonly follows: boolean; readonly at: number }[];
	/** Resolves as soon as something that can be seen holds. @throws after 20 s, with what is shown */
	until(holds: () => boolean): Promise<void>;
	/** Resolves when the place with that address is shown. @returns since when */
	shows(address: string): Promise<number>;
	/** The same, by a click on the bar's way to the place where the page is looking elsewhere. */
	goesTo(address: string): Promise<number>;
	/** What the page's controls would do, in their order. */
	acts(): ProcedureEvent[];
	/** How many acts were stored or refused, and is one being stored? */
	readonly kept: { ended: number; saving: boolean };
	/** Presses the control with that number. */
	press(act: number): void;
	/** All stored events, by run and number. Read behind the app's back. */
	stored(): Promise<StoredEvent[]>;
};

/** Notes in every page of it what a person sees, with the time. */
export const record = (page: Pick<Page, 'addInitScript'>): Promise<unknown> =>
	page.addInitScript(() => {
		const places: Shown[] = [];
		const saved: Shown[] = [];
		const following: { follows: boolean; at: number }[] = [];
		const kept = { ended: 0, saving: false };
		const open = new Set<() => void>();
		const shown = () => {
			const { step, detour } = document.querySelector('main')?.dataset ?? {};
			if (!step) return location.pathname;
			return detour ? `/desktop/${step}/${detour}/` : `/desktop/${step}/`;
		};
		const controls = () =>
			[
				...document.querySelectorAll<HTMLElement>(
					'main :is([data-primary], [data-symptom], [data-not-fixed], [data-answer])',
				),
			].filter((control) => control.offsetParent !== null);
		const actOf = ({ dataset }: HTMLElement): ProcedureEvent => {
			const { symptom, answer } = dataset;
			const [question, reply] = answer?.split('=') ?? [];
			if (symptom) return { type: 'SYMPTOM', symptom } as ProcedureEvent;
			if (question) return { type: 'ANSWER', question, answer: reply } as ProcedureEvent;
			if ('notFixed' in dataset) return { type: 'NOT_FIXED' };
			return { type: document.querySelector('main[data-detour]') ? 'FIXED' : 'DONE' };
		};

		let mark: Element | null = null;
		const look = () => {
			const at = Date.now();
			const address = shown();
			if (places.at(-1)?.address !== address) places.push({ address, at });
			const follows = document.querySelector('[data-follows]') !== null;
			if ((following.at(-1)?.follows ?? false) !== follows) following.push({ follows, at });
			const marked = document.querySelector('[data-saved]');
			if (marked && marked !== mark) saved.push({ address, at });
			mark = marked;
			const saving = document.querySelector('[data-kept="saving"]') !== null;
			if (kept.saving && !saving) kept.ended += 1;
			kept.saving = saving;
			for (const ask of open) ask();
		};
		new MutationObserver(look).observe(document, {
			subtree: true,
			childList: true,
			attributeFilter: ['data-step', 'data-detour', 'data-kept'],
		});

		const until = (holds: () => boolean) =>
			new Promise<void>((resolve, reject) => {
				const ask = () => {
					if (!holds()) return;
					open.delete(ask);
					clearTimeout(late);
					resolve();
				};
				const late = setTimeout(() => {
					const words = document.querySelector('[role="status"]')?.textContent;
					reject(new Error(`Not so at ${shown()}: ${String(holds)} (${words})`));
				}, 20_000);
				open.add(ask);
				ask();
			});

		let database: Promise<IDBDatabase> | undefined;
		const settled = <Value>(request: IDBRequest<Value>) =>
			new Promise<Value>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error(String(request.error)));
			});
		const recorder: Recorder = {
			places,
			saved,
			following,
			kept,
			until,
			async goesTo(address) {
				const bar = () => document.querySelector<HTMLAnchorElement>('[data-place-bar] a');
				await until(() => shown() === address || bar()?.pathname === address);
				if (shown() !== address) bar()?.click();
				return this.shows(address);
			},
			async shows(address) {
				await until(() => places.at(-1)?.address === address);
				return places.at(-1)?.at ?? NaN;
			},
			acts: () => controls().map(actOf),
			press: (act) => controls()[act]?.click(),
			async stored() {
				database ??= settled(indexedDB.open('handrail'));
				const tables = (await database).objectStoreNames;
				if (!tables.contains('events')) return [];
				const table = (await database).transaction('events').objectStore('events');
				return settled(table.getAll() as IDBRequest<StoredEvent[]>);
			},
		};
		Object.assign(window, { recorder });
	});

declare global {
	interface Window {
		recorder: Recorder;
	}
}
