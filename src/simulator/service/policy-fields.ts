import type { Policy, PolicyOverrides, Target } from '../policy.ts';
import type { PolicyPageId, PolicyValue } from './console-records.ts';

/** A value of a policy page, as the console names it, and where it stands in the policy. */
export type PolicyField = {
	/** Unique over all pages. */
	readonly id: string;
	readonly page: PolicyPageId;
	readonly label: string;
	/** Ticked or not; a whole number within these; or one of these words. */
	readonly takes:
		| { readonly kind: 'tick' }
		| { readonly kind: 'count'; readonly from: number; readonly to: number; readonly none?: string }
		| { readonly kind: 'word'; readonly words: readonly (readonly [string, string])[] };
	readonly read: (policy: Policy) => PolicyValue;
	/** The policy's value for one that was checked against `takes`. */
	readonly write: (value: never) => PolicyOverrides;
	/** The row of a page that is a table. */
	readonly target?: Target;
};

const tick = { kind: 'tick' } as const;
const count = (from: number, to: number, none?: string) =>
	({ kind: 'count', from, to, ...(none && { none }) }) as const;

/**
 * The row of Software Token & Push OTP Settings that has one app only (facts 5.6). For macOS and Chrome OS the policy's
 * source names MobilePASS8, and the app's own names MobilePASS+ (T10, T17): either may be chosen.
 */
const plusOnly: Target = 'Windows 10 Mobile';
export const targetNames: readonly Target[] = [
	'Windows 10',
	'Android',
	'iOS',
	'Windows 10 Mobile',
	'macOS',
	'Chrome OS',
];
const apps = [
	['MobilePASS+', 'MobilePASS+'],
	['MobilePASS 8', 'MobilePASS8'],
] as const;

const ofTarget = (target: Target): PolicyField[] => {
	const of = { page: 'targets', target } as const;
	const id = target.toLowerCase().replaceAll(' ', '-');
	const write = (patch: Partial<Policy['targets'][Target]>) => ({ targets: { [target]: patch } });
	return [
		{
			...of,
			id: `${id}-allowed`,
			label: 'Allowed',
			takes: tick,
			read: ({ targets }) => targets[target].allowed,
			write: (allowed: boolean) => write({ allowed }),
		},
		{
			...of,
			id: `${id}-app`,
			label: 'App',
			takes: { kind: 'word', words: target === plusOnly ? [apps[0]] : apps },
			read: ({ targets }) => targets[target].app,
			write: (app: Policy['targets'][Target]['app']) => write({ app }),
		},
		{
			...of,
			id: `${id}-push`,
			label: 'Push Notifications',
			takes: tick,
			read: ({ targets }) => targets[target].push,
			write: (push: boolean) => write({ push }),
		},
	];
};

/** Every value that the console can change, in the order of its pages (facts 5.6, 5.8, 5.10, 5.11, 5.12). */
export const policyFields: readonly PolicyField[] = [
	...targetNames.flatMap(ofTarget),
	{
		id: 'temporary-allowed',
		page: 'temporary-password',
		label: 'Temporary Password Allowed',
		takes: tick,
		read: ({ staticPassword }) => staticPassword.allowed,
		write: (allowed: boolean) => ({ staticPassword: { allowed } }),
	},
	{
		id: 'temporary-change',
		page: 'temporary-password',
		label: 'Change Password on first use required',
		takes: tick,
		read: ({ staticPassword }) => staticPassword.changeOnFirstUse,
		write: (changeOnFirstUse: boolean) => ({ staticPassword: { changeOnFirstUse } }),
	},
	{
		id: 'temporary-min',
		page: 'temporary-password',
		label: 'Minimum Length',
		takes: count(3, 29),
		read: ({ staticPassword }) => staticPassword.minLength,
		write: (minLength: number) => ({ staticPassword: { minLength } }),
	},
	{
		id: 'temporary-max',
		page: 'temporary-password',
		label: 'Maximum Length',
		takes: count(4, 30),
		read: ({ staticPassword }) => staticPassword.maxLength,
		write: (maxLength: number) => ({ staticPassword: { maxLength } }),
	},
	{
		id: 'temporary-complexity',
		page: 'temporary-password',
		label: 'Minimum Complexity',
		// the levels are assumed
		takes: {
			kind: 'word',
			words: [
				['none', 'Any characters'],
				['letters-and-digits', 'Letters and digits'],
			],
		},
		read: ({ staticPassword }) => staticPassword.complexity,
		write: (complexity: Policy['staticPassword']['complexity']) => ({ staticPassword: { complexity } }),
	},
	{
		id: 'lock-threshold',
		page: 'lockout',
		label: 'Account lock threshold',
		takes: count(0, 99),
		read: ({ lock }) => lock.threshold,
		write: (threshold: number) => ({ lock: { threshold } }),
	},
	{
		id: 'lock-minutes',
		page: 'lockout',
		label: 'Account lock duration in minutes',
		takes: count(1, 999, 'Until an operator unlocks'),
		read: ({ lock }) => lock.durationMinutes,
		write: (durationMinutes: number | null) => ({ lock: { durationMinutes } }),
	},
	{
		id: 'lock-mail',
		page: 'lockout',
		label: 'Alert on lockout',
		takes: tick,
		read: ({ lock }) => lock.mailOnLock,
		write: (mailOnLock: boolean) => ({ lock: { mailOnLock } }),
	},
	{
		id: 'unlock-mail',
		page: 'lockout',
		label: 'Alert on unlock',
		takes: tick,
		read: ({ lock }) => lock.mailOnUnlock,
		write: (mailOnUnlock: boolean) => ({ lock: { mailOnUnlock } }),
	},
	{
		id: 'event-inner',
		page: 'synchronization',
		label: 'Event-based: inner window',
		takes: count(1, 99),
		read: ({ window }) => window.event.inner,
		write: (inner: number) => ({ window: { event: { inner } } }),
	},
	{
		id: 'event-outer',
		page: 'synchronization',
		label: 'Event-based: outer window',
		takes: count(1, 999),
		read: ({ window }) => window.event.outer,
		write: (outer: number) => ({ window: { event: { outer } } }),
	},
	{
		id: 'time-inner',
		page: 'synchronization',
		label: 'Time-based: inner window',
		takes: count(0, 99),
		read: ({ window }) => window.time.inner,
		write: (inner: number) => ({ window: { time: { inner } } }),
	},
	{
		id: 'time-outer',
		page: 'synchronization',
		label: 'Time-based: outer window',
		takes: count(0, 999),
		read: ({ window }) => window.time.outer,
		write: (outer: number) => ({ window: { time: { outer } } }),
	},
	{
		id: 'denial-mail',
		page: 'push-rejection',
		label: 'Send an e-mail alert when a push is denied',
		takes: tick,
		read: ({ push }) => push.mailOnDenial ?? false,
		write: (mailOnDenial: boolean) => ({ push: { mailOnDenial } }),
	},
];

export const policyField = (id: string): PolicyField | undefined => policyFields.find((one) => one.id === id);

/** Is this a value that the field takes? */
export function takesValue({ takes }: PolicyField, value: PolicyValue): boolean {
	switch (takes.kind) {
		case 'tick':
			return typeof value === 'boolean';
		case 'word':
			return takes.words.some(([word]) => word === value);
		case 'count':
			if (value === null) return takes.none !== undefined;
			return Number.isInteger(value) && (value as number) >= takes.from && (value as number) <= takes.to;
	}
}
