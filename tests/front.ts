import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answersFrom } from '../scripts/serve.mjs';
import { test as plain } from './server.ts';

/** What the browser was answered. */
type Answered = { path: string; status: number };

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
	deploy(base: string, folder: string): void;
	/** Answers 500 wherever this holds for an address, from now on. */
	breakFiles(broken: (path: string) => boolean): void;
	/** Is called before each answer; the answer waits for it. */
	beforeAnswer(wait: (path: string) => Promise<void> | void): void;
	stop(): Promise<void>;
};

async function startFront(): Promise<Front> {
	const sites = new Map<string, RequestListener>();
	const answers: Answered[] = [];
	let broken: (path: string) => boolean = () => false;
	let wait: (path: string) => Promise<void> | void = () => undefined;

	const server = createServer((incoming, outgoing) => {
		const path = incoming.url ?? '/';
		outgoing.once('close', () => answers.push({ path, status: outgoing.statusCode }));
		const refuse = (status: number) => outgoing.writeHead(status).end();
		const pass = () => {
			if (broken(path)) return refuse(500);
			// the deepest folder that the address lies in
			const base = [...sites.keys()]
				.filter((one) => path === one || path.startsWith(`${one}/`))
				.sort((one, other) => other.length - one.length)[0];
			const site = base === undefined ? undefined : sites.get(base);
			if (!site) return refuse(404);
			site(incoming, outgoing);
		};
		void Promise.resolve(wait(path)).then(pass);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}/`,
		answers,
		deploy: (base, folder) => void sites.set(base, answersFrom(folder, base)),
		breakFiles: (next) => (broken = next),
		beforeAnswer: (next) => (wait = next),
		async stop() {
			if (!server.listening) return;
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
}

/** Playwright's `test`, with a host that has no site yet; `versions` of the site can be put there. */
export const test = plain.extend<{ front: Front }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from a pattern
	front: async ({}, use) => {
		const front = await startFront();
		await use(front);
		await front.stop();
	},
});

export { expect } from '@playwright/test';
