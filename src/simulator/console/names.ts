/** What the operator console adds to the names of the World. */
export type ConsoleScreenName = `console.${ConsolePage}`;

export const consolePages = [
	'sign-in',
	'snapshot',
	'assignment',
	'user',
	'method',
	'provision',
	'password',
	'push',
	'suspend',
	'activate',
	'revoke',
	'resync',
	'confirm',
	'tasks',
	'task',
	'tokens',
	'token',
	'policies',
	'policy',
	'reports',
	'report',
] as const;
export type ConsolePage = (typeof consolePages)[number];

/** How a World with a console begins. */
export type NewConsole = {
	/** The operator has a token of their own; unless given, one. */
	readonly operatorTokens?: 0 | 1 | 2;
	/** The operator is signed in already. On unless given. */
	readonly signedIn?: boolean;
	/** At most so many tokens are left in inventory, reserved ones counted; all unless given. */
	readonly stock?: number;
};
