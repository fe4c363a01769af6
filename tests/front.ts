import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../scripts/serve.mjs';
import { deployments, type Deployments } from './deployments.ts';
import { test as plain, type Site } from './server.ts';

/** What the browser was answered. */
export type Answered = { path: string; status: number };

/**
 * A host in front of one or more sites, each in its folder: what stands there can be changed in mid-run, as
 * a deployment does, single files can fail, and the whole host can be stopped.
 */
export type Front = {
	/** The host's address with its final slash. */
	readonly url: string;
	/** All answers until now, the failed ones too. */
	readonly answers: Answered[];
	/** Puts a built site into a folder of the host, in place of what was there: `''` or `/some/folder`. */
	deploy(base: string, folder: string): Promise<void>;
	/** Answers 500 wherever this holds for an address, from now on. */
	breakFiles(broken: (path: string) => boolean): void;
	/** Is called before each answer; the answer waits for it. */
	beforeAnswer(wait: (path: string) => Promise<void> | void): void;
	stop(): Promise<void>;
};

export async function startFront(): Promise<Front> {
	const sites = new Map<string, Site>();
	const answers: Answered[] = [];
	let broken: (path: string) => boolean = () => false;
	let wait: (path: string) => Promise<void> | void = () => undefined;

	const server = createServer((incoming, outgoing) => {
		const path = incoming.url ?? '/';
		const done = (status: number) => answers.push({ path, status });
		const refuse = (status: number) => {
			done(status);
			outgoing.writeHead(status).end();
		};
		const pass = () => {
			if (broken(path)) return refuse(500);
			// the deepest folder that the address lies in
			const base = [...sites.keys()]
				.filter((one) => path === one || path.startsWith(`${one}/`))
				.sort((one, other) => other.length - one.length)[0];
			const site = base === undefined ? undefined : sites.get(base);
			if (!site) return refuse(404);
			const { method, headers } = incoming;
			ask(new URL(path, site.url), { method, headers }, (answer) => {
				done(answer.statusCode ?? 0);
				outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
				answer.pipe(outgoing);
			})
				.on('error', () => refuse(502))
				.end();
		};
		void Promise.resolve(wait(path)).then(pass);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}/`,
		answers,
		async deploy(base, folder) {
			const before = sites.get(base);
			sites.set(base, await serve({ folder, port: 0, base }));
			await before?.close();
		},
		breakFiles: (next) => (broken = next),
		beforeAnswer: (next) => (wait = next),
		async stop() {
			if (!server.listening) return;
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
			await Promise.all([...sites.values()].map((site) => site.close()));
		},
	};
}

/** Playwright's `test`, with a host that has no site yet and versions of the site to put there. */
export const test = plain.extend<{ versions: Deployments; front: Front }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from a pattern
	versions: async ({}, use) => {
		const versions = deployments();
		await use(versions);
		versions.remove();
	},
	// eslint-disable-next-line no-empty-pattern -- as above
	front: async ({}, use) => {
		const front = await startFront();
		await use(front);
		await front.stop();
	},
});

export { expect } from '@playwright/test';
