/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;

const prefix = `handrail ${base || '/'} `;
const cacheName = prefix + version;
const pages = prerendered;
const everything = [
	...new Set([...build, ...files.filter((file) => !file.endsWith('/robots.txt')), ...pages]),
];

/** How many requests of the pre-cache run side by side. */
const sideBySide = 12;

worker.addEventListener('install', (event) => event.waitUntil(precache()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('message', (event) => {
	if (event.data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (!url.pathname.startsWith(`${base}/`)) return;
	event.respondWith(answer(request, url));
});

/** All or nothing: one file that does not come fails the installation, and the older version stays. */
async function precache(): Promise<void> {
	const cache = await caches.open(cacheName);
	const open = [...everything];
	const fetchSome = async () => {
		for (let path = open.shift(); path !== undefined; path = open.shift()) {
			const response = await fetch(new Request(path, { cache: 'reload' }));
			if (!response.ok) throw new Error(`${path} answered ${response.status}`);
			await cache.put(path, response);
		}
	};
	try {
		await Promise.all(Array.from({ length: sideBySide }, fetchSome));
	} catch (error) {
		await caches.delete(cacheName);
		throw error;
	}
}

async function dropOlder(): Promise<void> {
	for (const name of await caches.keys())
		if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
	await worker.clients.claim();
}

async function answer(request: Request, url: URL): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(url.pathname);
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
