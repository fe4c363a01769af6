/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';
import { cachePrefix } from './routes/cache-name.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

const prefix = cachePrefix(base);
const cacheName = prefix + version;
const pages = prerendered;
const everything = [
	...new Set([...build, ...files.filter((file) => !file.endsWith('/robots.txt')), ...pages]),
];
const immutable = `${base}/_app/immutable/`;
/** Stands in the HTML of every page of this build and of no other's. */
const entry = build.find((file) => file.includes('/entry/app.'))?.slice(immutable.length);

/** How many requests of the pre-cache run side by side. */
const sideBySide = 12;

worker.addEventListener('install', (event) => event.waitUntil(precache()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => {
	if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (!url.pathname.startsWith(`${base}/`)) return;
	event.respondWith(answer(request, url));
});

/**
 * All or nothing: one file that does not come fails the installation, and the older version stays. What
 * did come is kept, so that the next try on a poor network goes on from there.
 */
async function precache(): Promise<void> {
	const cache = await caches.open(cacheName);
	const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const open = everything.filter((path) => !kept.has(path));
	const fetchSome = async () => {
		for (let path = open.shift(); path !== undefined; path = open.shift())
			await cache.put(path, await fetchOwn(path));
	};
	await Promise.all(Array.from({ length: sideBySide }, fetchSome));
}

/** @throws Error when the answer is not the file of this very build: another may be deployed meanwhile */
async function fetchOwn(path: string): Promise<Response> {
	const cache = path.startsWith(immutable) ? 'default' : 'reload';
	const response = await fetch(new Request(path, { cache, priority: 'low' }));
	if (!response.ok || response.redirected) throw new Error(`${path} answered ${response.status}`);
	const page = response.headers.get('Content-Type')?.startsWith('text/html');
	if (page && entry && !(await response.clone().text()).includes(entry))
		throw new Error(`${path} belongs to another version`);
	return response;
}

/** Serves all windows from now on. The files of a version that a window still runs on stay for it. */
async function takeOver(): Promise<void> {
	await worker.clients.claim();
	// a version that is on its way has a cache too, and tidies up itself
	if (worker.registration.installing || worker.registration.waiting) return;
	const { held = [] } = await worker.navigator.locks.query();
	const used = new Set([cacheName, ...held.map(({ name }) => name)]);
	for (const name of await caches.keys())
		if (name.startsWith(prefix) && !used.has(name)) await caches.delete(name);
}

async function answer(request: Request, url: URL): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = (await cache.match(url.pathname)) ?? (await fromAnotherVersion(url.pathname));
	if (kept) return kept;
	// the page of a folder has links of its own depth: never answer with it, always lead to it
	if (request.mode === 'navigate' && pages.includes(`${url.pathname}/`))
		return Response.redirect(`${url.pathname}/${url.search}`, 301);
	try {
		return await fetch(request);
	} catch (error) {
		if (request.mode !== 'navigate') throw error;
		const lost = `${base}/lost/`;
		const path = encodeURIComponent(url.pathname.slice(base.length + 1));
		if (await cache.match(lost)) return Response.redirect(`${lost}#${path}`, 302);
		throw error;
	}
}

/** A script that an older window asks for: its name says all of its content, whatever version kept it. */
async function fromAnotherVersion(path: string): Promise<Response | undefined> {
	if (!path.startsWith(immutable)) return undefined;
	for (const name of await caches.keys()) {
		const kept = name.startsWith(prefix) && (await (await caches.open(name)).match(path));
		if (kept) return kept;
	}
	return undefined;
}
