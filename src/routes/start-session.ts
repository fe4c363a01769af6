import { organization } from '../domain/organization.ts';
import { openSession, type Session } from '../guide/session.ts';
import { openDatabase } from '../storage/database.ts';
import { browserPeers } from '../storage/peers.ts';

/** Opens the session on the browser's store and its other windows. Loaded after the page is shown. */
export const startSession = (): Promise<Session> =>
	openSession({
		openStore: () => openDatabase(),
		peers: browserPeers(),
		clock: () => Date.now(),
		newId,
		version: organization.procedureDate,
	});

/** 128 random bits. Not `randomUUID`, which a plain http address does not have. */
const newId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
