import type { Dexie } from 'dexie';
import { ok, refused } from '../domain/result.ts';
import { answerWithin, troubleOf } from './attempt.ts';
import { versionOf } from './raw-records.ts';
import type { StoredAnswer } from './store.ts';

/**
 * Opens a database of the browser.
 *
 * @param make its shape; called only where there can be databases at all
 * @param newest the newest version of that shape
 * @returns the database; or why there is none: `blocked` (forbidden or a private window), `slow` (no
 *   answer within 3 s), `newer` (made by a later version of this guide), `broken`
 */
export async function openIn<Shape extends Dexie>(
	make: () => Shape,
	newest: number,
): Promise<StoredAnswer<Shape>> {
	if (!isThere()) return refused('blocked');
	const database = make();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(() => resolve('late'), answerWithin);
	});
	try {
		const answer = await Promise.race([openUnlessNewer(database, newest), late]);
		if (answer === 'opened') return ok(database);
		database.close();
		return refused(answer === 'late' ? 'slow' : 'newer');
	} catch (error) {
		return refused(troubleOf(error));
	} finally {
		clearTimeout(timer);
	}
}

/** Some browsers have none, some have nothing in its place, and some forbid to look. */
function isThere(): boolean {
	try {
		return Boolean(globalThis.indexedDB);
	} catch {
		return false;
	}
}

/** Dexie would add to a newer database what it misses there, so it must not open one. */
async function openUnlessNewer(database: Dexie, newest: number): Promise<'opened' | 'newer'> {
	// Dexie counts versions in tens
	const most = newest * 10;
	if ((await versionOf(database.name)) > most) return 'newer';
	await database.open();
	return database.backendDB().version > most ? 'newer' : 'opened';
}
