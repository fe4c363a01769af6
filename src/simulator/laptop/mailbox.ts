import { organization } from '../../domain/organization.ts';
import type { MailFolder } from '../policy.ts';
import { button, choice, heading, link, value, type Live } from '../screen.ts';
import { mailOf, textOf, type Mail, type Service } from '../service/service.ts';
import type { World } from '../state.ts';
import { inbox } from '../wires.ts';
import { inCompanyNetwork, part } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { linkOpened } from './enrollment-page.ts';

/** Subjects of the practice mail; those of the vendor were not found (facts 5.15, assumed). */
export function subjectOf({ content }: Mail): string {
	switch (content.kind) {
		case 'enrollment':
			return 'MFA: set up your MobilePASS+ token';
		case 'static-password':
			return organization.catalog.staticPassword.item;
		case 'locked':
			return 'Your account is locked';
		case 'unlocked':
			return 'Your account is unlocked';
		case 'task-removed':
			return 'Your enrollment was removed';
		case 'verification-code':
			return 'Your verification code';
		case 'push-denied':
			return 'A login request was denied';
	}
}

const folders: readonly MailFolder[] = ['Focused', 'Other', 'Junk'];

/** Keeps the instant at which the mailbox lost the company's network: what comes after is not in it. */
export function mailKept(world: World): World {
	const { offlineSince } = world.laptop.outlook;
	const offline = world.laptop.logon.page !== 'desktop' || !inCompanyNetwork(world);
	if (offline === (offlineSince !== null)) return world;
	return part(world, 'outlook', { offlineSince: offline ? world.now : null });
}

/** Outlook's mailbox (step 15), newest mail first. */
export function mailboxPage(world: World): Live[] {
	const { folder, offlineSince } = world.laptop.outlook;
	return [
		heading('outlook.title', 'Outlook'),
		...folderChoices(world),
		...inbox(world, 'user')
			.filter((mail) => mail.folder === folder && mail.at <= (offlineSince ?? world.now))
			.reverse()
			.map((mail) =>
				choice(`outlook.mail-${mail.id}`, subjectOf(mail), (before) =>
					part(before, 'outlook', { mail: mail.id }),
				),
			),
		...frame('outlook'),
		...taskBar(world),
	];
}

const folderChoices = (world: World): Live[] =>
	folders.map((folder) =>
		choice(
			`outlook.${folder.toLowerCase()}`,
			folder,
			(before) => part(before, 'outlook', { folder, mail: null }),
			world.laptop.outlook.folder === folder,
		),
	);

export function mailPage(world: World, mail: Mail): Live[] {
	return [
		...folderChoices(world),
		heading('outlook.subject', subjectOf(mail)),
		value('outlook.received', new Date(mail.at).toISOString()),
		...mailBody(world, mail),
		...(mail.content.kind === 'enrollment'
			? [
					// the words of the real one are not known (assumed); how long it works is (facts 5.4)
					value(
						'outlook.text',
						`Select the link on your new computer to set up your token. It works for ${world.service.policy.task.validDays} days.`,
					),
					link('outlook.self-enrollment', 'Self Enrollment', (before) => linkOpened(before, mail.content)),
				]
			: []),
		button('outlook.back', 'Back to the list', (before) => part(before, 'outlook', { mail: null })),
		...frame('outlook'),
		...taskBar(world),
	];
}

/** What a mail shows besides its subject. */
export function mailBody(world: World, { content }: Mail): Live[] {
	if (content.kind === 'locked' && content.denials)
		return [value('mail.reason', 'Login requests were denied.')];
	if (content.kind === 'verification-code')
		return [value('mail.code', textOf(world.service, content.user, content) ?? '')];
	if (content.kind !== 'static-password') return [];
	const entry = { kind: 'static-password', password: content.password } as const;
	return [
		value('mail.user', content.user),
		value('mail.password', textOf(world.service, content.user, entry) ?? ''),
	];
}

/** A delivered mail by its id. */
export const mailOfId = (service: Service, user: string, id: string | null): Mail | undefined =>
	id === null ? undefined : mailOf(service, user).find((mail) => mail.id === id);

/** The mail that is open in Outlook. */
export const openMail = ({ service, people, laptop }: World): Mail | undefined =>
	mailOfId(service, people.user, laptop.outlook.mail);
