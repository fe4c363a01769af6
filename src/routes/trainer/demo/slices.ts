/** As long as the page may be at work before what a person does has its turn, ms. */
const SLICE = 12;

/**
 * Goes through what takes long in slices, so that the page stays usable.
 *
 * @param onAll is called with everything at the end
 * @returns a function that gives it up
 */
export function inSlices<One>(work: Iterator<One>, onAll: (all: readonly One[]) => void): () => void {
	const all: One[] = [];
	let timer: ReturnType<typeof setTimeout>;
	const slice = () => {
		for (const since = performance.now(); performance.now() - since < SLICE;) {
			const next = work.next();
			if (next.done) return onAll(all);
			all.push(next.value);
		}
		timer = setTimeout(slice);
	};
	timer = setTimeout(slice);
	return () => clearTimeout(timer);
}
