/**
 * The operator's acts that only the console has. Loading this makes them commands that every World takes: the ones of
 * a running exercise too, whose page loads it when a console is opened beside it.
 */
import * as v from 'valibot';
import { operators } from '../operations.ts';
import { partsOf } from '../parts.ts';
import { foundBy } from '../entries.ts';
import { acts } from '../service/service.ts';
import { applyPolicy, policyPageIds, verifyCaller } from '../service/operator.ts';
import { operationShapes, typedShapes, serial, task, user } from '../shape.ts';
import type { World } from '../state.ts';
import { comments } from '../operation-types.ts';

type Caller = Parameters<typeof verifyCaller>[1];
type Lines = Parameters<typeof acts.removeTaskLines>[1];

Object.assign(operators, {
	'remove-lines': (service: World['service'], input: Lines & Line, now: number) => {
		const { operator, task, only, notify = false } = input;
		const who = only === undefined ? {} : { user: only };
		return acts.removeTaskLines(service, { operator, task, notify, ...who }, now);
	},
	'verify-caller': (service: World['service'], input: Caller, now: number, world: World) => {
		const reached = partsOf(world).flatMap((part) => part.reached?.(world) ?? []);
		return verifyCaller(service, { ...input, reached }, now);
	},
	'apply-policy': applyPolicy,
});
/** The user that the command names, if it names one. */
type Line = { readonly only?: string };

const yesOrNo = v.optional(v.boolean());
const value = v.union([v.boolean(), v.pipe(v.number(), v.safeInteger()), v.string(), v.null()]);
operationShapes.push(
	v.strictObject({
		act: v.literal('provision'),
		users: v.pipe(v.array(user), v.minLength(1), v.maxLength(1000)),
	}),
	v.strictObject({
		act: v.literal('revoke'),
		serial,
		to: v.optional(v.picklist(['Inventory', 'Initialize', 'Lost', 'Faulty'])),
		staticPasswordToo: yesOrNo,
		comment: v.picklist(comments),
	}),
	v.strictObject({ act: v.literal('temporary-password'), user: v.optional(user), mustChange: v.boolean() }),
	v.strictObject({
		act: v.literal('remove-lines'),
		task,
		only: v.optional(user),
		notify: yesOrNo,
	}),
	v.strictObject({ act: v.literal('verify-caller'), user: v.optional(user), numbers: yesOrNo }),
	v.strictObject({
		act: v.literal('apply-policy'),
		page: v.picklist(policyPageIds),
		values: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z\d-]{0,39}$/)), value),
	}),
);

typedShapes.push(
	v.strictObject({
		kind: v.literal('count'),
		count: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(999)),
	}),
	v.strictObject({
		kind: v.literal('found'),
		by: v.picklist(foundBy),
		of: v.union([user, serial]),
		letters: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(80)),
	}),
);
