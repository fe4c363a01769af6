import { organization } from '../domain/organization.ts';
import { openSession, type Session } from '../guide/session.ts';
import { openDatabase } from '../storage/database.ts';
import { browserPeers } from '../storage/peers.ts';
import { kioskKey } from '../trainer/kiosk-key.ts';

/** Opens the session on the browser's store and its other windows. Loaded after the page is shown. */
export async function startSession(): Promise<Session> {
	const session = await openSession({
		openStore: () => openDatabase(),
		peers: browserPeers(),
		clock: () => Date.now(),
		newId,
		version: organization.procedureDate,
	});
	askForPersistence(session);
	watchKiosk(session);
	return session;
}

/** A shared computer says so, and wipes itself; no other one loads anything for it. */
function watchKiosk(session: Session): void {
	try {
		if (localStorage.getItem(kioskKey) === null) return;
	} catch {
		return; // forbidden: kiosk mode cannot have been turned on
	}
	void import('./kiosk.ts').then(
		({ startKiosk }) => startKiosk(session),
		() => undefined, // gone from the server: the next page tries again
	);
}

const asked = 'asked-for-persistence';

/** Asks the browser once, after the first saved step, not to clear the progress by itself. */
function askForPersistence(session: Session): void {
	if (!navigator.storage?.persist) return;
	const { unsubscribe } = session.subscribe(({ saved, byPeer }) => {
		if (saved !== 'saved' || byPeer) return;
		unsubscribe();
		void session.note(asked).then(async (known) => {
			if (known) return;
			await session.setNote(asked, true);
			await navigator.storage.persist();
		});
	});
}

/** 128 random bits. Not `randomUUID`, which a plain http address does not have. */
const newId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
