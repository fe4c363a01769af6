import * as v from 'valibot';
import { ok, refused, type Result } from '../domain/result.ts';
import { asCommand, defaultPolicy, isFaultId, type Deed } from '../simulator/world.ts';
import { courseOf, worldOf } from './course.ts';
import { androidWays, courseIds, type Scenario } from './scenario.ts';

/** The most text that one line of a scenario may have. */
const LONGEST = 300;
/** More than any exercise needs: a file that goes on for ever is no exercise. */
const MOST_ACTS = 500;
const MOST_FAULTS = 20;

const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected a name of small letters, digits and hyphens'),
);
const line = v.pipe(
	v.string(),
	v.maxLength(LONGEST, `expected at most ${LONGEST} characters`),
	v.regex(/^[^\p{Cc}]*$/u, 'expected one line of text'),
);
const count = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));

/** An act without its time, checked as a command is. */
const deed = v.custom<Deed>(
	(data) => typeof data === 'object' && data !== null && !('at' in data) && asCommand({ ...data, at: 0 }).ok,
	'expected an act',
);

/** Keys that the policy may have beside those of its defaults. */
const furtherKeys: Readonly<Record<string, unknown>> = {
	'task.qr': true,
	'mail.codeFolder': 'Focused',
	'push.numberMatching': true,
	'push.mailOnDenial': true,
};
/** Values that may be absent, and what they are otherwise. */
const nullable: ReadonlySet<string> = new Set(['lock.durationMinutes', 'staticPassword.maxUses']);
/** Has every value a name and a kind that the policy knows? */
function isPolicy(given: unknown, known: unknown = defaultPolicy, path = ''): boolean {
	if (Array.isArray(known))
		return Array.isArray(given) && given.length <= 20 && given.every((one) => typeof one === 'string');
	if (typeof known !== 'object' || known === null)
		return typeof given === typeof known || (given === null && nullable.has(path));
	if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
	return Object.entries(given).every(([key, value]) => {
		const at = path ? `${path}.${key}` : key;
		if (Object.hasOwn(furtherKeys, at)) return typeof value === typeof furtherKeys[at];
		if (nullable.has(at)) return value === null || typeof value === 'number';
		return Object.hasOwn(known, key) && isPolicy(value, (known as Record<string, unknown>)[key], at);
	});
}
const policy = v.custom<NonNullable<Scenario['made']>['policy']>(isPolicy, 'expected values of the policy');

const made = v.strictObject({
	policy: v.optional(policy),
	push: v.optional(
		v.union([
			v.literal(true),
			v.strictObject({
				laptop: v.optional(v.picklist(['enrolled', 'new'])),
				tokens: v.optional(v.picklist([1, 2])),
				hello: v.optional(v.boolean()),
				notifications: v.optional(v.boolean()),
				stranger: v.optional(
					v.strictObject({ after: v.picklist(['start', 'login']), seconds: count(86_400) }),
				),
			}),
		]),
	),
	phone: v.optional(v.union([v.literal(true), v.strictObject({ installed: v.optional(v.boolean()) })])),
	'own-app': v.optional(v.union([v.literal(true), v.strictObject({})])),
	console: v.optional(
		v.union([
			v.literal(true),
			v.strictObject({
				operatorTokens: v.optional(v.picklist([0, 1, 2])),
				signedIn: v.optional(v.boolean()),
				stock: v.optional(count(100)),
			}),
		]),
	),
});

const scenario = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z][\w.-]{0,199}$/, 'expected a name')),
	title: v.pipe(line, v.minLength(1, 'expected a title')),
	about: line,
	course: v.picklist(courseIds),
	from: slug,
	until: v.nullable(slug),
	faults: v.pipe(v.array(slug), v.maxLength(MOST_FAULTS)),
	made: v.optional(made),
	way: v.optional(v.picklist(androidWays)),
	before: v.optional(v.pipe(v.array(v.union([count(31 * 86_400), deed])), v.maxLength(MOST_ACTS))),
	seed: count(999_999),
	realTime: v.optional(v.literal(true)),
	rules: v.optional(
		v.strictObject({
			hints: v.boolean(),
			mistakes: v.nullable(count(99)),
			minutes: v.nullable(v.pipe(count(600), v.minValue(1))),
		}),
	),
});

/**
 * Takes anything as a scenario: known members, and names by their form. Whether its course has such goals and
 * faults is known only when it is loaded: see {@link checkScenario}.
 *
 * @returns the scenario; or the first thing that is wrong, with where it stands
 */
export function readScenario(data: unknown): Result<Scenario, string> {
	const result = v.safeParse(scenario, data, { abortEarly: true });
	// its names are checked against the course
	if (result.success) return ok(result.output as Scenario);
	const [issue] = result.issues;
	const where = v.getDotPath(issue);
	return refused(`${where ? `"${where}": ` : ''}${issue.message}`);
}

/**
 * Is there such an exercise? Its course must have been loaded.
 *
 * @returns the scenario; or what is wrong, in words
 */
export function checkScenario(given: Scenario): Result<Scenario, string> {
	const goals = courseOf(given).goals.map(({ id }) => id);
	for (const goal of [given.from, given.until])
		if (goal !== null && goal !== 'all' && !goals.includes(goal))
			return refused(`there is no step "${goal}" in this course`);
	if (given.until !== null && given.until !== 'all' && goals.indexOf(given.until) < goals.indexOf(given.from))
		return refused('it ends before it begins');
	const faults: readonly string[] = given.faults;
	const unknown = faults.find((fault) => !isFaultId(fault));
	if (unknown) return refused(`nothing is known that goes wrong by the name "${unknown}"`);
	try {
		worldOf(given);
	} catch (error) {
		return refused(error instanceof Error ? error.message : String(error));
	}
	return ok(given);
}
