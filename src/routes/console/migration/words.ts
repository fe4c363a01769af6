import type { DrillCommand, DrillReply, Score, Stage } from '../../../simulator/migration/index.ts';
import { refusals } from '../../../simulator/console/messages.ts';

/** How far a user is, in the words of the page. */
export const stageWords: Readonly<Record<Stage, string>> = {
	'to-ask': 'Not asked yet',
	asked: 'Asked',
	stuck: 'Task ended, not enrolled',
	'wrong-app': 'Enrolled on MobilePASS 8',
	enrolled: 'Enrolled, not used yet',
	used: 'MobilePASS+ used, old token not returned',
	moved: 'Moved',
};
export const stages = Object.keys(stageWords) as readonly Stage[];

const users = (count: number) => `${count} ${count === 1 ? 'user' : 'users'}`;
const tokens = (count: number) => `${count} ${count === 1 ? 'token' : 'tokens'}`;
const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;

/** What a command does, before it is given. */
export function commandWords(command: DrillCommand): string {
	switch (command.do) {
		case 'apply':
			return 'Set the targets to MobilePASS+ and press "Apply".';
		case 'provision':
			return `Provision ${users(command.users.length)}.`;
		case 'extend':
			return `Move the stop date of task ${command.task}.`;
		case 'remove':
			return `Remove task ${command.task}.`;
		case 'revoke':
			return `Revoke ${tokens(command.serials.length)}, and return them to inventory.`;
		case 'reinitialize':
			return `Return ${tokens(command.serials.length)} to inventory.`;
		case 'pass':
			return `Wait ${days(command.days)}.`;
	}
}

const doneWords: Readonly<Record<DrillCommand['do'], (count: number) => string>> = {
	apply: () => 'The policy was applied.',
	provision: (count) => `A task was created. E-mails were sent: ${count}.`,
	extend: () => 'The stop date was changed.',
	remove: () => 'The task was removed.',
	revoke: (count) => `Revoked: ${tokens(count)}.`,
	reinitialize: (count) => `Back in inventory: ${tokens(count)}.`,
	pass: (count) => `${days(count)} later.`,
};

/** What came of a command. */
export function replyWords(command: DrillCommand, reply: DrillReply): string {
	if (!reply.ok)
		return reply.reason === 'no-such-day'
			? 'A drill ends after 400 working days.'
			: (refusals[reply.reason] ?? 'This cannot be done.');
	const { done, refused, reason } = reply.value;
	return `${doneWords[command.do](done)}${refused > 0 ? ` Refused: ${refused}. ${refusals[reason] ?? ''}` : ''}`;
}

/** What a migration has cost, in one sentence each. */
export const scoreWords = ({
	days: passed,
	waves,
	stranded,
	wasted,
}: Score): readonly (readonly [string, string])[] => [
	['Working days', String(passed)],
	['Waves', String(waves)],
	['Stranded users', String(stranded)],
	['Wasted tokens', String(wasted)],
];
