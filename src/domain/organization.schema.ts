import * as v from 'valibot';

const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const host = v.pipe(
	text,
	v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a host name such as vpn.example.com'),
);
const day = v.pipe(text, v.isoDate('must be a date such as 2026-01-31'));
const count = v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(1));
/** A wait in minutes: what is usual, and after how many it is taking too long. */
const wait = v.pipe(
	v.strictObject({ usual: count, tooLong: count }),
	v.check((w) => w.tooLong > w.usual, 'tooLong must be more than usual'),
);
const catalogItem = v.strictObject({ search: text, item: text });

/**
 * The form of `organization.json`: everything that differs from one deploying organization to the
 * next. Read at build time only; the browser gets the checked values.
 */
const organizationSchema = v.strictObject({
	name: text,
	/** The name this product carries there. */
	app: text,
	/** E-mail domains in use, today's first. */
	emailDomains: v.pipe(v.array(host), v.minLength(1, 'needs at least one domain')),
	userId: v.strictObject({ short: text, long: text }),
	/** Host name of the network sign-in portal. */
	portal: host,
	/** Heading of the notice that Windows shows before the logon. */
	notice: text,
	/** What people call the company's own sign-in box. */
	signInBox: text,
	catalog: v.strictObject({
		name: text,
		url: v.pipe(text, v.url('must be a web address')),
		staticPassword: catalogItem,
		replacementToken: catalogItem,
	}),
	tokenName: text,
	serviceDesk: v.strictObject({
		name: text,
		phone: v.pipe(text, v.regex(/^[+\d][\d ().-]{5,}$|^\(\d{3}\) [\d-]+$/, 'must be a phone number')),
	}),
	/** The day of the written procedure that the guide follows. */
	procedureDate: day,
	/** The day when somebody last compared the guide with it. */
	reviewDate: day,
	figures: v.strictObject({
		pinLength: count,
		mfaEmailValidDays: count,
		accountLockMinutes: count,
		staticPasswordMinutes: wait,
		logonMinutes: wait,
		vpnMinutes: wait,
		outlookMinutes: wait,
		mfaEmailMinutes: wait,
		downloadMinutes: wait,
		installMinutes: wait,
	}),
});

export type Organization = v.InferOutput<typeof organizationSchema>;

/**
 * Checks what stands in an organization file.
 *
 * @param data the parsed JSON
 * @param file its name, for the message
 * @throws Error with one readable line for each fault: where it is and what it must be
 */
export function checkOrganization(data: unknown, file: string): Organization {
	const result = v.safeParse(organizationSchema, data);
	if (result.success) return result.output;
	const lines = result.issues.map(
		(issue) => `  ${v.getDotPath(issue) ?? '(the whole file)'}: ${issue.message}`,
	);
	throw new Error(`${file} is not usable:\n${lines.join('\n')}`);
}
