import { organization } from '../domain/organization.ts';
import { openSession, type Session } from '../guide/session.ts';
import { openDatabase } from '../storage/database.ts';
import { browserPeers } from '../storage/peers.ts';
import { kioskKey } from '../trainer/kiosk-key.ts';
import type { InstallEvent } from './install-offer.ts';

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
	offerInstalling(session);
	return session;
}

/** Holds the browser's own offer to install the site back, and makes it when a step was finished. */
function offerInstalling(session: Session): void {
	let latest: InstallEvent | undefined;
	addEventListener('beforeinstallprompt', (event) => {
		event.preventDefault();
		const first = latest === undefined;
		latest = event as InstallEvent;
		if (!first) return;
		void import('./install-offer.ts').then(
			({ offerInstall }) => offerInstall(session, () => void latest?.prompt()),
			() => undefined, // gone from the server: the next page tries again
		);
	});
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
