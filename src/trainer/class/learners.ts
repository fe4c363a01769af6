import type { Checked } from '../../practice/result-check.ts';

/** One learner: all that their files say, each try once. */
export type Learner = {
	/** The id of their first try: the same whichever file comes first again. */
	readonly id: string;
	/** As the newest file has it; may be empty. */
	readonly name: string;
	/** Other names that files with the same tries have: somebody may have used the same computer. */
	readonly alsoNamed: readonly string[];
	/** The newest file's name and its time, epoch ms UTC. */
	readonly file: string;
	readonly madeAt: number;
	readonly tries: readonly Checked[];
};

/** A file after all its tries were replayed. */
export type Added = Pick<Learner, 'name' | 'file' | 'madeAt' | 'tries'>;

/**
 * Adds what a file says. A file that shares a try with a learner is theirs, whichever is the newer; any other is a
 * further learner, also under the same name. A try counts once: as it was kept last.
 */
export function withFile(learners: readonly Learner[], added: Added): readonly Learner[] {
	const [first] = added.tries;
	if (!first) return learners;
	const ids = new Set(added.tries.map(({ id }) => id));
	const same = learners.filter(({ tries }) => tries.some(({ id }) => ids.has(id)));
	const all = [...same, { id: first.id, alsoNamed: [], ...added }];
	const newest = all.reduce((one, other) => (other.madeAt >= one.madeAt ? other : one));
	const known = new Set(all.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed]));
	const name = newest.name || ([...known].find((one) => one !== '') ?? '');
	const tries = new Map<string, Checked>();
	for (const one of all.flatMap((of) => of.tries)) {
		const kept = tries.get(one.id);
		if (!kept || isNewer(one, kept)) tries.set(one.id, one);
	}
	const joined: Learner = {
		id: same[0]?.id ?? first.id,
		name,
		alsoNamed: [...known].filter((one) => one !== '' && one !== name),
		...{ file: newest.file, madeAt: newest.madeAt },
		tries: [...tries.values()].sort((one, other) => one.startedAt - other.startedAt),
	};
	const at = same[0] ? learners.indexOf(same[0]) : learners.length;
	const others = learners.filter((one) => !same.includes(one));
	return [...others.slice(0, at), joined, ...others.slice(at)];
}

/** One that checks counts before one that does not: a damaged copy takes nothing away. */
const isNewer = (one: Checked, kept: Checked): boolean =>
	(one.outcome === 'unchecked') === (kept.outcome === 'unchecked')
		? one.revision > kept.revision
		: kept.outcome === 'unchecked';

/** A learner as they are called on the sheet. */
export const calledOf = ({ name, file }: Pick<Learner, 'name' | 'file'>): string =>
	name || `No name (${file})`;

/** The one in the middle; of an even count the mean of the two. `null` of none. */
export function median(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const [low = 0, high = 0] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
	return (low + high) / 2;
}
