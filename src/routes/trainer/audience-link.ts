import { readScenario } from '../../practice/scenario-data.ts';
import type { DemoView } from '../../trainer/demo/view.ts';

const NAME = 'handrail-demo';
/** How often the trainer's window says that it is there, ms, and how long a silence means that it is gone. */
const BEAT = 2000;
const SILENCE = 5500;

type Message =
	| { readonly kind: 'view'; readonly view: DemoView }
	| { readonly kind: 'here'; readonly demo: string }
	/** A window has just been opened, and has nothing to show. */
	| { readonly kind: 'who' };

export type Sender = { show(view: DemoView): void; close(): void };

/** The trainer's end: each view goes to every audience window of this browser, and the newest to each that comes. */
export function openSender(): Sender {
	const channel = new BroadcastChannel(NAME);
	let newest: DemoView | undefined;
	const send = (message: Message) => channel.postMessage(message);
	channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if ((data as Message | null)?.kind === 'who' && newest) send({ kind: 'view', view: newest });
	});
	const timer = setInterval(() => newest && send({ kind: 'here', demo: newest.demo }), BEAT);
	return {
		show(view) {
			newest = view;
			send({ kind: 'view', view });
		},
		close() {
			clearInterval(timer);
			channel.close();
		},
	};
}

/**
 * The audience's end: asks for what is shown when it is opened. What comes late, or is no view, is left out.
 *
 * @param onHere is the trainer's window there?
 */
export function openReceiver(
	onView: (view: DemoView) => void,
	onHere: (here: boolean) => void,
): { close(): void } {
	const channel = new BroadcastChannel(NAME);
	let newest: Pick<DemoView, 'demo' | 'revision'> | undefined;
	let silence = 0;
	const heard = () => {
		clearTimeout(silence);
		silence = window.setTimeout(() => onHere(false), SILENCE);
		onHere(true);
	};
	channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const message = data as Partial<Message> | null;
		if (message?.kind === 'here') return heard();
		if (message?.kind !== 'view' || !isView(message.view)) return;
		const { view } = message;
		if (newest?.demo === view.demo && view.revision <= newest.revision) return;
		newest = view;
		heard();
		onView(view);
	});
	channel.postMessage({ kind: 'who' } satisfies Message);
	return {
		close() {
			clearTimeout(silence);
			channel.close();
		},
	};
}

/** It comes from a window of the same version, but it may be of another one for a moment. */
function isView(given: unknown): given is DemoView {
	const view = (given ?? {}) as Partial<Record<keyof DemoView, unknown>>;
	return (
		typeof view.demo === 'string' &&
		typeof view.revision === 'number' &&
		typeof view.caption === 'string' &&
		typeof view.remark === 'string' &&
		typeof view.front === 'string' &&
		typeof view.byHand === 'boolean' &&
		typeof (view.world as { version?: unknown } | undefined)?.version === 'number' &&
		readScenario(view.scenario).ok
	);
}
