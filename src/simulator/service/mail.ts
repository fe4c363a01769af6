import { nextBelow } from '../../domain/random.ts';
import { find, put } from './buckets.ts';
import type { Due, Mail, MailContent, Service, UserId } from './state.ts';

/** Delivered e-mails of a user, oldest first. */
export function mailOf(service: Service, user: UserId): readonly Mail[] {
	return find(service.mailboxes, user) ?? [];
}

/**
 * Queues an e-mail; it arrives after a delay drawn between the policy's bounds (facts 5.8, 5.15). A user
 * without an address gets none, a kind that the policy loses never arrives.
 */
export function send(service: Service, to: UserId, content: MailContent): Service {
	const { mail } = service.policy;
	if (!find(service.users, to)?.email || mail.lost.includes(content.kind)) return service;
	const [min, max] = [Math.floor(mail.delaySeconds.min), Math.floor(mail.delaySeconds.max)];
	const draw = nextBelow(service.random, Math.max(1, max - min + 1));
	const number = service.numbers.mail + 1;
	const at = service.now + (min + draw.value) * 1000;
	const folder = folderOf(content.kind, mail);
	const letter: Mail = { id: `M${number}`, to, at, folder, content };
	return queue(
		{ ...service, random: draw.random, numbers: { ...service.numbers, mail: number } },
		{ at, kind: 'mail', mail: letter },
	);
}

function folderOf(kind: MailContent['kind'], mail: Service['policy']['mail']): Mail['folder'] {
	if (kind === 'enrollment') return mail.enrollmentFolder;
	return kind === 'verification-code' ? (mail.codeFolder ?? 'Focused') : 'Focused';
}

export function deliver(service: Service, mail: Mail): Service {
	return { ...service, mailboxes: put(service.mailboxes, mail.to, [...mailOf(service, mail.to), mail]) };
}

/** Puts what comes due into the queue: soonest first, then in the order of queueing. */
export function queue(service: Service, due: Due): Service {
	const later = service.due.findIndex(({ at }) => at > due.at);
	const place = later < 0 ? service.due.length : later;
	return { ...service, due: service.due.toSpliced(place, 0, due) };
}
