// WebKitGTK by plain WebDriver: no package is needed for four commands. It is WebKit, and not Safari.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/**
 * @returns {{ driver: string, browser: string } | undefined} the driver on PATH, and the browser that the
 * library brings for it (MINIBROWSER names another)
 */
export function findWebkit() {
	const onPath = (/** @type {string} */ name) =>
		(process.env.PATH ?? '')
			.split(delimiter)
			.map((folder) => join(folder, name))
			.find((file) => existsSync(file));
	const driver = onPath('WebKitWebDriver');
	const browser = process.env.MINIBROWSER ?? miniBrowser();
	return driver && browser && onPath('xvfb-run') ? { driver, browser } : undefined;
}

/** @returns {string | undefined} */
function miniBrowser() {
	try {
		const files = execFileSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8', stdio: 'pipe' });
		return files.split('\n').find((line) => line.endsWith('/MiniBrowser'));
	} catch {
		return undefined;
	}
}

/** @returns {Promise<number>} a port that is free now */
const freePort = () =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

/**
 * @param {{ driver: string, browser: string }} found
 * @returns {Promise<import('./journey.mjs').Driver & { name: string, quit: () => Promise<void> }>}
 */
export async function startWebkit({ driver, browser }) {
	const port = await freePort();
	const own = spawn('xvfb-run', ['-a', driver, `--port=${port}`], {
		// a group of its own, so that display and browser end with it
		detached: true,
		stdio: 'ignore',
		env: {
			...process.env,
			// for the super-user and for machines without a graphics card
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
			WEBKIT_DISABLE_COMPOSITING_MODE: '1',
			LIBGL_ALWAYS_SOFTWARE: '1',
		},
	});
	const end = () => {
		if (own.pid && own.exitCode === null) process.kill(-own.pid, 'SIGTERM');
	};
	/** @param {string} method @param {string} path @param {object} [body] */
	const command = async (method, path, body) => {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
		});
		const { value } = await answer.json();
		if (!answer.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
		return value;
	};
	try {
		await answering(() => command('GET', '/status'));
		const { sessionId, capabilities } = await command('POST', '/session', {
			capabilities: {
				alwaysMatch: {
					browserName: 'MiniBrowser',
					'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
				},
			},
		});
		const session = `/session/${sessionId}`;
		return {
			name: `WebKitGTK ${capabilities.browserVersion}`,
			open: (url) => command('POST', `${session}/url`, { url }),
			run: (script) => command('POST', `${session}/execute/sync`, { script, args: [] }),
			quit: async () => {
				await command('DELETE', session).catch(() => undefined);
				end();
			},
		};
	} catch (error) {
		end();
		throw error;
	}
}

/**
 * Waits until a driver that was just started answers.
 *
 * @param {() => Promise<unknown>} ask
 */
async function answering(ask) {
	const until = Date.now() + 30_000;
	for (;;) {
		const answered = await ask().then(
			() => true,
			() => false,
		);
		if (answered) return;
		if (Date.now() > until) throw new Error('WebKitWebDriver does not answer');
		await new Promise((again) => setTimeout(again, 50));
	}
}
