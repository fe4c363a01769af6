import type { StoredEvent } from './store.ts';

/** What windows of one browser tell each other. */
type PeerMessage = {
	/** Something was stored, or a person wiped everything. */
	readonly kind: 'changed' | 'wiped';
	/** What was stored, where it is all that changed: the others need not ask the store for it. */
	readonly added?: readonly StoredEvent[] | undefined;
};
type PeerNews = PeerMessage['kind'] | 'writer';
export type PeerListener = (news: PeerNews, added?: readonly unknown[]) => void;

/**
 * The other windows of this browser. One window writes at a time; the others follow and may take over.
 */
export type Peers = {
	/** Does this window write? */
	readonly writing: boolean;
	/** Becomes the writer. @returns whether it was one already, or took over just now */
	take(): Promise<'held' | 'taken'>;
	/** Tells the others what was done to the store. */
	tell(kind: PeerMessage['kind'], added?: readonly StoredEvent[]): void;
	/**
	 * Calls back when another window changed the store, when this one wakes, and when the writer changes; twice
	 * where this one has come after a writer that is gone.
	 * What was added comes from a window that may run another version of this guide.
	 */
	listen(listener: PeerListener): () => void;
};

/** The lock that the writing window holds. */
const name = 'handrail-writer';
/** What a window sent to the store as it died may be carried out after its lock is free. Looked at again then, ms. */
const lastWords = 500;

/**
 * Windows joined by a Web Lock and a channel. A window that is closed or killed loses the lock at once,
 * and the next in the queue has it. A frozen one can be robbed of it, and learns so when it wakes.
 *
 * Without these interfaces each window writes, and the store's refusal of a taken number is what is left.
 */
export function browserPeers(
	locks: LockManager | undefined = globalThis.navigator?.locks,
	channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('handrail'),
): Peers {
	const listeners = new Set<PeerListener>();
	const news: PeerListener = (...what) => listeners.forEach((listener) => listener(...what));
	let writing = locks === undefined;
	let queued = false;

	/** Asks for the lock and keeps it until it is taken away. */
	function ask(steal: boolean): Promise<void> {
		return new Promise((granted) => {
			const keep = () => {
				if (!steal) queued = false;
				writing = true;
				granted();
				news('writer');
				if (!steal) setTimeout(() => writing && news('writer'), lastWords);
				return new Promise<never>(() => undefined);
			};
			locks?.request(name, steal ? { steal } : {}, keep).catch(() => {
				writing = false;
				news('writer');
				waitInLine();
			});
		});
	}
	function waitInLine() {
		if (queued) return;
		queued = true;
		void ask(false);
	}
	if (locks) waitInLine();

	channel?.addEventListener('message', ({ data }: MessageEvent<PeerMessage | undefined>) =>
		news(data?.kind === 'wiped' ? 'wiped' : 'changed', Array.isArray(data?.added) ? data.added : undefined),
	);
	globalThis.document?.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') news('changed');
	});
	globalThis.document?.addEventListener('resume', () => news('changed'));

	return {
		get writing() {
			return writing;
		},
		async take() {
			if (writing) return 'held';
			await ask(true);
			return 'taken';
		},
		tell: (kind, added) => channel?.postMessage({ kind, added } satisfies PeerMessage),
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
