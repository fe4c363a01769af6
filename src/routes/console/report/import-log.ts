const KEY = 'handrail-report-log';

/** A file that was imported: what it held is not kept, only what it is known by. */
export type Imported = {
	readonly do: 'import';
	/** SHA-256 of its bytes, in hexadecimal digits. */
	readonly hash: string;
	readonly lines: number;
};

/** What was imported in this window, the oldest first. */
export function readLog(): readonly Imported[] {
	try {
		const given = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as unknown;
		return Array.isArray(given) ? given.filter(isImported) : [];
	} catch {
		return [];
	}
}

/** Adds a line; where the browser keeps nothing, nothing is said after a reload. */
export function logged(command: Imported): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify([...readLog(), command]));
	} catch {
		// full, or not allowed
	}
}

function isImported(given: unknown): given is Imported {
	const { do: what, hash, lines } = (given ?? {}) as Partial<Record<keyof Imported, unknown>>;
	return what === 'import' && typeof hash === 'string' && typeof lines === 'number';
}
