/** What the operator console adds to the names of the World. */
export type ConsoleScreenName = `console.${ConsolePage}`;

export const consolePages = [
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
};
