import { BASE32 } from './base32.ts';
import { lineOf } from './task-lines.ts';
import type { Service, TaskId, TaskLine, UserId } from './state.ts';

/** What can be read from an activation string: whose line, and whether all of it is right. */
export type ReadString = { readonly task: TaskId; readonly user: UserId; readonly complete: boolean };

/** The activation string of a task line: head, single-use code, checksum. Our own form (the vendor's is unknown). */
export function activationString(task: TaskId, line: Pick<TaskLine, 'user' | 'code'>): string {
	const body = `${task}.${line.user}.${line.code}`;
	return `${body}.${checksum(body)}`;
}

/**
 * Reads a string. `null`: not even the head belongs to a line, so no try can be counted (assumed).
 * `complete` is false for a string that is truncated, mistyped or of another code.
 */
export function readString(service: Service, text: string): ReadString | null {
	const trimmed = text.trim();
	const task = trimmed.slice(0, Math.max(0, trimmed.indexOf('.')));
	const rest = trimmed.slice(task.length + 1);
	for (let dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.', dot + 1)) {
		const user = rest.slice(0, dot);
		const line = lineOf(service, task, user);
		if (line) return { task, user, complete: trimmed === activationString(task, line) };
	}
	return null;
}

/** Four characters of base32 over all that comes before, for whoever checks a string without the service (FNV-1a, 20 bits). */
function checksum(body: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < body.length; i++) hash = Math.imul(hash ^ body.charCodeAt(i), 0x01000193);
	hash ^= hash >>> 20;
	return [15, 10, 5, 0].map((shift) => BASE32.charAt((hash >>> shift) & 31)).join('');
}
