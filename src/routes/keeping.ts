/**
 * Loads once and keeps what came: even a module that is there already takes a browser several turns to give
 * again. What failed is tried anew at the next call.
 */
export function keeping<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let kept: Promise<Value> | undefined;
	return () =>
		(kept ??= load().catch((error: unknown) => {
			kept = undefined;
			throw error;
		}));
}
