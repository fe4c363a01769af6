import type { Instant } from '../service/state.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** When a working day begins, and how long it is. */
const NINE = 9 * HOUR;
export const WORKING_HOURS = 8 * HOUR;

/** Nine o'clock of the working day that comes `days` after the one of an instant: Saturdays and Sundays are none. */
export function workingDay(from: Instant, days: number): Instant {
	let midnight = Math.floor(from / DAY) * DAY;
	for (let left = days; left > 0;) {
		midnight += DAY;
		if (isWorkday(midnight)) left -= 1;
	}
	while (!isWorkday(midnight)) midnight += DAY;
	return midnight + NINE;
}

/** The first of January 1970 was a Thursday. */
const isWorkday = (midnight: Instant): boolean => ![2, 3].includes((midnight / DAY) % 7);
