import type { Instant, UserId } from './ids.ts';

/** What the service keeps for its operators' console. */
export type ConsoleRecords = {
	/** "Change Log" of each policy page: the last five, newest first (facts 5.13). */
	readonly changes: Readonly<Partial<Record<PolicyPageId, readonly PolicyChange[]>>>;
};

export const noRecords: ConsoleRecords = { changes: {} };

/** The policies that an operator can change (facts 8.11). */
export const policyPageIds = [
	'targets',
	'temporary-password',
	'lockout',
	'synchronization',
	'push-rejection',
] as const;
export type PolicyPageId = (typeof policyPageIds)[number];

/** A value of a policy: ticked or not, a number, or one of several words. `null`: never, or no limit. */
export type PolicyValue = boolean | number | string | null;

/** One time that "Apply" changed something: when, who, and each value before and after. */
export type PolicyChange = {
	readonly at: Instant;
	readonly by: UserId;
	readonly values: readonly {
		readonly field: string;
		readonly from: PolicyValue;
		readonly to: PolicyValue;
	}[];
};
