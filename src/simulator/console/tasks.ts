import { DAY } from '../queue.ts';
import { button, choice, heading, link, value, type Live } from '../screen.ts';
import { taskOf, type LineStatus, type Task } from '../service/service.ts';
import { openTasks } from '../service/operator.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, goTo, isOn, pick } from './change.ts';
import { cell, moment, named, page, paged } from './frame.ts';

const addresses = ({ lines }: Task): string => {
	const all = Object.values(lines).map(({ emailedTo }) => emailedTo);
	return all.length > 2 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(', ');
};

/** Assignment > Provisioning Tasks: those that are not finished (facts 5.4). */
export function tasksPage(world: World): Live[] {
	const rows = openTasks(world.service);
	const back = link('console.back', 'Assignment', (before) => goTo(before, 'assignment'));
	return page(world, 'Provisioning Tasks', [back], paged(world, rows, taskRow));
}

function taskRow(task: Task): Live[] {
	const { id, operator, startsAt, stopsAt, lines } = task;
	const at = (column: string, control: Live) => cell('Provisioning Tasks', id, column, control);
	const text = (column: string, name: string, words: string) =>
		at(column, value(`console.${name}-${id}`, words));
	return [
		...at(
			'Task',
			link(`console.task-${id}`, id, (before) => goTo(before, 'task', { task: id })),
		),
		...text('Operator', 'operator', operator),
		...text('Emailed to', 'emailed', addresses(task)),
		...text('Start Date', 'start', moment(startsAt)),
		...text('Stop Date', 'stop', moment(stopsAt)),
		...text('Count', 'count', String(Object.keys(lines).length)),
	];
}

/** The words of the list: Active, Completed (enrolled and used), Locked, Expired (facts 5.4); the others are assumed. */
const statuses: Readonly<Record<LineStatus, string>> = {
	Active: 'Active',
	Enrolled: 'Active (enrolled, not used yet)',
	Completed: 'Completed',
	Locked: 'Locked',
	Expired: 'Expired',
	Removed: 'Removed',
};

const days = [1, 7, 30, 90] as const;

/** One task: who has come how far; "Edit" moves its stop date, "Remove" ends what is unfinished (facts 5.4). */
export function taskPage(world: World): Live[] {
	const { task: wanted } = consoleOf(world);
	const task = wanted === null ? undefined : taskOf(world.service, wanted);
	if (!task) return page(world, 'Task', [value('console.message', 'This task does not exist.')]);
	const { id } = task;
	const open = Object.values(task.lines).filter(({ status }) => status === 'Active');
	const notify = isOn(world, 'notify');
	const stays = (after: World) => after;
	return page(
		world,
		`Task ${id}`,
		[link('console.back', 'Provisioning Tasks', (before) => goTo(before, 'tasks'))],
		named('operator', 'Operator', task.operator),
		named('start', 'Start Date', moment(task.startsAt)),
		named('stop', 'Stop Date', moment(task.stopsAt)),
		paged(world, Object.values(task.lines), (line) => {
			const at = (column: string, control: Live) => cell('Users of the task', line.user, column, control);
			return [
				...at(
					'User ID',
					link(`console.user-${line.user}`, line.user, (before) => goTo(before, 'user', { user: line.user })),
				),
				...at('Emailed to', value(`console.emailed-${line.user}`, line.emailedTo)),
				...at('Status', value(`console.status-${line.user}`, statuses[line.status])),
				...at('Serial Number', value(`console.serial-${line.user}`, line.serial ?? '–')),
				...(line.status === 'Active'
					? at(
							'Action',
							button(`console.remove-${line.user}`, `Remove ${line.user}`, (before) =>
								asked(before, { act: 'remove-lines', task: id, only: line.user, notify }, stays),
							),
						)
					: at('Action', value(`console.finished-${line.user}`, '–'))),
			];
		}),
		[
			heading('console.edit', 'Edit'),
			...days.map((count) =>
				button(
					`console.stop-${count}`,
					count === 1 ? 'Stop in 1 day' : `Stop in ${count} days`,
					(before) =>
						asked(before, { act: 'move-stop-date', task: id, stopsAt: before.now + count * DAY }, stays),
					open.length > 0,
				),
			),
			heading('console.removing', 'Remove'),
			choice(
				'console.box-notify',
				'Tell the users by e-mail',
				(before) => pick(before, 'notify', notify ? 'off' : 'on'),
				notify,
			),
			button(
				'console.remove',
				'Remove',
				(before) => asked(before, { act: 'remove-lines', task: id, notify }, stays),
				open.length > 0,
			),
		],
	);
}
