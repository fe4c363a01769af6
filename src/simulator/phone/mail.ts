import { faulty } from '../faults/ids.ts';
import { mailBody, mailOfId, subjectOf } from '../laptop/mailbox.ts';
import type { MailFolder } from '../policy.ts';
import { button, choice, heading, link, value, type Live } from '../screen.ts';
import type { Mail } from '../service/service.ts';
import type { World } from '../state.ts';
import { inbox } from '../wires.ts';
import { phone, phoneOf } from './change.ts';
import { selectableString } from './clipboard.ts';
import { linkOpened } from './browser.ts';
import type { Phone } from './state.ts';

const folders: readonly MailFolder[] = ['Focused', 'Other', 'Junk'];
const mail = (world: World, patch: Partial<Phone['mail']>): World =>
	phone(world, { mail: { ...phoneOf(world).mail, ...patch }, selection: null });

/** The mail that is open on the phone. */
export const phoneMail = (world: World): Mail | undefined =>
	mailOfId(world.service, world.people.user, phoneOf(world).mail.open);

/** The person's mailbox, the newest mail first; in airplane mode it stays as it was when it was opened: nothing new. */
export function mailList(world: World): Live[] {
	const { folder } = phoneOf(world).mail;
	return [
		heading('mail.title', 'Mail'),
		...folders.map((one) =>
			choice(
				`mail.${one.toLowerCase()}`,
				one,
				(before) => mail(before, { folder: one, open: null }),
				one === folder,
			),
		),
		...inbox(world, 'user')
			.filter((one) => one.folder === folder)
			.reverse()
			.map((one) =>
				choice(`mail.mail-${one.id}`, subjectOf(one), (before) => mail(before, { open: one.id })),
			),
	];
}

export function mailPage(world: World): Live[] {
	const open = phoneMail(world);
	if (!open) return mailList(world);
	const { content } = open;
	return [
		heading('mail.subject', subjectOf(open)),
		value('mail.received', new Date(open.at).toISOString()),
		...mailBody(world, open),
		...(content.kind === 'enrollment'
			? [
					value(
						'mail.text',
						`Select the link on your device to set up your token. It works for ${world.service.policy.task.validDays} days.`,
					),
					link('mail.self-enrollment', 'Self Enrollment', (before) =>
						faulty(before, 'mail-link-opens-nothing') ? before : linkOpened(before, content),
					),
					...selectableString(world, 'mail', { ...content, kind: 'activation-string' }),
				]
			: []),
		button('mail.back', 'Back to the list', (before) => mail(before, { open: null })),
	];
}
