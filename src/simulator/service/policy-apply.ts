import { policyWith, type Policy, type PolicyOverrides } from '../policy.ts';
import {
	noRecords,
	type ConsoleRecords,
	type PolicyChange,
	type PolicyPageId,
	type PolicyValue,
} from './console-records.ts';
import { policyField, policyFields, takesValue } from './policy-fields.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, Service, UserId } from './state.ts';
import { operatorOf } from './users.ts';

/** Changes that the "Change Log" of a page shows (facts 5.13). */
const CHANGES_KEPT = 5;

/** Values of one policy page, by the ids of their fields. */
export type PolicyValues = Readonly<Record<string, PolicyValue>>;
export type ApplyRefusal =
	| 'unknown-operator'
	/** No such field on this page. */
	| 'unknown-policy'
	| 'out-of-range'
	/** A least that is more than the most: lengths of the password, windows. */
	| 'least-over-most'
	/** "Apply" is lit only when something changed (facts 5.13). */
	| 'nothing-changed';

const recordsOf = ({ console = noRecords }: Service): ConsoleRecords => console;

/** The changes of a page, newest first. */
export const changesOf = (service: Service, page: PolicyPageId): readonly PolicyChange[] =>
	recordsOf(service).changes[page] ?? [];

/** The value that a policy has at a field; `undefined` for a field that is none. */
export const policyValue = (policy: Policy, id: string): PolicyValue | undefined =>
	policyField(id)?.read(policy);

/**
 * "Apply" on a policy page: all of its values or none. They hold for what comes; what was given out stays (facts 5.1).
 */
export const applyPolicy = act(
	'apply-policy',
	(input: { readonly operator: UserId; readonly page: PolicyPageId; readonly values: PolicyValues }) => ({
		by: input.operator,
		to: input.page,
	}),
	(service, input): Outcome<PolicyChange, ApplyRefusal> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		const problem = problemOf(service.policy, input.page, input.values);
		if (problem) return deny(service, problem);
		const policy = withValues(service.policy, input.values);
		const values = changed(service.policy, policy, input.page);
		if (values.length === 0) return deny(service, 'nothing-changed');
		const change: PolicyChange = { at: service.now, by: input.operator, values };
		const records = recordsOf(service);
		const kept = [change, ...changesOf(service, input.page)].slice(0, CHANGES_KEPT);
		const changes = { ...records.changes, [input.page]: kept };
		return done({ ...service, policy, console: { ...records, changes } }, change);
	},
);

/** What keeps values from being applied; `null` for nothing. */
function problemOf(
	policy: Policy,
	page: PolicyPageId,
	values: PolicyValues,
): Exclude<ApplyRefusal, 'unknown-operator' | 'nothing-changed'> | null {
	for (const [id, value] of Object.entries(values)) {
		const field = policyField(id);
		if (field?.page !== page) return 'unknown-policy';
		if (!takesValue(field, value)) return 'out-of-range';
	}
	const { staticPassword, window } = withValues(policy, values);
	const fits =
		staticPassword.minLength <= staticPassword.maxLength &&
		window.event.inner <= window.event.outer &&
		window.time.inner <= window.time.outer;
	return fits ? null : 'least-over-most';
}

const withValues = (policy: Policy, values: PolicyValues): Policy =>
	Object.entries(values).reduce((before, [id, value]) => {
		const field = policyField(id);
		return field
			? policyWith((field.write as (value: PolicyValue) => PolicyOverrides)(value), before)
			: before;
	}, policy);

const changed = (before: Policy, after: Policy, page: PolicyPageId): PolicyChange['values'] =>
	policyFields.flatMap((field) => {
		const [from, to] = [field.read(before), field.read(after)];
		return field.page === page && from !== to ? [{ field: field.id, from, to }] : [];
	});
