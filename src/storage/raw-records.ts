import { ok, refused } from '../domain/result.ts';
import type { StoredAnswer } from './store.ts';

/** Everything in a database as it lies there, whatever this version makes of it. */
export type RawRecords = {
	/** The number that the browser has for the database's shape. */
	readonly version: number;
	/** Records by table. */
	readonly tables: Readonly<Record<string, readonly unknown[]>>;
};

/**
 * The version that a database has in the browser; 0 where there is none, and where the browser does not
 * say. Asked without opening: opening would make a database, or change one.
 */
export async function versionOf(name: string): Promise<number> {
	const known = typeof indexedDB.databases === 'function' ? await indexedDB.databases() : [];
	return known.find((one) => one.name === name)?.version ?? 0;
}

/**
 * Reads a database of any version, and neither writes to it nor changes its shape. It is the way out for
 * progress that a newer version of this guide has made.
 */
export async function readRawRecords(name = 'handrail'): Promise<StoredAnswer<RawRecords>> {
	try {
		const opening = indexedDB.open(name);
		// there is none: opening must not make one
		opening.onupgradeneeded = () => opening.transaction?.abort();
		const database = await settled(opening);
		// a window of the newer version may want to change it
		database.onversionchange = () => database.close();
		try {
			return ok({ version: database.version, tables: await readTables(database) });
		} finally {
			database.close();
		}
	} catch {
		return refused('broken');
	}
}

/** All tables at one moment. */
async function readTables(database: IDBDatabase): Promise<RawRecords['tables']> {
	const names = Array.from(database.objectStoreNames);
	if (names.length === 0) return {};
	const reading = database.transaction(names, 'readonly');
	const tables = names.map(
		async (table) => [table, await settled<unknown[]>(reading.objectStore(table).getAll())] as const,
	);
	return Object.fromEntries(await Promise.all(tables));
}

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The request failed'));
	});
