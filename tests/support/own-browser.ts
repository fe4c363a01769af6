import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type LaunchOptions, type Page } from '@playwright/test';

/** A browser of its own with a profile that lasts, and how to end its process at once. */
export type OwnBrowser = { readonly page: Page; kill(): Promise<void> };

/** Starts a Chromium on a profile folder. Playwright's own way of starting one gives no process to end. */
export async function startBrowser(profile: string, { executablePath, args = [] }: LaunchOptions) {
	const own = spawn(
		executablePath ?? chromium.executablePath(),
		[...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
		// a group of its own, so that its helpers end with it
		{ stdio: ['ignore', 'ignore', 'pipe'], detached: true },
	);
	let address: string | undefined;
	for await (const line of createInterface(own.stderr)) {
		address = /^DevTools listening on (ws:.+)$/.exec(line)?.[1];
		if (address) break;
	}
	if (!address) throw new Error('The browser did not start');
	const browser = await chromium.connectOverCDP(address);
	const [context] = browser.contexts();
	if (!context) throw new Error('The browser has no window');
	const page = context.pages()[0] ?? (await context.newPage());
	return {
		page,
		async kill() {
			if (own.exitCode !== null || own.signalCode !== null) return;
			const ended = once(own, 'exit');
			if (own.pid) process.kill(-own.pid, 'SIGKILL');
			await ended;
			if (own.pid) await groupEnded(own.pid);
		},
	} satisfies OwnBrowser;
}

/**
 * Waits for the helpers of a killed process too: one that still dies holds the files of the profile, and the next
 * browser would find them locked.
 */
async function groupEnded(group: number): Promise<void> {
	while (isAlive(group)) await pause(20);
}

/** Is there a process of the group that is no zombie? Where the system has no `/proc`, the exit is all that is known. */
function isAlive(group: number): boolean {
	let ids: string[];
	try {
		ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		return false;
	}
	return ids.some((id) => {
		try {
			const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
			const [state, , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			return Number(of) === group && state !== 'Z' && state !== 'X';
		} catch {
			// it ended meanwhile
			return false;
		}
	});
}
