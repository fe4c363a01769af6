import { targetNames } from '../../simulator/service/operator.ts';
import { stockOf, taskOf } from '../../simulator/service/service.ts';
import type { UserId } from '../../simulator/service/state.ts';
import {
	movedTargets,
	oldTokensOf,
	stageOf,
	unusedSerials,
	workingDay,
	type Drill,
	type DrillCommand,
	type Stage,
} from '../../simulator/migration/index.ts';

/** Working days after which an e-mail that nobody acted on is sent again: longer than the slow ones take. */
export const PATIENCE = 9;

/** A wave goes out as soon as so many tokens are free, or enough for all who are left. */
export const waveFrom = (spare: number, left: number): number => Math.min(left, Math.ceil(spare / 2));

/** The values of the targets' policy with which everybody enrolls on MobilePASS+; nothing where it is so. */
function switched({ service: { policy } }: Pick<Drill, 'service'>) {
	const rows = targetNames.filter((target) => movedTargets.some((moved) => moved === target));
	const wrong = rows.filter((target) => policy.targets[target].app !== 'MobilePASS+');
	return Object.fromEntries(
		wrong.map((target) => [`${target.toLowerCase().replaceAll(' ', '-')}-app`, 'MobilePASS+']),
	);
}

/**
 * What an operator who knows their trade does next, from wherever a migration stands; nothing when all are moved.
 * An old token is taken back only when the new one was used; what is free again is given out again.
 */
export function nextCommand(drill: Drill): DrillCommand | null {
	const users = Object.keys(drill.people);
	const stages = new Map(users.map((user) => [user, stageOf(drill, user)]));
	const at = (stage: Stage) => users.filter((user) => stages.get(user) === stage);
	if (at('moved').length === users.length) return null;

	const values = switched(drill);
	if (Object.keys(values).length > 0) return { do: 'apply', values };
	const { service } = drill;
	const used = at('used').flatMap((user) => oldTokensOf(service, user));
	const wrong = at('wrong-app').flatMap((user) => oldTokensOf(service, user).filter(({ task }) => task));
	const back = [...used, ...wrong].map(({ serial }) => serial);
	if (back.length > 0) return { do: 'revoke', serials: back, to: 'Inventory' };

	const { available, outOfUse } = stockOf(service);
	if (outOfUse > 0) return { do: 'reinitialize', serials: unusedSerials(service) };
	// who is asked again gives back what was promised to them
	const late = at('asked').filter((user) => isLate(drill, user));
	if (late.length > 0) return { do: 'provision', users: late };
	const stuck = at('stuck').slice(0, available);
	if (stuck.length > 0) return { do: 'provision', users: stuck };
	const left = at('to-ask');
	if (left.length > 0 && available >= waveFrom(drill.options.spare, left.length))
		return { do: 'provision', users: left.slice(0, available) };
	return { do: 'pass', days: 1 };
}

function isLate({ service, people }: Drill, user: UserId): boolean {
	const task = taskOf(service, people[user]?.task ?? '');
	return task !== undefined && workingDay(task.startsAt, PATIENCE) <= service.now;
}
