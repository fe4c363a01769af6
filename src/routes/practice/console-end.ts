import type { Bench } from '../../practice/workspace.ts';
import { asCommand } from '../../simulator/world.ts';
import { CHANNEL, type FromConsole, type FromExercise } from './console-messages.ts';

/** How long a console counts as open after it asked, ms. */
const OPEN = 6000;

/**
 * An exercise's end of the channel to operator consoles: says where it stands to each that asks, and takes what they
 * do. What does not read as an operation is left out.
 *
 * @returns a function that ends it
 */
export function serveConsoles(bench: Bench): () => void {
	const channel = new BroadcastChannel(CHANNEL);
	const id = crypto.randomUUID();
	/** Consoles that asked: when, and how many operations were taken of each. */
	const consoles = new Map<string, { asked: number; taken: number }>();
	const here = (console: string) => {
		const { exercise, world } = bench.getSnapshot();
		const { title, course } = exercise.scenario;
		const taken = consoles.get(console)?.taken ?? 0;
		channel.postMessage({ kind: 'here', console, id, title, course, world, taken } satisfies FromExercise);
	};
	channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const message = data as Partial<FromConsole> | null;
		if (typeof message?.console !== 'string') return;
		const { console } = message;
		if (message.kind === 'who') {
			consoles.set(console, { asked: Date.now(), taken: consoles.get(console)?.taken ?? 0 });
			here(console);
		} else if (message.kind === 'operate' && message.to === id) void taken(console, message);
	});

	async function taken(console: string, { operation }: Partial<Extract<FromConsole, { kind: 'operate' }>>) {
		await import('../../simulator/console/acts-alone.ts');
		const command = asCommand({ do: 'operate', operation, at: 0 });
		const before = consoles.get(console) ?? { asked: Date.now(), taken: 0 };
		consoles.set(console, { ...before, taken: before.taken + 1 });
		if (command.ok && command.value.do === 'operate') bench.operate(command.value.operation);
		here(console);
	}

	const { unsubscribe } = bench.subscribe(() => {
		for (const [console, { asked }] of consoles) if (Date.now() - asked < OPEN) here(console);
	});
	return () => {
		unsubscribe();
		channel.close();
	};
}
