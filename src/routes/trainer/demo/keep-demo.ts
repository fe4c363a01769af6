import { speeds, type Speed } from '../../../trainer/demo/player.machine.ts';
import { asCommand, type Command, type DeviceId } from '../../../simulator/world.ts';

/** What a trainer's window goes on with when it is loaded or opened again. It holds no text that was typed. */
export type KeptDemo = {
	/** The address that the demo began with. */
	readonly hash: string;
	readonly log: readonly Command[];
	/** When it began, epoch ms UTC. */
	readonly began: number;
	readonly speed: Speed;
	readonly loop: boolean;
	readonly byHand: boolean;
	/** The device in front. */
	readonly front: DeviceId;
};

/** Where one window keeps its demo: no other one writes there while it is open. */
export type DemoPlace = {
	/** What was left there: by this window before it was loaded again, or by one that was closed. */
	readonly kept: KeptDemo | undefined;
	/** Where the browser keeps nothing, the next window begins anew. */
	keep(demo: KeptDemo): void;
};

const PREFIX = 'handrail-demo-';
/** So many demos of closed windows are kept. */
const MOST = 5;
/** A window that is loaded again may have to wait for its own lock, ms. */
const OWN = 500;
/** Stands in the session's store: the place of this window. */
const OWN_KEY = 'handrail-demo';

/**
 * Takes a place for this window: its own one from before; else that of the window that was closed last, if the
 * address does not ask for another demo; else a new one.
 *
 * @param hash of the address; empty for whatever was shown last
 */
export async function takePlace(hash: string): Promise<DemoPlace> {
	try {
		// absent where the site is not served securely
		const locks = navigator.locks as LockManager | undefined;
		const own = sessionStorage.getItem(OWN_KEY);
		if (own && (await held(locks, own, OWN))) return await placeOf(locks, own);
		const left = places().filter(({ kept }) => hash === '' || kept.hash === hash);
		// without locks nobody knows which windows are open
		for (const { id } of locks ? left : []) if (await held(locks, id)) return await placeOf(locks, id);
		const fresh = crypto.randomUUID();
		await held(locks, fresh);
		return await placeOf(locks, fresh);
	} catch {
		return { kept: undefined, keep: () => undefined };
	}
}

/** Holds the lock of a place until the window is gone. @returns whether no other window has it */
function held(locks: LockManager | undefined, id: string, wait?: number): Promise<boolean> {
	if (!locks) return Promise.resolve(true);
	const way = wait ? { signal: AbortSignal.timeout(wait) } : { ifAvailable: true };
	return new Promise((resolve) => {
		locks
			.request(PREFIX + id, way, (lock) => {
				resolve(lock !== null);
				return lock && new Promise<never>(() => undefined);
			})
			.catch(() => resolve(false));
	});
}

async function placeOf(locks: LockManager | undefined, id: string): Promise<DemoPlace> {
	sessionStorage.setItem(OWN_KEY, id);
	for (const { id: old } of places().slice(MOST)) if (old !== id) await drop(locks, old);
	return {
		get kept() {
			return keptAs(localStorage.getItem(PREFIX + id));
		},
		keep(demo) {
			try {
				localStorage.setItem(PREFIX + id, JSON.stringify({ ...demo, at: Date.now() }));
			} catch {
				// full, or not allowed
			}
		},
	};
}

/** Forgets a demo whose window is closed. */
async function drop(locks: LockManager | undefined, id: string): Promise<void> {
	if (!locks) return localStorage.removeItem(PREFIX + id);
	await locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
		if (lock) localStorage.removeItem(PREFIX + id);
	});
}

/** All demos that are kept, the newest first. */
function places(): readonly { readonly id: string; readonly kept: KeptDemo & { readonly at: number } }[] {
	return Object.keys(localStorage)
		.filter((key) => key.startsWith(PREFIX))
		.flatMap((key) => {
			const kept = keptAs(localStorage.getItem(key));
			return kept ? [{ id: key.slice(PREFIX.length), kept }] : [];
		})
		.sort((one, other) => other.kept.at - one.kept.at);
}

/** It may come from another version: what does not read as a demo is none. */
export function keptAs(text: string | null): (KeptDemo & { readonly at: number }) | undefined {
	try {
		const given = JSON.parse(text ?? 'null') as Partial<Record<keyof KeptDemo | 'at', unknown>> | null;
		if (!given || !Array.isArray(given.log)) return undefined;
		const { hash, began, at, speed, loop, byHand, front } = given;
		if (typeof hash !== 'string' || typeof began !== 'number' || typeof at !== 'number') return undefined;
		const log = given.log.map((one) => asCommand(one));
		if (!log.every((one) => one.ok)) return undefined;
		return {
			hash,
			began,
			at,
			log: log.map((one) => one.value),
			speed: speeds.find((one) => one === speed) ?? 1,
			loop: loop === true,
			byHand: byHand === true,
			front: devices.find((one) => one === front) ?? 'laptop',
		};
	} catch {
		return undefined;
	}
}

const devices = ['laptop', 'other', 'phone'] as const satisfies readonly DeviceId[];
