/** A user of a population, as a row of a file names them. */
export type PopulationUser = {
	readonly id: string;
	readonly lastName: string;
	readonly firstName: string;
	readonly email: string;
};

/** A row that cannot be taken: where it begins in the file, from 1, and why. */
export type BadRow = { readonly line: number; readonly reason: string };

/** The most users of a population. */
export const MOST_USERS = 100_000;
/** As many bad rows are kept with their reasons; of more only the number is known. */
export const BAD_KEPT = 1000;

const fields = {
	'user id': 'id',
	'last name': 'lastName',
	'first name': 'firstName',
	'e-mail': 'email',
} as const satisfies Record<string, keyof PopulationUser>;
/** What the columns may be called, upper and lower case alike. */
const titles = Object.keys(fields) as (keyof typeof fields)[];

const checks: Readonly<Record<keyof PopulationUser, (text: string) => string | null>> = {
	// the form of every user id of the World
	id: (text) =>
		/^[A-Z]{1,3}\d{1,6}$/.test(text) ? null : 'the user ID is not 1 to 3 capital letters and 1 to 6 digits',
	lastName: (text) => nameProblem(text, 'last name'),
	firstName: (text) => nameProblem(text, 'first name'),
	email: (text) =>
		text.length <= 254 && /^[^\s@,;"<>]+@[^\s@,;"<>.]+(\.[^\s@,;"<>.]+)+$/.test(text)
			? null
			: 'the e-mail address is not one',
};

const nameProblem = (text: string, what: string): string | null =>
	text === ''
		? `the ${what} is missing`
		: text.length > 80 || /\p{Cc}/u.test(text)
			? `the ${what} is longer than 80 characters, or has signs that are no letters`
			: null;

/** Takes the rows of a file one after the other. Nothing of it counts before `end`, and then all of it or nothing. */
export type PopulationReader = {
	/**
	 * @param cells of one row; the first row has the titles of the columns
	 * @param line where the row begins, from 1
	 */
	row(line: number, cells: readonly string[]): void;
	/** How far it has come: for the page. */
	progress(): { readonly good: number; readonly bad: number };
	/** All users, if every row was good; otherwise what was wrong, by line, and of how many rows. */
	end(): Population;
};
export type Population =
	| { readonly ok: true; readonly users: readonly PopulationUser[] }
	/** By line, the first of them; and of how many rows. */
	| { readonly ok: false; readonly bad: readonly BadRow[]; readonly count: number };

/**
 * @param taken user ids that are in the World already
 * @param most users
 */
export function populationReader(
	taken: ReadonlySet<string> = new Set(),
	most = MOST_USERS,
): PopulationReader {
	const users: PopulationUser[] = [];
	const lines = new Map<string, number>();
	const bad: BadRow[] = [];
	let badCount = 0;
	let places: Readonly<Record<keyof PopulationUser, number>> | undefined;
	let lastLine = 0;
	const wrong = (line: number, reason: string) => {
		badCount += 1;
		if (bad.length < BAD_KEPT) bad.push({ line, reason });
	};

	function head(line: number, cells: readonly string[]): void {
		const names = cells.map((cell) =>
			cell
				.replace(/^\ufeff/, '')
				.trim()
				.toLowerCase(),
		);
		const missing = titles.filter((title) => !names.includes(title));
		const twice = titles.filter((title) => names.indexOf(title) !== names.lastIndexOf(title));
		if (missing.length > 0) wrong(line, `there is no column ${missing.map(quoted).join(', ')}`);
		if (twice.length > 0) wrong(line, `there is more than one column ${twice.map(quoted).join(', ')}`);
		places = Object.fromEntries(
			titles.map((title) => [fields[title], names.indexOf(title)]),
		) as unknown as Readonly<Record<keyof PopulationUser, number>>;
	}

	function body(line: number, cells: readonly string[], at: NonNullable<typeof places>): void {
		const text = (field: keyof PopulationUser) => plain(cells[at[field]] ?? '');
		const user = {
			id: text('id'),
			lastName: text('lastName'),
			firstName: text('firstName'),
			email: text('email'),
		};
		const problems = Object.entries(checks).flatMap(([field, check]) => {
			const problem = check(user[field as keyof PopulationUser]);
			return problem ? [problem] : [];
		});
		const before = lines.get(user.id);
		if (before !== undefined) problems.push(`the user ID stands in line ${before} already`);
		else if (taken.has(user.id)) problems.push('there is a user with this user ID already');
		if (problems.length > 0) return wrong(line, problems.join('; '));
		if (users.length === most)
			return wrong(line, `there are more than ${most.toLocaleString('en-US')} users`);
		lines.set(user.id, line);
		users.push(user);
	}

	return {
		row(line, cells) {
			lastLine = line;
			// an empty line, which spreadsheets leave at the end
			if (cells.every((cell) => cell.trim() === '')) return;
			if (places) body(line, cells, places);
			else head(line, cells);
		},
		progress: () => ({ good: users.length, bad: badCount }),
		end() {
			if (users.length === 0 && badCount === 0)
				wrong(Math.max(1, lastLine), places ? 'there is no user in this file' : 'this file is empty');
			return badCount > 0 ? { ok: false, bad, count: badCount } : { ok: true, users };
		},
	};
}

const quoted = (title: string): string => `“${title}”`;

/** A cell as it was before `csvOf` put an apostrophe in front of what begins as a formula. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '');
