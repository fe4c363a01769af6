/** Can the guide be used offline, and is a newer version waiting? */
export type Offline = {
	readonly state: 'ready' | 'waiting' | 'off';
	/** Takes the newer version: the page is loaded anew, at the same place. */
	readonly update: (() => void) | undefined;
};

/**
 * Watches the service worker.
 *
 * @returns a function that stops watching
 */
export function watchUpdates(tell: (offline: Offline) => void): () => void {
	const workers = navigator.serviceWorker;
	if (!workers) {
		tell({ state: 'off', update: undefined });
		return () => undefined;
	}
	let stopped = false;
	let asked = false;
	const show = (registration: ServiceWorkerRegistration) => {
		if (stopped) return;
		const { waiting, active } = registration;
		const update = waiting
			? () => {
					asked = true;
					waiting.postMessage('take-over');
				}
			: undefined;
		tell({ state: active ? 'ready' : 'waiting', update });
	};
	const reload = () => {
		if (asked) location.reload();
	};
	workers.addEventListener('controllerchange', reload);
	void workers.ready.then((registration) => {
		show(registration);
		registration.addEventListener('updatefound', () => {
			const { installing } = registration;
			installing?.addEventListener('statechange', () => show(registration));
		});
	});
	return () => {
		stopped = true;
		workers.removeEventListener('controllerchange', reload);
	};
}
