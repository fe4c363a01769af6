import { find, put } from './buckets.ts';
import type { LineStatus, Service, Task, TaskId, TaskLine, UserId } from './state.ts';
import { reserve } from './stock.ts';
import { changeUser, userOf } from './users.ts';

export function taskOf(service: Service, task: TaskId): Task | undefined {
	return find(service.tasks, task);
}

/** A user's line of a task, or `undefined`. */
export function lineOf(service: Service, task: TaskId, user: UserId): TaskLine | undefined {
	const lines = find(service.tasks, task)?.lines ?? {};
	return Object.hasOwn(lines, user) ? lines[user] : undefined;
}

export function changeLine(
	service: Service,
	taskId: TaskId,
	user: UserId,
	change: (line: TaskLine) => Partial<TaskLine>,
): Service {
	const task = find(service.tasks, taskId);
	const line = lineOf(service, taskId, user);
	if (!task || !line) return service;
	const lines = { ...task.lines, [user]: { ...line, ...change(line) } };
	return { ...service, tasks: put(service.tasks, taskId, { ...task, lines }) };
}

/** Ends an open line without a token: its reservation is released (facts 8.1). Any other line stays. */
export function endLine(
	service: Service,
	task: TaskId,
	user: UserId,
	status: Extract<LineStatus, 'Locked' | 'Expired' | 'Removed'>,
): Service {
	if (lineOf(service, task, user)?.status !== 'Active') return service;
	return reserve(
		changeLine(service, task, user, () => ({ status, session: null })),
		-1,
	);
}

/** Ends all open lines of a task whose stop date has passed; one whose stop date was moved stays. */
export function expireTask(service: Service, id: TaskId): Service {
	const task = find(service.tasks, id);
	if (!task || task.stopsAt >= service.now) return service;
	return Object.keys(task.lines).reduce((next, user) => endLine(next, id, user, 'Expired'), service);
}

/** Ends the open lines of a user's earlier tasks: a new task supersedes them (facts 5.15, assumed). */
export function supersede(service: Service, user: UserId): Service {
	const tasks = userOf(service, user)?.tasks ?? [];
	return tasks.reduce((next, task) => endLine(next, task, user, 'Removed'), service);
}

/** Adds a task to the service and to the users of its lines; reserves a token for each. */
export function addTask(service: Service, task: Task): Service {
	const users = Object.keys(task.lines);
	const added = { ...service, tasks: put(service.tasks, task.id, task) };
	return users.reduce(
		(next, user) => changeUser(next, user, ({ tasks }) => ({ tasks: [...tasks, task.id] })),
		reserve(added, users.length),
	);
}
