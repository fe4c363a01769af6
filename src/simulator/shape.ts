import * as v from 'valibot';
import { ok, refused, type Result } from '../domain/result.ts';
import type { Command } from './commands.ts';
import { isDeskTopic, type DeskTopic } from './desk.ts';
import { factNames, type Entry } from './entries.ts';
import type { AnyFaultId } from './faults/ids.ts';
import { isFaultId } from './faults/registry.ts';
import { cardValues, nearMisses } from './service/entry.ts';
import { revokedTo } from './operations.ts';
import { deviceIds, partDevices } from './state.ts';

/** As far as a clock may be set off: a hundred years, ms. */
const MOST_SKEW = 100 * 365.25 * 86_400_000;
/** The last instant, epoch ms UTC, at which a JavaScript date can name what such a clock shows. */
const LAST_INSTANT = 8.64e15 - MOST_SKEW;
/** As deep as near misses and joined entries may stand in one another. */
const DEPTH = 4;

// ids have a form of their own, so that no text that a person types can pass for one
export const serial = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'expected the digits of a serial'));
export const task = v.pipe(v.string(), v.regex(/^T\d{1,10}$/, 'expected a task such as T0001'));
const password = v.pipe(v.string(), v.regex(/^P\d{1,10}$/, 'expected a password such as P1'));
const code = v.pipe(v.string(), v.regex(/^V\d{1,10}$/, 'expected a verification code such as V1'));
export const user = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}\d{1,6}$/, 'expected a user id'));
const control = v.pipe(v.string(), v.regex(/^[a-z][\w.:-]{0,79}$/, 'expected the id of a control'));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const how = v.picklist(nearMisses);

const plainEntries = [
	v.strictObject({ kind: v.literal('nothing') }),
	v.strictObject({ kind: v.literal('card'), value: v.picklist(cardValues) }),
	v.strictObject({ kind: v.literal('static-password'), password }),
	v.strictObject({ kind: v.literal('passcode'), serial, activation: count, step: count }),
	v.strictObject({ kind: v.literal('server-pin'), serial }),
	v.strictObject({ kind: v.literal('activation-string'), task, user }),
	v.strictObject({ kind: v.literal('verification-code'), user, code }),
	v.strictObject({ kind: v.literal('fact'), name: v.picklist(factNames) }),
	v.strictObject({ kind: v.literal('near-fact'), name: v.picklist(factNames), how }),
	v.strictObject({
		kind: v.literal('clock'),
		skew: v.pipe(v.number(), v.safeInteger(), v.minValue(-MOST_SKEW), v.maxValue(MOST_SKEW)),
	}),
	v.strictObject({
		kind: v.literal('raw'),
		text: v.pipe(v.string(), v.regex(/^\d{4,10}$/, 'expected 4 to 10 digits')),
	}),
] as const;

type EntrySchema = v.GenericSchema<unknown, Entry>;
function entryAt(depth: number): EntrySchema {
	if (depth === 0) return v.variant('kind', [...plainEntries]);
	const inner = entryAt(depth - 1);
	return v.variant('kind', [
		...plainEntries,
		v.strictObject({ kind: v.literal('near-miss'), of: inner, how }),
		v.strictObject({ kind: v.literal('joined'), parts: v.strictTuple([inner, inner]) }),
	]) as EntrySchema;
}

const at = v.pipe(v.number(), v.safeInteger(), v.minValue(-LAST_INSTANT), v.maxValue(LAST_INSTANT));
const yesOrNo = v.optional(v.boolean());
/** The acts of an operator. The console adds its own when it is loaded. */
export const operationShapes: OperationShape[] = [
	v.strictObject({
		act: v.picklist(['provision', 'assign', 'unlock', 'temporary-password', 'revoke-static-password']),
		user: v.optional(user),
	}),
	v.strictObject({ act: v.literal('suspend'), serial, staticPassword: yesOrNo }),
	v.strictObject({ act: v.literal('activate'), serial, newPin: yesOrNo }),
	v.strictObject({
		act: v.literal('revoke'),
		serial,
		to: v.optional(v.picklist(revokedTo)),
		staticPasswordToo: yesOrNo,
	}),
	v.strictObject({ act: v.picklist(['reinitialize', 'remove-token', 'reset-server-pin']), serial }),
	v.strictObject({ act: v.literal('resync'), serial, first: entryAt(DEPTH), second: entryAt(DEPTH) }),
	v.strictObject({ act: v.literal('remove-task'), task }),
	v.strictObject({ act: v.literal('move-stop-date'), task, stopsAt: at }),
];
type OperationShape = v.StrictObjectSchema<
	{ readonly act: v.GenericSchema<string> } & v.ObjectEntries,
	undefined
>;
const operation = v.variant('act', operationShapes);

/** What may be typed. The console adds what only its fields take. */
export const typedShapes: [EntrySchema, ...EntrySchema[]] = [entryAt(DEPTH)];

// parts that are loaded later bring more of them
const fault = v.custom<AnyFaultId>((id) => typeof id === 'string' && isFaultId(id), 'expected a fault');
const about = v.custom<AnyFaultId | DeskTopic>(
	(id) => typeof id === 'string' && (isFaultId(id) || isDeskTopic(id)),
	'expected a fault or a topic of the desk',
);
const device = v.optional(v.picklist([...deviceIds, ...partDevices]));
const command = v.variant('do', [
	v.strictObject({ at, do: v.literal('wait') }),
	v.strictObject({ at, do: v.picklist(['press', 'choose']), device, control }),
	v.strictObject({
		at,
		do: v.literal('type'),
		device,
		control,
		entry: v.variant('kind', typedShapes as never),
	}),
	v.strictObject({ at, do: v.literal('operate'), operation }),
	v.strictObject({ at, do: v.literal('call-desk'), about }),
	v.strictObject({ at, do: v.literal('break'), fault }),
]) as v.GenericSchema<unknown, Command>;

/**
 * Takes anything as a command: known words and members, and ids by their form. Nothing else gets into a
 * World, its log or its hash.
 *
 * @returns the command; or the first thing that is wrong, with where it stands
 */
export function asCommand(data: unknown): Result<Command, string> {
	const result = v.safeParse(command, data, { abortEarly: true });
	if (result.success) return ok(result.output);
	const [issue] = result.issues;
	const where = v.getDotPath(issue);
	return refused(`${where ? `"${where}": ` : ''}${issue.message}`);
}
