let stopped = false;
let running: Promise<unknown> = Promise.resolve();

/** Does something once the page has nothing more urgent to do. */
export function whenIdle(work: () => Promise<unknown>): void {
	const start = () => {
		if (!stopped) running = Promise.allSettled([running, work()]);
	};
	if ('requestIdleCallback' in window) requestIdleCallback(start);
	else setTimeout(start, 200);
}

/** Begins nothing more of it, and waits for what has begun. It cannot fail. */
export async function stopIdleWork(): Promise<void> {
	stopped = true;
	await running;
}
