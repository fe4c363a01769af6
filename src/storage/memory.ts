import { ok, refused } from '../domain/result.ts';
import type { Store, StoredEvent, StoredRun } from './store.ts';

/** A store that lasts as long as the page: the same behavior, nothing kept. */
export function memoryStore(): Store {
	const runs = new Map<string, StoredRun>();
	const events = new Map<string, StoredEvent[]>();
	const notes = new Map<string, unknown>();
	return {
		lasting: false,
		runs: async () => ok([...runs.values()]),
		events: async (run) => ok([...(events.get(run) ?? [])].sort((a, b) => a.seq - b.seq)),
		begin: async (run) => {
			runs.set(run.id, run);
			return ok(undefined);
		},
		append: async (event) => {
			const known = events.get(event.run) ?? [];
			if (!runs.has(event.run)) return refused('gone');
			if (known.some(({ seq }) => seq === event.seq)) return refused('taken');
			events.set(event.run, [...known, event]);
			return ok(undefined);
		},
		remove: async (run) => {
			runs.delete(run);
			events.delete(run);
			return ok(undefined);
		},
		note: async (key) => ok(notes.get(key)),
		setNote: async (key, value) => {
			if (value === undefined) notes.delete(key);
			else notes.set(key, value);
			return ok(undefined);
		},
		wipe: async () => {
			runs.clear();
			events.clear();
			notes.clear();
			return ok(undefined);
		},
	};
}
