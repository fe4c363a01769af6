import { besideWorld, toldBy, type Console } from '../../simulator/console/index.ts';
import type { Operation } from '../../simulator/operation-types.ts';
import {
	advance,
	asCommand,
	createWorld,
	type Command,
	type Control,
	type Deed,
	type World,
} from '../../simulator/world.ts';
import { STARTS_AT } from '../course.ts';
import { consoleEntry } from './typed.ts';

/** An exercise that is open in another window. */
type Running = {
	/** The window. */
	readonly id: string;
	readonly title: string;
	readonly world: World;
	/** Operations of this console that it has taken. */
	readonly taken: number;
};

/** All that the page of the console shows. */
type ConsoleView = {
	/** With the console as its device. */
	readonly world: World;
	/** What the page says about the last act; '' for nothing. */
	readonly remark: string;
	readonly others: readonly Pick<Running, 'id' | 'title'>[];
	/** The exercise that is worked on; `null`: a World of the console's own. */
	readonly beside: Pick<Running, 'id' | 'title'> | null;
	/** Does its window still answer? */
	readonly here: boolean;
	/** Acts on the own World, for `openConsole`. */
	readonly log: readonly Command[];
};

/** What an operator does at the console: shaped like an actor. */
export type ConsoleBench = {
	getSnapshot(): ConsoleView;
	subscribe(listener: (view: ConsoleView) => void): { unsubscribe: () => void };
	use(control: Control, typed?: string): void;
	/** Lets the clock of the own World go on, by ms. */
	pass(ms: number): void;
	/** A window with an exercise says where it has come to. */
	heard(running: Running): void;
	/** A window is closed, or does not answer. */
	lost(id: string): void;
	/** Works on the exercise of a window; `null`: on the own World. */
	choose(id: string | null): void;
	/** The own World begins anew. */
	restart(): void;
};

export const stoppedWords = 'That is not in this practice World. It was not kept.';
const grayWords = 'This button is gray: something is missing before it can be used.';
const outdatedWords = 'That is no longer on the page.';

/** The console's own World, as it begins: Jordan's e-mail has come, an old token is suspended. */
export const ownWorld = (): World =>
	createWorld({ seed: 'console', startsAt: STARTS_AT, console: true, phone: true });

/**
 * @param log acts on the own World that were done before; what cannot be read ends them
 * @param tell hands an operation to an exercise in another window
 */
export function openConsole(
	log: readonly unknown[],
	tell: (to: string, operation: Operation, number: number) => void,
): ConsoleBench {
	let own = replayed(log);
	let remark = '';
	let chosen: string | null = null;
	let here = false;
	/** What was sent to each window, and the console beside it. */
	const windows = new Map<string, { running: Running; desk: Console | undefined; sent: number }>();
	const listeners = new Set<(view: ConsoleView) => void>();

	const named = ({ id, title }: Running) => ({ id, title });
	function view(): ConsoleView {
		const at = chosen === null ? undefined : windows.get(chosen);
		return {
			world: at ? besideWorld(at.running.world, at.desk) : own.world,
			remark,
			others: [...windows.values()].map(({ running }) => named(running)),
			beside: at ? named(at.running) : null,
			here: at ? here : true,
			log: own.log,
		};
	}
	let now = view();
	function show(): void {
		now = view();
		for (const listener of listeners) listener(now);
	}

	/** The words for what was refused by the page itself; the service's own stand on it. */
	const wordsOf = (reason: string): string =>
		reason === 'grayed-out' ? grayWords : reason === 'not-on-screen' ? outdatedWords : stoppedWords;

	/** The window of the exercise was loaded again: the console goes on beside it. */
	function reloaded({ id, title }: Running) {
		const before = chosen === null || here ? undefined : windows.get(chosen);
		if (before?.running.title !== title) return undefined;
		windows.delete(before.running.id);
		chosen = id;
		return { ...before, sent: 0 };
	}

	function act(deed: Deed): void {
		const { world } = now;
		const command = { ...deed, at: world.now };
		const { world: next, reply } = advance(world, command);
		remark = reply.ok ? '' : wordsOf(reply.reason);
		const at = chosen === null ? undefined : windows.get(chosen);
		if (!at) own = { world: next, log: [...own.log, command] };
		else {
			at.desk = next.console;
			// what it leads to is seen at once, and again when that window says so
			at.running = { ...at.running, world: { ...at.running.world, service: next.service } };
			for (const operation of toldBy(next)) tell(at.running.id, operation, (at.sent += 1));
		}
		show();
	}

	return {
		getSnapshot: () => now,
		subscribe(listener) {
			listeners.add(listener);
			return { unsubscribe: () => void listeners.delete(listener) };
		},
		use(control, typed) {
			const { id, kind, expects } = control;
			if (kind !== 'field')
				return act({ do: kind === 'choice' ? 'choose' : 'press', device: 'console', control: id });
			const entry = expects && consoleEntry(now.world, typed ?? '', expects, id);
			if (entry) return act({ do: 'type', device: 'console', control: id, entry });
			remark = stoppedWords;
			show();
		},
		pass(ms) {
			const command = { do: 'wait', at: own.world.now + ms } as const;
			const { world } = advance(own.world, command);
			// waits one after the other are one
			const before = own.log.at(-1)?.do === 'wait' ? own.log.slice(0, -1) : own.log;
			own = { world, log: [...before, command] };
			if (chosen === null) show();
		},
		heard(running) {
			const known = windows.get(running.id) ?? reloaded(running);
			if (running.id === chosen) here = true;
			if (known && running.taken < known.sent) return show();
			windows.set(running.id, { running, desk: known?.desk, sent: known?.sent ?? running.taken });
			show();
		},
		lost(id) {
			if (id === chosen) here = false;
			else windows.delete(id);
			show();
		},
		choose(id) {
			if (chosen !== null && !here) windows.delete(chosen);
			chosen = id !== null && windows.has(id) ? id : null;
			here = chosen !== null;
			remark = '';
			show();
		},
		restart() {
			own = { world: ownWorld(), log: [] };
			remark = '';
			show();
		},
	};
}

function replayed(log: readonly unknown[]): { world: World; log: readonly Command[] } {
	const commands: Command[] = [];
	let world = ownWorld();
	for (const one of log) {
		const command = asCommand(one);
		if (!command.ok) break;
		({ world } = advance(world, command.value));
		commands.push(command.value);
	}
	return { world, log: commands };
}
