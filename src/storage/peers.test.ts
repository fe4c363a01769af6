import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserPeers } from './peers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A lock of one browser, given in turn; `release` is what happens when its window is gone. */
function oneLock() {
	const waiting: ((lock: Lock) => unknown)[] = [];
	let held = false;
	const give = () => {
		const next = held ? undefined : waiting.shift();
		if (!next) return;
		held = true;
		void next({ name: 'one', mode: 'exclusive' });
	};
	const locks = {
		request: (_name: string, _options: LockOptions, callback: (lock: Lock) => unknown) => {
			waiting.push(callback);
			give();
			return new Promise(() => undefined);
		},
	} as unknown as LockManager;
	const release = () => {
		held = false;
		give();
	};
	return { locks, release };
}

const silent = () => ({ addEventListener: () => undefined, postMessage: () => undefined }) as never;

test('whoever comes after a writer that is gone looks again: its last act may be stored a little later', () => {
	const { locks, release } = oneLock();
	browserPeers(locks, silent());
	const second = browserPeers(locks, silent());
	const heard: string[] = [];
	second.listen((news) => heard.push(news));
	vi.advanceTimersByTime(5000);
	expect(second.writing).toBe(false);
	expect(heard).toEqual([]);

	release();
	expect(second.writing).toBe(true);
	expect(heard).toEqual(['writer']);
	vi.advanceTimersByTime(1000);
	expect(heard).toEqual(['writer', 'writer']);
	vi.advanceTimersByTime(60_000);
	expect(heard).toHaveLength(2);
});
