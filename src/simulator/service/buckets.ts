/**
 * A keyed collection that is cheap to change without mutation: a change copies one bucket, every
 * other bucket stays the same object. Plain JSON; an empty collection is `{}`.
 */
export type Buckets<Value> = { readonly [bucket: string]: { readonly [key: string]: Value } };

/** How many buckets a collection has at most: 100,000 entries make some 200 a bucket. */
const COUNT = 512;

/** The bucket of a key: FNV-1a over its UTF-16 units. */
export function bucketOf(key: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
	return String((hash >>> 0) % COUNT);
}

/** The value of a key, or `undefined`. Names of object members, such as `constructor`, are keys like any other. */
export function find<Value>(buckets: Buckets<Value>, key: string): Value | undefined {
	const bucket = buckets[bucketOf(key)];
	return bucket !== undefined && Object.hasOwn(bucket, key) ? bucket[key] : undefined;
}

/** With the value of a key put in or replaced. */
export function put<Value>(buckets: Buckets<Value>, key: string, value: Value): Buckets<Value> {
	const name = bucketOf(key);
	return { ...buckets, [name]: { ...buckets[name], [key]: value } };
}

/** Without a key. The same object if the key is not there. */
export function without<Value>(buckets: Buckets<Value>, key: string): Buckets<Value> {
	if (find(buckets, key) === undefined) return buckets;
	const name = bucketOf(key);
	const rest = Object.entries(buckets[name] ?? {}).filter(([other]) => other !== key);
	return { ...buckets, [name]: Object.fromEntries(rest) };
}

/** Many entries at once, for building large collections: each bucket is made once. */
export function bucketsOf<Value>(entries: Iterable<readonly [string, Value]>): Buckets<Value> {
	const sorted = new Map<string, [string, Value][]>();
	for (const [key, value] of entries) {
		const name = bucketOf(key);
		const bucket = sorted.get(name);
		if (bucket) bucket.push([key, value]);
		else sorted.set(name, [[key, value]]);
	}
	return Object.fromEntries([...sorted].map(([name, bucket]) => [name, Object.fromEntries(bucket)]));
}

/** Every value, in no promised order. Walks everything: for reports, not for logins. */
export function valuesOf<Value>(buckets: Buckets<Value>): Value[] {
	return Object.values(buckets).flatMap((bucket) => Object.values(bucket));
}
