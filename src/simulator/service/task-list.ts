import { valuesOf } from './buckets.ts';
import type { Service, Task } from './state.ts';

/** Lines of which nothing more comes (facts 5.4). One that is Enrolled waits for its first login. */
const ended = ['Completed', 'Locked', 'Expired', 'Removed'];

/** "Provisioning Tasks": those that are not finished, newest first; finished ones vanish from the list (facts 5.4). */
export const openTasks = (service: Service): readonly Task[] =>
	valuesOf(service.tasks)
		.filter(({ lines }) => Object.values(lines).some(({ status }) => !ended.includes(status)))
		.sort((one, other) => other.startsAt - one.startsAt || (one.id < other.id ? 1 : -1));
