import type { ConsoleBench } from '../../practice/console/session.ts';
import { courseIds } from '../../practice/scenario.ts';
import type { Operation } from '../../simulator/operation-types.ts';
import { CHANNEL, type FromConsole, type FromExercise } from '../practice/console-messages.ts';
import { loadCourse } from '../practice/load-course.ts';

/** How often open exercises are asked, ms, and how long a silence means that one is closed. */
const ASK = 2000;
const SILENCE = 5500;

/** The console's end: `tell` for what it does, `listen` for what open exercises say. */
export function openLink() {
	const channel = new BroadcastChannel(CHANNEL);
	const console = crypto.randomUUID();
	const send = (message: FromConsole) => channel.postMessage(message);
	return {
		tell: (to: string, operation: Operation, number: number) =>
			send({ kind: 'operate', console, to, number, operation }),
		/** @returns a function that ends it */
		listen(bench: ConsoleBench): () => void {
			const silences = new Map<string, number>();
			channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
				const message = data as Partial<FromExercise> | null;
				if (!isHere(message) || message.console !== console) return;
				const { id, title, course, world, taken } = message;
				clearTimeout(silences.get(id));
				silences.set(
					id,
					window.setTimeout(() => bench.lost(id), SILENCE),
				);
				// its parts must be known here before it can be shown
				void loadCourse({ course }).then(() => bench.heard({ id, title, world, taken }));
			});
			const ask = () => send({ kind: 'who', console });
			const timer = setInterval(ask, ASK);
			ask();
			return () => {
				clearInterval(timer);
				for (const silence of silences.values()) clearTimeout(silence);
				channel.close();
			};
		},
	};
}

/** It comes from a window of the same version, but it may be of another one for a moment. */
const isHere = (given: Partial<FromExercise> | null): given is FromExercise =>
	given?.kind === 'here' &&
	typeof given.id === 'string' &&
	typeof given.title === 'string' &&
	typeof given.taken === 'number' &&
	courseIds.some((id) => id === given.course) &&
	(given.world as { version?: unknown } | undefined)?.version === 1;
