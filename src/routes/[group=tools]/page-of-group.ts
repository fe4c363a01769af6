/** A page of a group. */
export type Tool = {
	/** Its address below that of its group; the first one has none. */
	readonly slug: string;
	readonly title: string;
	/** In one sentence. */
	readonly about: string;
};
