import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes of a piece, and the time between two, ms: each is drawn before the next one comes. */
const [piece, between] = [400, 8];

/**
 * A host in front of a site whose pages arrive piece by piece, as on a poor network; all else comes at once.
 *
 * @param site its address with the final slash
 */
export async function startDripping(site: string) {
	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const answer = await fetch(new URL((incoming.url ?? '/').slice(1), site));
			const type = answer.headers.get('Content-Type') ?? '';
			const policy = answer.headers.get('Content-Security-Policy');
			const body = Buffer.from(await answer.arrayBuffer());
			outgoing.writeHead(answer.status, {
				'Content-Type': type,
				'Cache-Control': answer.headers.get('Cache-Control') ?? 'no-cache',
				...(policy && { 'Content-Security-Policy': policy }),
			});
			const size = type.startsWith('text/html') ? piece : body.length;
			for (let at = 0; at < body.length; at += size) {
				outgoing.write(body.subarray(at, at + size));
				if (size < body.length) await pause(between);
			}
			outgoing.end();
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}/`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
