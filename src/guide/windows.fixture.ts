import type { PeerListener, Peers } from '../storage/peers.ts';

/** Windows of one browser without a browser: one lock that can be taken, news to all the others. */
export function windows() {
	const all: { listeners: Set<PeerListener> }[] = [];
	let writer: object | undefined;
	return {
		/** Opens a window. */
		open(): Peers {
			const me = { listeners: new Set<PeerListener>() };
			all.push(me);
			writer ??= me;
			return {
				get writing() {
					return writer === me;
				},
				async take() {
					await Promise.resolve();
					if (writer === me) return 'held';
					writer = me;
					for (const { listeners } of all) for (const listener of listeners) listener('writer');
					return 'taken';
				},
				tell(kind, added) {
					for (const other of all)
						if (other !== me)
							for (const listener of other.listeners)
								void Promise.resolve().then(() => listener(kind, structuredClone(added)));
				},
				listen(listener) {
					me.listeners.add(listener);
					return () => me.listeners.delete(listener);
				},
			};
		},
	};
}
