import { mount } from 'svelte';
import type { Session } from '../guide/session.ts';
import { openDatabase } from '../storage/database.ts';
import { openExercises } from '../storage/exercises.ts';
import {
	kioskKey,
	kioskState,
	readSetting,
	readTime,
	usedKey,
	wipedKey,
	type Kiosk,
	type KioskShown,
} from '../trainer/kiosk.ts';
import { href } from '../ui/href.ts';
import KioskSign from './KioskSign.svelte';

/** How often a use is noted at most, ms. */
const notedEvery = 1000;
/** Of several windows one wipes. */
const lockName = 'handrail-kiosk-wipe';

/** Shows the sign of kiosk mode, counts the time without use over all windows, and wipes. */
export function startKiosk(session: Session): void {
	const setting = readSetting(localStorage.getItem(kioskKey));
	if (!setting) return;
	const time = (key: string) => readTime(localStorage.getItem(key), Date.now());
	const opened = time(wipedKey);
	let now: KioskShown = { setting, state: { is: 'use' }, failed: false };
	let wiping = false;
	const listeners = new Set<(value: KioskShown) => void>();
	const show = (change: Partial<KioskShown>) => {
		now = { ...now, ...change };
		for (const listener of listeners) listener(now);
	};
	const look = () => {
		const current = readSetting(localStorage.getItem(kioskKey));
		// switched off in another window: this one is loaded anew, without the sign
		if (!current) return location.reload();
		// wiped by another window
		if (time(wipedKey) > opened && !wiping) return toStart(current.start);
		const state = kioskState(current, { used: time(usedKey), wiped: time(wipedKey), now: Date.now() });
		show({ setting: current, state });
		if (state.is === 'over' && !now.failed) void wipe();
	};
	const use = () => {
		if (wiping) return;
		const at = Date.now();
		if (now.state.is !== 'use' || at - time(usedKey) >= notedEvery) localStorage.setItem(usedKey, String(at));
		look();
	};

	async function wipe(): Promise<void> {
		if (wiping) return;
		wiping = true;
		const one = async (lock: unknown): Promise<boolean> => {
			// another window does it
			if (lock === null) return false;
			const good = await wipeAll(session);
			if (good) localStorage.setItem(wipedKey, String(Date.now()));
			else show({ failed: true });
			return good;
		};
		const done = await (navigator.locks?.request(lockName, { ifAvailable: true }, one) ?? one(undefined));
		if (done) return toStart(now.setting.start);
		wiping = false;
	}

	// a use while the warning stands is said by its button, so that nobody takes it back by chance
	const noted = () => {
		if (now.state.is === 'use' || now.state.is === 'rest') use();
	};
	for (const event of ['pointerdown', 'keydown', 'wheel']) addEventListener(event, noted, { passive: true });
	addEventListener('storage', look);
	setInterval(look, 1000);
	look();
	const kiosk: Kiosk = {
		getSnapshot: () => now,
		subscribe(listener) {
			listeners.add(listener);
			return { unsubscribe: () => void listeners.delete(listener) };
		},
		use,
		next: () => void wipe(),
	};
	mount(KioskSign, { target: document.body, props: { kiosk } });
}

/** Takes the window to the start, loaded anew, so that nothing is left in its memory. */
function toStart(start: string): void {
	const there = new URL(href(start), location.href);
	const same = there.pathname === location.pathname && there.search === location.search;
	location.replace(there);
	// a change behind # alone loads nothing
	if (same) location.reload();
}

/**
 * Wipes what learners leave: progress of the guide, its notes, and practice. What a trainer keeps stays.
 *
 * @returns was all of it wiped?
 */
async function wipeAll(session: Session): Promise<boolean> {
	const stores = await Promise.all([openDatabase(), openExercises()]);
	const wiped = await Promise.all(
		stores.map(async (store) => {
			// where the browser keeps nothing, there is nothing to wipe
			if (!store.ok) return store.reason === 'blocked';
			const answer = await store.value.wipe();
			store.value.close();
			return answer.ok;
		}),
	);
	// the other windows of the guide hear of it
	await session.wipe();
	sessionStorage.clear();
	return wiped.every(Boolean);
}
