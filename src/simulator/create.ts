import { organization } from '../domain/organization.ts';
import { facts } from './entries.ts';
import { clash } from './faults/exclusions.ts';
import { allFaultIds, faultOf } from './faults/registry.ts';
import type { AnyFaultId } from './faults/ids.ts';
import { newLaptop, otherComputer } from './laptop/initial.ts';
import { partsWanted } from './parts.ts';
import type { PartOptions } from './part-names.ts';
import { policyWith, type Policy, type PolicyOverrides } from './policy.ts';
import { DAY, HOUR, MINUTE } from './queue.ts';
import { acts, createService, settle, userOf, type Service } from './service/service.ts';
import type { People, World } from './state.ts';

export type NewWorld = PartOptions & {
	/** Any text; a number counts as its decimal digits. */
	readonly seed: string | number;
	/** Epoch ms UTC. */
	readonly startsAt: number;
	readonly policy?: PolicyOverrides;
	readonly faults?: readonly AnyFaultId[];
};

/** The people of every exercise. Invented. */
const people: People = { user: 'JR48213', manager: 'MW10027', operator: 'OP00001' };

/** The service has a past: what faults need of it happened in these days. */
const PAST = 45 * DAY;

/**
 * A World on the morning of the replacement: the new computer off, the old token suspended, a token
 * provisioned an hour ago, nothing requested yet; the parts asked for, and the faults given.
 *
 * @throws RangeError if two of the faults exclude each other, or one of them is not known
 * @throws Error if a part was not loaded
 */
export function createWorld({ seed, startsAt, policy = {}, faults = [], ...given }: NewWorld): World {
	const wanted = partsWanted(given);
	const ids = inOrder(faults);
	const two = clash(ids);
	if (two)
		throw new RangeError(`createWorld: expected faults that can stand together, got ${two.join(' and ')}`);
	const world: World = {
		version: 1,
		seed: String(seed),
		startsAt,
		now: startsAt,
		faults: Object.fromEntries(ids.map((id) => [id, true])),
		shown: [],
		last: null,
		queue: [],
		nextDue: 1,
		service: pastOf(seed, startsAt, ids, policyOf(policy, ids, wanted)),
		people,
		laptop: { ...newLaptop, outlook: { ...newLaptop.outlook, offlineSince: startsAt } },
		other: otherComputer,
		...(wanted.length > 0 && { parts: wanted.map(({ part }) => part.id) }),
		truth: null,
	};
	const begun = wanted.reduce((before, { part, options }) => part.begin(before, options), world);
	return ids.reduce((before, id) => faultOf(id).start?.(before) ?? before, begun);
}

/** The order of the registry, whatever the order they were given in. */
function inOrder(wanted: readonly AnyFaultId[]): readonly AnyFaultId[] {
	for (const id of wanted) faultOf(id);
	return allFaultIds().filter((id) => wanted.includes(id));
}

/** The organization's figures, then the values of parts and of faults, then what the caller wants. */
function policyOf(
	policy: PolicyOverrides,
	ids: readonly AnyFaultId[],
	wanted: ReturnType<typeof partsWanted>,
): Policy {
	const { emailDomains, figures } = organization;
	let merged = policyWith({
		emailDomains,
		pin: { length: figures.pinLength },
		task: { validDays: figures.mfaEmailValidDays },
		lock: { durationMinutes: figures.accountLockMinutes },
	});
	for (const { part, options } of wanted) merged = policyWith(part.policy?.(options) ?? {}, merged);
	for (const id of ids) merged = policyWith(faultOf(id).policy ?? {}, merged);
	return policyWith(policy, merged);
}

function pastOf(
	seed: string | number,
	startsAt: number,
	ids: readonly AnyFaultId[],
	policy: Policy,
): Service {
	const has = (id: AnyFaultId) => ids.includes(id);
	const { user, manager, operator } = people;
	const [domain = '', otherDomain = domain] = policy.emailDomains;
	let service = createService({
		seed,
		startsAt: startsAt - PAST,
		policy,
		users: [
			{
				id: user,
				firstName: 'Jordan',
				lastName: 'Rivers',
				email: `jordan.rivers@${has('email-at-other-domain') ? otherDomain : domain}`,
				tokens: [{ state: has('old-token-active') ? 'Active' : 'Suspended', target: 'Windows 10' }],
			},
			{ id: manager, firstName: 'Morgan', lastName: 'Wells', email: `morgan.wells@${domain}` },
			{ id: operator, firstName: 'Alex', lastName: 'Ortiz', email: `alex.ortiz@${domain}`, operator: true },
			{
				id: facts['colleague-user-id'],
				firstName: 'Sam',
				lastName: 'Lake',
				email: `sam.lake@${domain}`,
			},
		],
	});
	const asked = { requester: manager, user };
	if (has('mfa-email-late')) return settle(service, startsAt);
	const provisionedAt = startsAt - (has('mfa-email-expired') ? 31 * DAY : HOUR);
	service = acts.provision(service, { operator, users: [user] }, provisionedAt).service;
	if (has('two-mfa-emails'))
		service = acts.requestReplacementToken(service, asked, startsAt - 30 * MINUTE).service;
	if (has('enrollment-removed') || has('enrollment-locked')) service = spoiled(service, ids, startsAt);
	return settle(service, startsAt);
}

/** Every open line of the user is removed, or locked by tries with a cut string. */
function spoiled(before: Service, ids: readonly AnyFaultId[], startsAt: number): Service {
	const { user, operator } = people;
	const tasks = openTasks(before, user);
	let service = before;
	for (const task of tasks) {
		if (ids.includes('enrollment-removed'))
			service = acts.removeTaskLines(service, { operator, task }, startsAt - 20 * MINUTE).service;
		const cut = {
			kind: 'near-miss',
			of: { kind: 'activation-string', task, user },
			how: 'too-short',
		} as const;
		const how = { by: 'string', entry: cut, target: 'Windows 10', app: 'MobilePASS+' } as const;
		if (ids.includes('enrollment-locked'))
			for (let i = 0; i < service.policy.task.maxTries; i++)
				service = acts.checkActivation(service, how, startsAt - 10 * MINUTE).service;
	}
	return service;
}

const openTasks = (service: Service, user: string): readonly string[] => userOf(service, user)?.tasks ?? [];
