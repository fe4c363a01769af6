import type { Learner } from '../../../trainer/class/learners.ts';
import type { Bad } from './reading.ts';

/** The sheet as this window keeps it: nowhere else, and until the window is closed. */
export type Kept = { readonly learners: readonly Learner[]; readonly bad: readonly Bad[] };

/** Of the list of learners; each of them has an entry of their own, so that one more costs no more than one. */
const KEY = 'handrail-class';
const keyOf = (id: string): string => `${KEY}/${id}`;
type List = { readonly version: 2; readonly ids: readonly string[]; readonly bad: readonly Bad[] };

/** What stands in the store, as it was given last. */
let stored: Kept = { learners: [], bad: [] };

/** Keeps the sheet for a reload of this window. @returns whether it could be kept */
export function keep(learners: readonly Learner[], bad: readonly Bad[]): boolean {
	try {
		const before = new Map(stored.learners.map((learner) => [learner.id, learner]));
		for (const learner of learners) {
			if (before.get(learner.id) !== learner)
				sessionStorage.setItem(keyOf(learner.id), JSON.stringify(learner));
			before.delete(learner.id);
		}
		for (const id of before.keys()) sessionStorage.removeItem(keyOf(id));
		if (learners.length + bad.length === 0) sessionStorage.removeItem(KEY);
		else {
			const list: List = { version: 2, ids: learners.map(({ id }) => id), bad };
			sessionStorage.setItem(KEY, JSON.stringify(list));
		}
		stored = { learners, bad };
		return true;
	} catch {
		return false;
	}
}

/** The sheet as this window had it. */
export function kept(): Kept {
	try {
		const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as List | null;
		if (found?.version === 2) {
			const learners = found.ids.map((id) => JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '') as Learner);
			stored = { learners, bad: found.bad };
		}
	} catch {
		// what cannot be read is no sheet
	}
	return stored;
}

/** Takes all of it out of the window, also what could not be kept whole. */
export function forgetAll(): void {
	stored = { learners: [], bad: [] };
	try {
		for (const key of Object.keys(sessionStorage))
			if (key === KEY || key.startsWith(`${KEY}/`)) sessionStorage.removeItem(key);
	} catch {
		// then nothing was kept either
	}
}
