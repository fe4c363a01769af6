/**
 * What people do with an enrollment e-mail, and how many of a hundred do so. The kinds are those of the field
 * (facts 5.4 to 5.6, 8.3, 8.4); the shares and days are assumed. The planner reckons with the same table.
 */
export type HabitId =
	'prompt' | 'slow' | 'forgets' | 'old-app' | 'other-device' | 'cut-string' | 'signs-in-late';

export type Habit = {
	readonly id: HabitId;
	/** Of a hundred people. */
	readonly share: number;
	/** Working days from the first e-mail to its opening, from … to, each as likely; `null`: it is never opened. */
	readonly opens: readonly [number, number] | null;
	/** Working days until the next try, after one that is refused. */
	readonly again: number;
	/** Working days from enrollment to the first sign-in. */
	readonly signsIn: number;
	/** What the operator sees of it. */
	readonly about: string;
};

export const habits: readonly Habit[] = [
	{ id: 'prompt', share: 58, opens: [1, 3], again: 1, signsIn: 0, about: 'enrolls in a few days' },
	{ id: 'slow', share: 14, opens: [4, 8], again: 1, signsIn: 0, about: 'takes a week or two' },
	{ id: 'forgets', share: 8, opens: null, again: 1, signsIn: 0, about: 'does nothing until a second e-mail' },
	{ id: 'old-app', share: 8, opens: [1, 3], again: 2, signsIn: 0, about: 'tries with MobilePASS 8 first' },
	{
		...{ id: 'other-device', share: 5, opens: [1, 3], again: 1, signsIn: 0 },
		about: 'opens the e-mail on a device that is not allowed',
	},
	{
		...{ id: 'cut-string', share: 4, opens: [1, 3], again: 1, signsIn: 0 },
		about: 'pastes a string that was cut short until the task is locked',
	},
	{
		id: 'signs-in-late',
		share: 3,
		opens: [1, 3],
		again: 1,
		signsIn: 4,
		about: 'enrolls, and signs in days later',
	},
];

/** Working days from a second e-mail to its opening. Whoever got one does it right. */
export const SECOND_MAIL: readonly [number, number] = [1, 2];

/** Of a hundred people who are asked, so many allow push (assumed). */
export const ALLOW_PUSH = 70;

export function habitOf(id: HabitId): Habit {
	const found = habits.find((one) => one.id === id);
	if (!found) throw new Error(`expected a habit, got ${id}`);
	return found;
}
