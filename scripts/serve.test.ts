import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from './serve.mjs';

const outer = mkdtempSync(join(tmpdir(), 'handrail-serve-'));
const folder = join(outer, 'build');
const start = '<!doctype html><title>Start</title>';
const files: Record<string, string | Buffer> = {
	'index.html': start,
	'index.html.br': brotliCompressSync(start),
	'index.html.gz': gzipSync(start),
	'404.html': 'not here',
	'desktop/index.html': 'desktop',
	'embed/desktop/index.html': 'embedded',
	'service-worker.js': 'self',
	'_app/immutable/entry/start.js': 'export {}',
	'../secret.txt': 'secret',
};
let root: Awaited<ReturnType<typeof serve>>;
let inFolder: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	root = await serve({ folder, port: 0 });
	inFolder = await serve({ folder, port: 0, base: '/some/sub-folder' });
});
afterAll(async () => {
	await Promise.all([root.close(), inFolder.close()]);
	rmSync(outer, { recursive: true });
});

/** Asks for an address exactly as written: `fetch` would tidy it first. */
function ask(site: { url: string }, path: string, method = 'GET', headers: Record<string, string> = {}) {
	type Answer = { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer };
	return new Promise<Answer>((done, failed) => {
		request(new URL(site.url).origin, { path, method, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => {
				done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) });
			});
		})
			.on('error', failed)
			.end();
	});
}

describe('pages', () => {
	test.each(['/desktop', '/desktop?from=a'])('%s is sent on to its final slash', async (path) => {
		const { status, headers } = await ask(root, path);
		expect([status, headers.location]).toEqual([301, path.replace('desktop', 'desktop/')]);
	});

	test('in a sub-folder, addresses and redirects keep it', async () => {
		expect((await ask(inFolder, '/some/sub-folder')).headers.location).toBe('/some/sub-folder/');
		expect((await ask(inFolder, '/some/sub-folder/desktop')).headers.location).toBe(
			'/some/sub-folder/desktop/',
		);
		expect(String((await ask(inFolder, '/some/sub-folder/desktop/')).body)).toBe('desktop');
		expect((await ask(inFolder, '/desktop/')).status).toBe(404);
	});

	test.each(['/nothing', '/desktop/nothing/', '/service-worker.js/', '/_app/'])(
		'%s is the page for unknown addresses',
		async (path) => {
			const { status, headers, body } = await ask(root, path);
			expect([status, String(body)]).toEqual([404, 'not here']);
			expect(headers['cache-control']).toBe('no-cache');
		},
	);
});

describe('nothing outside the site', () => {
	test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/desktop/..%2f..%2fsecret.txt'])(
		'%s',
		async (path) => {
			const { status, body } = await ask(root, path);
			expect(status).toBe(400);
			expect(String(body)).not.toContain('secret');
		},
	);

	test.each(['/%', '/%00', '/index.html%00.txt'])('%s is refused', async (path) => {
		expect((await ask(root, path)).status).toBe(400);
	});

	test('a redirect stays on this host', async () => {
		expect((await ask(root, '//desktop')).headers.location).toBe('/desktop/');
	});

	test('only reading is answered', async () => {
		const { status, headers } = await ask(root, '/', 'POST');
		expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
	});
});

describe('what is sent', () => {
	test.each([
		['br, gzip', 'br'],
		['gzip, deflate', 'gzip'],
		['br;q=0, gzip;q=0.5', 'gzip'],
		['identity', undefined],
	])('to a browser that takes "%s": %s', async (accepted, encoding) => {
		const { headers } = await ask(root, '/', 'GET', { 'accept-encoding': accepted });
		expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'Accept-Encoding']);
	});

	test.each([
		['/', 'text/html; charset=utf-8', 'no-cache'],
		['/service-worker.js', 'text/javascript; charset=utf-8', 'no-cache'],
		[
			'/_app/immutable/entry/start.js',
			'text/javascript; charset=utf-8',
			'public, max-age=31536000, immutable',
		],
	])('%s has its type and may be kept as it should', async (path, type, keep) => {
		const { headers } = await ask(root, path);
		expect([headers['content-type'], headers['cache-control']]).toEqual([type, keep]);
	});

	test('only pages for frames may be framed', async () => {
		expect((await ask(root, '/')).headers['content-security-policy']).toBe("frame-ancestors 'none'");
		expect((await ask(root, '/embed/desktop/')).headers['content-security-policy']).toBe('frame-ancestors *');
		expect((await ask(root, '/')).headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
		});
	});

	test('the head alone has the date and the length, and no body', async () => {
		const { headers, body } = await ask(root, '/', 'HEAD');
		expect(Math.abs(Date.parse(String(headers.date)) - Date.now())).toBeLessThan(5_000);
		expect([headers['content-length'], body.length]).toEqual([String(start.length), 0]);
	});

	test('what has not changed is not sent again', async () => {
		const { headers } = await ask(root, '/');
		const again = await ask(root, '/', 'GET', { 'if-none-match': String(headers.etag) });
		expect([again.status, again.body.length]).toEqual([304, 0]);
	});
});
