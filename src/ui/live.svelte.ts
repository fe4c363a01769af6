/** Anything shaped like an actor: its present value, and word of each change. */
export type Source<Value> = {
	getSnapshot(): Value;
	subscribe(listener: (value: Value) => void): { unsubscribe: () => void };
};

/**
 * The one bridge from actors to Svelte: `value` is reactive and follows the source once it is there.
 * Whoever made the source starts and stops it.
 */
export class Live<Value> {
	value: Value;

	constructor(before: Value) {
		this.value = $state.raw(before);
	}

	/**
	 * Follows a source from now on.
	 *
	 * @param changed hears of each change before anything is drawn
	 * @returns a function that stops it
	 */
	follow(source: Source<Value>, changed?: (before: Value, now: Value) => void): () => void {
		this.value = source.getSnapshot();
		const { unsubscribe } = source.subscribe(() => {
			const before = this.value;
			this.value = source.getSnapshot();
			changed?.(before, this.value);
		});
		return unsubscribe;
	}
}
