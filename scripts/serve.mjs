// Serves a finished build: the server of `npm start` and of the tests. What it does beyond plain files is
// what docs/deploying.md asks of any host.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const types = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8',
};
const encodings = [
	{ name: 'br', suffix: '.br' },
	{ name: 'gzip', suffix: '.gz' },
];

/**
 * Serves a folder until it is closed.
 *
 * @param {object} options
 * @param {string} options.folder the built site
 * @param {number} [options.port] 0 takes a free one
 * @param {string} [options.base] the sub-folder of the address that the site stands in: `/some/folder`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the site's address, with its final slash
 * @throws {Error} when the port cannot be had
 */
export async function serve({ folder, port = 4173, base = '' }) {
	const prefix = base.replace(/^\/*(.*?)\/*$/, (_, path) => (path ? `/${path}` : ''));
	const server = createServer(answersFrom(folder, prefix));
	await new Promise((done, failed) => {
		server.once('error', failed);
		server.listen(port, () => done(undefined));
	});
	const address = server.address();
	const taken = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://localhost:${taken}${prefix}/`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/**
 * What answers each request with a file of a folder, for a server of one's own.
 *
 * @param {string} folder the built site
 * @param {string} prefix the sub-folder of the address that the site stands in: `/some/folder`, or nothing
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function answersFrom(folder, prefix) {
	const root = resolve(folder);
	return (request, response) => {
		answer(root, prefix, request, response).catch((error) => {
			console.error(error);
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	};
}

/**
 * @param {string} root
 * @param {string} prefix
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, prefix, request, response) {
	// the query and repeated slashes at the front, which a redirect would turn into another host's address
	const [address = '/', query] = (request.url ?? '/').replace(/^\/{2,}/, '/').split(/\?(.*)/s);
	const search = query === undefined ? '' : `?${query}`;
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('Referrer-Policy', 'no-referrer');
	const framers = address.startsWith(`${prefix}/embed/`) ? '*' : "'none'";
	response.setHeader('Content-Security-Policy', `frame-ancestors ${framers}`);

	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD');
		return plain(response, 405, 'Only GET and HEAD are answered here.');
	}
	if (address === prefix && prefix) return redirect(response, `${prefix}/${search}`);
	if (!address.startsWith(`${prefix}/`)) return plain(response, 404, `The site is at ${prefix}/`);

	const file = fileOf(root, address.slice(prefix.length));
	if (file === undefined) return nothingHere(root, request, response, 400);
	const found = await stat(file).catch(() => undefined);
	if (found?.isDirectory()) {
		const index = join(file, 'index.html');
		if (existsSync(index))
			return address.endsWith('/')
				? send(request, response, index, 200)
				: redirect(response, `${address}/${search}`);
	}
	if (found?.isFile() && !address.endsWith('/')) return send(request, response, file, 200);
	return nothingHere(root, request, response, 404);
}

/**
 * Answers with the site's page for unknown addresses, which leads on; a mangled link gets it too.
 *
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function nothingHere(root, request, response, status) {
	const missing = join(root, '404.html');
	return existsSync(missing)
		? send(request, response, missing, status)
		: plain(response, status, 'There is no page here.');
}

/**
 * The file or folder an address stands for; nothing where it is malformed or leads out of the site.
 *
 * @param {string} root
 * @param {string} address
 */
function fileOf(root, address) {
	try {
		const path = decodeURIComponent(address);
		const file = resolve(root, `.${path}`);
		return !path.includes('\0') && (file === root || file.startsWith(root + sep)) ? file : undefined;
	} catch {
		return undefined;
	}
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 * @param {number} status
 */
async function send(request, response, file, status) {
	const accepted = acceptedEncodings(request.headers['accept-encoding']);
	const encoding = encodings.find(({ name, suffix }) => accepted.has(name) && existsSync(file + suffix));
	const body = await readFile(encoding ? file + encoding.suffix : file);
	const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
	response.setHeader('Vary', 'Accept-Encoding');
	response.setHeader('ETag', tag);
	response.setHeader(
		'Cache-Control',
		file.includes(`${sep}_app${sep}immutable${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
	);
	if (status === 200 && request.headers['if-none-match']?.includes(tag)) {
		response.writeHead(304).end();
		return;
	}
	if (encoding) response.setHeader('Content-Encoding', encoding.name);
	response.setHeader('Content-Length', body.length);
	response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The encodings a browser takes: those named, less those refused with a weight of nothing.
 *
 * @param {string | string[] | undefined} header
 */
function acceptedEncodings(header) {
	const named = String(header ?? '')
		.toLowerCase()
		.split(',')
		.map((part) => part.trim().split(/\s*;\s*q=/));
	return new Set(named.filter(([, weight = '1']) => Number(weight) > 0).map(([name]) => name));
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
	response.setHeader('Cache-Control', 'no-cache');
	response.writeHead(301, { Location: location }).end();
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function plain(response, status, text) {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

async function main() {
	const folder = resolve(fileURLToPath(new URL('..', import.meta.url)), process.env.BUILD_DIR || 'build');
	if (!existsSync(join(folder, 'index.html')))
		throw new Error(`There is no site in ${folder}: run "npm run build" first.`);
	const port = Number(process.env.PORT || 4173);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
	const site = await serve({ folder, port }).catch((error) => {
		throw error.code === 'EADDRINUSE'
			? new Error(`Port ${port} is taken. Choose another one with PORT.`)
			: error;
	});
	console.log(`The guide is at ${site.url}`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void site.close());
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
	await main().catch((error) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
