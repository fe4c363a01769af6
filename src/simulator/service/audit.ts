import type { AuditEntry, Service } from './state.ts';

const CHUNK = 256;

/** With one more entry in the audit log, stamped with the service's time. */
export function note(service: Service, entry: Omit<AuditEntry, 'at'>): Service {
	const stamped: AuditEntry = { at: service.now, ...entry };
	const last = service.audit.at(-1);
	const audit =
		last === undefined || last.length >= CHUNK
			? [...service.audit, [stamped]]
			: [...service.audit.slice(0, -1), [...last, stamped]];
	return { ...service, audit };
}

/** The latest entries, newest first. */
export function auditOf(service: Service, count = 100): AuditEntry[] {
	const entries: AuditEntry[] = [];
	for (let chunk = service.audit.length - 1; chunk >= 0 && entries.length < count; chunk--)
		entries.push(...(service.audit[chunk] ?? []).toReversed());
	return entries.slice(0, count);
}
