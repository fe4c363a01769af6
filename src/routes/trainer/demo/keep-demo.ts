import { asCommand, type Command } from '../../../simulator/world.ts';

/** What a reload of the trainer's window goes on with. It stays in this window, and holds no text that was typed. */
export type KeptDemo = {
	/** The address that the demo began with. */
	readonly hash: string;
	readonly log: readonly Command[];
	/** When it began, epoch ms UTC. */
	readonly began: number;
};

const KEY = 'handrail-demo';

/** Keeps it; where the browser keeps nothing, a reload begins anew. */
export function keepDemo(kept: KeptDemo): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify(kept));
	} catch {
		// full, or not allowed
	}
}

/** The demo of this window, if it is the one that the address means. */
export function keptDemo(hash: string): KeptDemo | undefined {
	try {
		const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<KeptDemo> | null;
		if (kept?.hash !== hash || !Array.isArray(kept.log) || typeof kept.began !== 'number') return undefined;
		const log = kept.log.map((one) => asCommand(one));
		return log.every((one) => one.ok)
			? { hash, began: kept.began, log: log.map((one) => one.value) }
			: undefined;
	} catch {
		return undefined;
	}
}
