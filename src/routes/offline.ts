import { dev, version } from '$app/environment';
import { href } from '../ui/href.ts';
import { cachePrefix } from './cache-name.ts';
import { stopIdleWork } from './when-idle.ts';

/** Can the guide be used offline, and is a newer version waiting? */
export type Offline = {
	readonly state: 'ready' | 'waiting' | 'off';
	/** Takes the newer version: the page is loaded anew, at the same place. */
	readonly update: (() => void) | undefined;
};

export type Updates = {
	/** Asks the server for a newer version, or tries once more to get ready for offline use. */
	check(): void;
	stop(): void;
};

/** How long no newer version is asked for after the last time, ms. */
const checkEvery = 60_000;

/** Registers the service worker once the page is loaded, and watches it. */
export function watchUpdates(tell: (offline: Offline) => void): Updates {
	const workers = navigator.serviceWorker;
	if (!workers || dev) {
		tell({ state: 'off', update: undefined });
		return { check: () => undefined, stop: () => undefined };
	}
	const stopping = new AbortController();
	const { signal } = stopping;
	const release = holdVersion();
	const address = workerAddress();
	let asked = false;
	let checkedAt = 0;
	let registration: ServiceWorkerRegistration | undefined;

	const show = () => {
		if (signal.aborted) return;
		const { active, waiting, installing } = registration ?? {};
		const newer = active && waiting;
		tell({
			state: active?.state === 'activated' ? 'ready' : active || waiting || installing ? 'waiting' : 'off',
			update: newer
				? () => {
						asked = true;
						release();
						// a request in between would start the old worker again, which then stays for half a minute
						void stopIdleWork().then(() => newer.postMessage('take-over'));
					}
				: undefined,
		});
	};
	const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', show, { signal });
	const check = async () => {
		if (Math.abs(Date.now() - checkedAt) < checkEvery) return;
		checkedAt = Date.now();
		try {
			const known = registration;
			registration = await workers.register(address);
			if (registration !== known) {
				const { installing, waiting, active } = registration;
				for (const worker of [installing, waiting, active]) watch(worker);
				const found = registration;
				found.addEventListener('updatefound', () => watch(found.installing), { signal });
			} else await registration.update();
		} catch {
			// no network, or the browser forbids it: what was ready stays ready
		}
		show();
	};

	workers.addEventListener(
		'controllerchange',
		() => {
			if (asked) location.reload();
			else show();
		},
		{ signal },
	);
	if (document.readyState === 'complete') void check();
	else addEventListener('load', () => void check(), { once: true, signal });
	return {
		check: () => void check(),
		stop() {
			stopping.abort();
			release();
		},
	};
}

/**
 * Tells the service worker of a newer version, through a lock, that a window still runs on this one.
 *
 * @returns ends it
 */
function holdVersion(): () => void {
	let release = () => undefined as void;
	const held = new Promise<void>((resolve) => (release = resolve));
	const name = cachePrefix(href('/').slice(0, -1)) + version;
	void navigator.locks?.request(name, { mode: 'shared' }, () => held);
	return release;
}

/** Gives the worker's address as a script's: where Trusted Types are required, only a policy may name one. */
function workerAddress(): string {
	const address = href('/service-worker.js');
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicies };
	const policy = trustedTypes?.createPolicy('handrail-worker', { createScriptURL: () => address });
	return policy?.createScriptURL(address) ?? address;
}

/** The part of Trusted Types used here, with its script address taken as the text that `register` wants. */
type TrustedTypePolicies = {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string },
	): { createScriptURL(url: string): string };
};
