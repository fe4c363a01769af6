import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptAs, takePlace, type KeptDemo } from './keep-demo.ts';

/** A store of a browser: what is kept in it are its own keys, as in a real one. */
function newStore(): Storage {
	const methods = {
		getItem(this: Record<string, string>, key: string) {
			return Object.hasOwn(this, key) ? (this[key] ?? null) : null;
		},
		setItem(this: Record<string, string>, key: string, value: string) {
			this[key] = value;
		},
		removeItem(this: Record<string, string>, key: string) {
			delete this[key];
		},
	};
	return Object.create(methods) as Storage;
}

/** A browser: what its windows share, and which of them holds which lock. */
const taken = new Map<string, Pane>();
/** A window has a store and locks of its own, which it gives back when it is closed. */
class Pane {
	store = newStore();
	readonly locks = {
		request: async (name: string, options: LockOptions, granted: (lock: Lock | null) => unknown) => {
			const free = () => !taken.has(name);
			for (let looks = 0; !free() && options.signal && !options.signal.aborted; looks += 1)
				await new Promise((resolve) => setTimeout(resolve, 5));
			if (options.signal?.aborted) throw new DOMException('It took too long.', 'TimeoutError');
			if (!free()) return granted(null);
			taken.set(name, this);
			const until = granted({ name, mode: 'exclusive' });
			// held until the promise that was returned is settled, or the window is closed
			void Promise.resolve(until).then(() => taken.delete(name));
			return until;
		},
	} as LockManager;

	open(hash: string, navigator: { locks?: LockManager } = { locks: this.locks }) {
		vi.stubGlobal('sessionStorage', this.store);
		vi.stubGlobal('navigator', navigator);
		return takePlace(hash);
	}
	close() {
		for (const [name, holder] of taken) if (holder === this) taken.delete(name);
	}
}

const demo: KeptDemo = {
	hash: '#all-steps/start-outlook',
	log: [{ do: 'press', device: 'laptop', control: 'taskbar.start-menu', at: 2000 }],
	began: 1_700_000_000_000,
	speed: 4,
	loop: true,
	byHand: true,
	front: 'other',
};

beforeEach(() => {
	taken.clear();
	vi.stubGlobal('localStorage', newStore());
	vi.spyOn(Date, 'now').mockReturnValue(1_700_000_100_000);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('the demo of a window', () => {
	test('is the same after it was loaded again: with speed, loop, device in front, and who operates it', async () => {
		const pane = new Pane();
		(await pane.open('#all-steps')).keep(demo);
		pane.close();
		expect((await pane.open('')).kept).toMatchObject(demo);
	});

	test('is there again in a window that is opened after it was closed', async () => {
		const closed = new Pane();
		(await closed.open('')).keep(demo);
		closed.close();
		expect((await new Pane().open('')).kept).toMatchObject(demo);
	});

	test('is there for an address that asks for it, and not for another one', async () => {
		const closed = new Pane();
		(await closed.open('')).keep(demo);
		closed.close();
		expect((await new Pane().open('#use-passcode')).kept).toBeUndefined();
		expect((await new Pane().open(demo.hash)).kept).toMatchObject(demo);
	});

	test('of two that were closed, the newest comes back', async () => {
		for (const [speed, at] of [
			[1, 5000],
			[2, 9000],
			[4, 7000],
		] as const) {
			vi.mocked(Date.now).mockReturnValue(at);
			const pane = new Pane();
			(await pane.open('#one-of-its-own')).keep({ ...demo, hash: `#at-${speed}`, speed });
			pane.close();
		}
		expect((await new Pane().open('')).kept?.speed).toBe(2);
	});

	test('is never written by a second one, also not by a copy of it', async () => {
		const first = new Pane();
		const own = await first.open('');
		own.keep(demo);
		const second = new Pane();
		const other = await second.open('');
		expect(other.kept).toBeUndefined();
		other.keep({ ...demo, speed: 1 });
		// a window that is duplicated begins with the same store
		const copy = new Pane();
		Object.assign(copy.store, first.store);
		(await copy.open(demo.hash)).keep({ ...demo, speed: 2 });
		expect(own.kept?.speed).toBe(4);
		expect(other.kept?.speed).toBe(1);
	});

	test('is dropped when many newer ones were closed, and never while its window is open', async () => {
		const open = new Pane();
		const own = await open.open('');
		own.keep(demo);
		for (let nth = 1; nth <= 9; nth += 1) {
			vi.mocked(Date.now).mockReturnValue(1_700_000_100_000 + nth);
			const pane = new Pane();
			(await pane.open(`#at-${nth}`)).keep({ ...demo, hash: `#at-${nth}` });
			pane.close();
		}
		expect(Object.keys(localStorage).length).toBe(7);
		expect(own.kept).toMatchObject(demo);
	});
});

describe('where a browser', () => {
	test('keeps nothing, a demo can be shown all the same', async () => {
		const refused = (): never => {
			throw new DOMException('It is not allowed.', 'SecurityError');
		};
		vi.stubGlobal('localStorage', new Proxy({}, { get: refused, ownKeys: refused }));
		const place = await new Pane().open('');
		expect(place.kept).toBeUndefined();
		expect(() => place.keep(demo)).not.toThrow();
	});

	test('is full, the demo goes on and what was kept stays', async () => {
		const place = await new Pane().open('');
		place.keep(demo);
		vi.spyOn(Object.getPrototypeOf(localStorage) as Storage, 'setItem').mockImplementation(() => {
			throw new DOMException('It is full.', 'QuotaExceededError');
		});
		expect(() => place.keep({ ...demo, speed: 1 })).not.toThrow();
		expect(place.kept?.speed).toBe(4);
	});

	test('has no locks, a reload still loses nothing, and another window begins anew', async () => {
		const pane = new Pane();
		(await pane.open('', {})).keep(demo);
		expect((await pane.open('', {})).kept).toMatchObject(demo);
		expect((await new Pane().open('', {})).kept).toBeUndefined();
	});
});

describe('what was kept by another version', () => {
	const text = (change: object) => JSON.stringify({ ...demo, at: 1, ...change });
	test.each([
		['no text', null],
		['no JSON', '{'],
		['null', 'null'],
		['no log', text({ log: 'none' })],
		['a log with what is no command', text({ log: [{ do: 'fly', at: 1 }] })],
		['no address', text({ hash: 7 })],
		['no time', text({ began: 'today' })],
	])('is no demo where it has %s', (_, given) => {
		expect(keptAs(given)).toBeUndefined();
	});

	test('is taken where only a choice is unknown: as it is by itself', () => {
		expect(keptAs(text({ speed: 3, loop: 'yes', byHand: 1, front: 'tablet' }))).toMatchObject({
			speed: 1,
			loop: false,
			byHand: false,
			front: 'laptop',
		});
	});
});
