import type { Serial } from '../service/ids.ts';

/** The portal's pages for an authenticator app of any maker. The app itself is no part of the World: it is real. */
export type OwnApp = {
	readonly page: 'start' | 'secret' | 'added' | 'sign-in' | 'signed-in';
	/** The token whose secret is on the page. */
	readonly serial: Serial | null;
	/** Nothing else is said of a code that was refused. */
	readonly refused: boolean;
	/** Somebody signed in with a code after the enrollment. */
	readonly used: boolean;
};
