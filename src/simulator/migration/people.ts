import { nextBelow, shuffle, type Random } from '../../domain/random.ts';
import type { Target } from '../policy.ts';
import type { NewUser } from '../service/service.ts';
import type { TaskId, UserId } from '../service/state.ts';
import { habits, type HabitId } from './habits.ts';

/** Somebody who has to move, as they are to whom the operator does not see. */
export type Person = {
	readonly id: UserId;
	readonly habit: HabitId;
	/** What they enroll on. */
	readonly target: Target;
	readonly deviceType: string;
	/** Enrollment e-mails that they got. */
	readonly mails: number;
	/** Tries that were refused, of all e-mails. */
	readonly refused: number;
	/** The task whose e-mail they act on. */
	readonly task: TaskId | null;
};

/** Of a hundred people, so many have each (assumed). */
const devices = [
	{ target: 'Android', deviceType: 'Android phone', share: 45 },
	{ target: 'iOS', deviceType: 'iPhone', share: 30 },
	{ target: 'Windows 10', deviceType: 'Windows computer', share: 25 },
] as const satisfies readonly { target: Target; deviceType: string; share: number }[];

/** What is moved from one app to the other. */
export const movedTargets = devices.map(({ target }) => target);

const first =
	'Alex,Bianca,Chris,Dana,Emil,Farah,Gus,Hana,Ivan,Jo,Kim,Lena,Marek,Nora,Omar,Pia,Quinn,Rosa,Sam,Tess';
const last =
	'Abbott,Berg,Castro,Doyle,Evans,Frost,Gomez,Hart,Iyer,Jansen,Klein,Lopez,Moss,Novak,Ortiz,Price,Reed';

/**
 * A population: as many of each habit and device as their shares say, in an order drawn by lot.
 *
 * @param count 1 or more, whole
 */
export function drawPeople(random: Random, count: number): { people: Person[]; random: Random } {
	const kinds = shuffle(random, byShare(habits, count));
	const owned = shuffle(kinds.random, byShare(devices, count));
	const people = kinds.value.map((habit, index): Person => {
		const device = owned.value[index] ?? devices[0];
		return {
			id: `U${String(index + 1).padStart(5, '0')}`,
			habit: habit.id,
			target: device.target,
			deviceType: device.deviceType,
			mails: 0,
			refused: 0,
			task: null,
		};
	});
	return { people, random: owned.random };
}

/** Each kind as often as its share of a hundred says; what rounding leaves over goes to the first. */
export function byShare<Kind extends { readonly share: number }>(
	kinds: readonly Kind[],
	count: number,
): Kind[] {
	const [most] = kinds;
	const drawn = kinds.flatMap((kind) =>
		Array.from({ length: Math.floor((count * kind.share) / 100) }, () => kind),
	);
	return most ? [...drawn, ...Array.from({ length: count - drawn.length }, () => most)] : [];
}

const firstNames = first.split(',');
const lastNames = last.split(',');

/** The user that the service has for a person: with the old app. */
export function userOfPerson({ id, target, deviceType }: Person): NewUser {
	const number = Number(id.slice(1));
	const firstName = firstNames[number % firstNames.length] ?? '';
	const lastName = lastNames[Math.floor(number / firstNames.length) % lastNames.length] ?? '';
	return {
		...{ id, firstName, lastName },
		email: `${id.toLowerCase()}@example.com`,
		tokens: [{ app: 'MobilePASS 8', target, deviceType }],
	};
}

/** A whole number of a range, its ends included. */
export function drawIn(random: Random, [from, to]: readonly [number, number]) {
	const drawn = nextBelow(random, to - from + 1);
	return { value: from + drawn.value, random: drawn.random };
}
