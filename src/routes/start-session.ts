import { organization } from '../domain/organization.ts';
import { openSession, type Session } from '../guide/session.ts';
import { openDatabase } from '../storage/database.ts';

/** Opens the browser's store and the session on it. Loaded after the page is shown. */
export async function startSession(): Promise<Session> {
	const store = await openDatabase();
	return openSession({
		store: store.ok ? store.value : store.reason,
		clock: () => Date.now(),
		newId: () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
		version: organization.procedureDate,
	});
}
