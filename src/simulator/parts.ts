import type { Entry } from './entries.ts';
import type { PartFault } from './faults/fault-type.ts';
import type { AnyFaultId } from './faults/ids.ts';
import type { ZoneName } from './laptop/state.ts';
import {
	partIds,
	type PartDeskTopic,
	type PartDueId,
	type PartFaultId,
	type PartId,
	type PartOptions,
	type PartScreenName,
} from './part-names.ts';
import type { PolicyOverrides } from './policy.ts';
import type { Live } from './screen.ts';
import type { DeviceId, PartDevice, World } from './state.ts';

/** What a device of a part shows beside its controls. What is left out is as on the laptop, or nothing. */
export type PartShows = {
	/** The device's own idea of the time, epoch ms UTC, and its zone. */
	readonly clock?: { readonly utc: number; readonly zone: ZoneName };
	readonly passcode?: Extract<Entry, { kind: 'passcode' }> | null;
	readonly passcodeTime?: { readonly from: number; readonly until: number } | null;
};

/**
 * A part of the World that loads only where an exercise needs it. It brings its names in `part-names.ts`, its
 * state as a member of the World, and these hooks. Each is asked only for Worlds that have the part.
 */
export type Part<Id extends PartId = PartId> = {
	readonly id: Id;
	/** Values of the policy that it needs; those of faults and of the caller come over them. */
	readonly policy?: (options: Options<Id>) => PolicyOverrides;
	/** A World that begins, with what the part adds. Faults are put in afterwards. */
	readonly begin: (world: World, options: Options<Id>) => World;
	/** Devices that it brings, and the name of what each shows. */
	readonly devices?: Readonly<Partial<Record<PartDevice, (world: World) => PartScreenName>>>;
	/** Its screens by name. */
	readonly screens?: Readonly<Partial<Record<PartScreenName, (world: World) => readonly Live[]>>>;
	/** Shows another screen on the laptop than the one with this name; `null` leaves it. */
	readonly front?: (world: World, name: string) => PartScreenName | null;
	/** What a screen holds once the part has laid its own over it, or beside it. */
	readonly layer?: (
		world: World,
		at: { readonly device: DeviceId; readonly name: string },
		live: readonly Live[],
	) => readonly Live[];
	readonly shows?: (world: World, at: { readonly device: DeviceId; readonly name: string }) => PartShows;
	/** What happens when a thing of its own comes due. */
	readonly due?: Readonly<Partial<Record<PartDueId, (world: World) => World>>>;
	/** What follows by itself from every change, and from time alone. */
	readonly kept?: (world: World) => World;
	/** Serials of tokens on its devices to which a push can come right now. */
	readonly reached?: (world: World) => readonly string[];
	/** The person's session on the laptop is over, by a sign-out or a restart. */
	readonly sessionOver?: (world: World) => World;
	readonly faults?: Readonly<Partial<Record<PartFaultId, PartFault>>>;
	readonly exclusions?: Exclusions;
	/** What the desk does about a topic of the part; `null` if there is nothing to mend. */
	readonly desk?: Readonly<Partial<Record<PartDeskTopic, (world: World) => World | null>>>;
};
/** Faults of which one World may hold one, and why. */
export type Exclusions = readonly { readonly why: string; readonly of: readonly AnyFaultId[] }[];

type Options<Id extends PartId> = NonNullable<PartOptions[Id]>;

const installed = new Map<PartId, Part>();

/**
 * Makes a part known. Its module does so when it is loaded; doing it again changes nothing.
 *
 * @returns puts back what stood there before: for tests
 */
export function installPart<Id extends PartId>(part: Part<Id>): () => void {
	const before = installed.get(part.id);
	// An id and its options belong together by the type above, which TypeScript cannot follow in a map.
	installed.set(part.id, part as unknown as Part);
	return () => void (before ? installed.set(part.id, before) : installed.delete(part.id));
}

/**
 * The parts of a World, in the order of `partIds`.
 *
 * @throws Error if one of them was not loaded: a mistake of ours
 */
export const partsOf = ({ parts = [] }: Pick<World, 'parts'>): readonly Part[] => parts.map(partOf);

function partOf(id: PartId): Part {
	const part = installed.get(id);
	if (!part) throw new Error(`expected the part "${id}" of the World to be loaded, got none`);
	return part;
}

/** The parts that a new World is to have, with what was said about each. */
export function partsWanted(
	given: PartOptions,
): readonly { readonly part: Part; readonly options: NonNullable<PartOptions[PartId]> }[] {
	return partIds.flatMap((id) => {
		const options = given[id];
		return options ? [{ part: partOf(id), options }] : [];
	});
}

/** With what every part of the World does at that point, one after the other. */
export const throughParts = (world: World, hook: 'kept' | 'sessionOver'): World =>
	partsOf(world).reduce((before, part) => part[hook]?.(before) ?? before, world);

/** A fault of any part that was loaded. */
export const partFault = (id: string): PartFault | undefined =>
	[...installed.values()].flatMap(({ faults = {} }) => own<PartFault>(faults, id) ?? [])[0];

/** Does a fault belong to a part that a World does not have? */
export const isForeign = ({ parts = [] }: Pick<World, 'parts'>, fault: string): boolean =>
	[...installed.values()].some(({ id, faults = {} }) => Object.hasOwn(faults, fault) && !parts.includes(id));

/** The ids of the faults of every part that was loaded, in the order of `partIds`. */
export const partFaultIds = (): readonly PartFaultId[] =>
	partIds.flatMap((id) => Object.keys(installed.get(id)?.faults ?? {}) as PartFaultId[]);

/** The exclusions of every part that was loaded. */
export const partExclusions = () => [...installed.values()].flatMap(({ exclusions = [] }) => exclusions);

/** What the desk does about a topic of any part that was loaded. */
export const partDesk = (about: string): ((world: World) => World | null) | undefined =>
	[...installed.values()].flatMap(
		({ desk = {} }) => own<(world: World) => World | null>(desk, about) ?? [],
	)[0];

/** A member that a table has by itself. */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
	Object.hasOwn(table, name) ? table[name] : undefined;
