/** What an authenticator app of the person's own adds to the names of the World. */
export type OwnAppScreenName =
	'own-app.start' | 'own-app.secret' | 'own-app.added' | 'own-app.sign-in' | 'own-app.signed-in';
/** How such a World begins: signed in to the portal, in the laptop's browser. */
export type NewOwnApp = Readonly<Record<never, never>>;
