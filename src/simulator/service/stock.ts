import { bucketOf, find, put, without } from './buckets.ts';
import type { Serial, Service, Stock, Token, TokenState } from './state.ts';

/** The token with this serial number, whatever its state. */
export function tokenOf(service: Service, serial: Serial): Token | undefined {
	return find(service.tokens, serial);
}

/** The provision page's figures (facts 5.3). They add up: total = available + reserved + assigned + outOfUse. */
export type StockFigures = {
	readonly total: number;
	/** Free to promise: in Inventory and not reserved. */
	readonly available: number;
	/** In Inventory, promised to open task lines. */
	readonly reserved: number;
	/** Belongs to a user: Assigned, Active, Suspended, Locked. */
	readonly assigned: number;
	/** Initialize, Lost, Faulty. */
	readonly outOfUse: number;
};

export function stockOf({ stock }: Service): StockFigures {
	const { Initialize, Inventory, Assigned, Active, Suspended, Locked, Lost, Faulty } = stock.counts;
	const assigned = Assigned + Active + Suspended + Locked;
	const outOfUse = Initialize + Lost + Faulty;
	return {
		total: Inventory + assigned + outOfUse,
		available: Inventory - stock.reserved,
		reserved: stock.reserved,
		assigned,
		outOfUse,
	};
}

export const emptyStock: Stock = {
	counts: {
		Initialize: 0,
		Inventory: 0,
		Assigned: 0,
		Active: 0,
		Suspended: 0,
		Locked: 0,
		Lost: 0,
		Faulty: 0,
	},
	reserved: 0,
	free: {},
};

/** With a token put in or replaced; counts and the list of free serials follow. */
export function withToken(service: Service, token: Token): Service {
	const before = find(service.tokens, token.serial)?.state;
	const tokens = put(service.tokens, token.serial, token);
	if (before === token.state) return { ...service, tokens };
	return { ...service, tokens, stock: moved(service.stock, token.serial, before, token.state) };
}

/** Without a token: it leaves the stock for good. */
export function dropToken(service: Service, token: Token): Service {
	return {
		...service,
		tokens: without(service.tokens, token.serial),
		stock: moved(service.stock, token.serial, token.state, undefined),
	};
}

/** With more (or fewer) tokens promised to task lines. */
export function reserve(service: Service, count: number): Service {
	return { ...service, stock: { ...service.stock, reserved: service.stock.reserved + count } };
}

/** A serial in Inventory, or `undefined` when the stock is empty. The same World always gives the same one. */
export function freeSerial({ stock }: Service): Serial | undefined {
	const [bucket] = Object.keys(stock.free);
	return bucket === undefined ? undefined : stock.free[bucket]?.[0];
}

function moved(
	stock: Stock,
	serial: Serial,
	from: TokenState | undefined,
	to: TokenState | undefined,
): Stock {
	const counts = { ...stock.counts };
	if (from) counts[from] -= 1;
	if (to) counts[to] += 1;
	let free = stock.free;
	if (from === 'Inventory') free = withoutFree(free, serial);
	if (to === 'Inventory') {
		const bucket = bucketOf(serial);
		free = { ...free, [bucket]: [...(free[bucket] ?? []), serial] };
	}
	return { ...stock, counts, free };
}

function withoutFree(free: Stock['free'], serial: Serial): Stock['free'] {
	const bucket = bucketOf(serial);
	const left = (free[bucket] ?? []).filter((other) => other !== serial);
	if (left.length > 0) return { ...free, [bucket]: left };
	return Object.fromEntries(Object.entries(free).filter(([name]) => name !== bucket));
}
