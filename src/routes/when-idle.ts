/** Does something once the page has nothing more urgent to do. */
export function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in window) requestIdleCallback(work);
	else setTimeout(work, 200);
}
