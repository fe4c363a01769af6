import { momentsOf } from '../domain/zone-time.ts';
import { ianaOf, sameZone } from './zones.ts';

/**
 * Minutes between two clocks that still count as the same time: both are read to the minute, one after
 * the other. A clock that is further off makes passcodes fail.
 */
export const toleranceMinutes = 2;

const minute = 60_000;

/** What a person reads off a clock: `2026-03-08T02:30`, and the zone it shows. */
type Reading = { readonly local: string; readonly zone: string };

/** Something that tells the true time of the moment at which the new computer's clock was read. */
export type Witness =
	/** Another clock, known to be right, often in the same zone and sometimes not. */
	| { readonly kind: 'clock'; readonly reading: Reading }
	/** The server of this guide: epoch ms UTC. */
	| { readonly kind: 'server'; readonly at: number };

/** Zones are lines of the list of Windows, or names of the time zone database. */
export type Findings = {
	/** The zone of the place where the computer is. */
	readonly rightZone: string;
	/** The new computer: what can be read off it, or, from within, its own UTC. */
	readonly computer: Reading | { readonly at: number; readonly zone: string };
	readonly witnesses: readonly Witness[];
};

export type UnsureReason =
	/** A zone that is not known here. */
	| 'zone-unknown'
	/** No date and time, such as the 30th of February. */
	| 'time-unreadable'
	/** A time in the hour that is left out when summer time begins. */
	| 'hour-left-out'
	/** There is no other clock. */
	| 'nothing-to-compare'
	/** Two other clocks that differ. */
	| 'witnesses-differ';

export type Diagnosis =
	| { readonly verdict: 'unsure'; readonly reason: UnsureReason }
	| {
			readonly verdict: 'fine' | 'zone' | 'clock' | 'both';
			/** Minutes that the computer's UTC is ahead; below zero it is behind. */
			readonly ahead: number;
			/** A time in the hour that comes twice: a clock that is off by just that hour cannot be told. */
			readonly twice: boolean;
	  };

/**
 * Tells whether the clock of the new computer, its zone, both or neither are wrong. Decided in UTC, since
 * passcodes are: a wrong zone alone makes the clock look wrong and breaks nothing; a clock that was moved
 * to look right in a wrong zone breaks them.
 */
export function diagnose({ rightZone, computer, witnesses }: Findings): Diagnosis {
	const right = ianaOf(rightZone);
	const shown = ianaOf(computer.zone);
	if (!right || !shown) return unsure('zone-unknown');

	const ours = 'at' in computer ? [computer.at] : momentsOf(computer.local, shown);
	if (!ours?.every(Number.isFinite)) return unsure('time-unreadable');
	const theirs: (readonly number[])[] = [];
	for (const witness of witnesses) {
		const moments = momentsAt(witness);
		if (typeof moments === 'string') return unsure(moments);
		theirs.push(moments);
	}
	if (ours.length === 0) return unsure('hour-left-out');
	const [first, ...others] = theirs;
	if (!first) return unsure('nothing-to-compare');
	// what all of them can mean together
	const truths = first.filter((at) => others.every((more) => more.some((other) => agree(at, other))));
	if (truths.length === 0) return unsure('witnesses-differ');

	const gaps = ours
		.flatMap((at) => truths.map((truth) => (at - truth) / minute))
		.sort((one, other) => Math.abs(one) - Math.abs(other));
	const ahead = gaps[0] ?? 0;
	const clockRight = Math.abs(ahead) <= toleranceMinutes;
	const zoneRight = sameZone(right, shown, truths[0] ?? 0);
	return {
		verdict: zoneRight ? (clockRight ? 'fine' : 'clock') : clockRight ? 'zone' : 'both',
		ahead,
		twice: gaps.length > 1,
	};
}

const unsure = (reason: UnsureReason): Diagnosis => ({ verdict: 'unsure', reason });

const agree = (one: number, other: number): boolean => Math.abs(one - other) <= toleranceMinutes * minute;

function momentsAt(witness: Witness): readonly number[] | UnsureReason {
	if (witness.kind === 'server') return Number.isFinite(witness.at) ? [witness.at] : 'time-unreadable';
	const zone = ianaOf(witness.reading.zone);
	if (!zone) return 'zone-unknown';
	const moments = momentsOf(witness.reading.local, zone);
	if (!moments) return 'time-unreadable';
	return moments.length > 0 ? moments : 'hour-left-out';
}

/** An answer of our own server: its `Date` and `Age` headers, and this device's clock around the request. */
export type ServerAnswer = {
	readonly date: string | null;
	readonly age: string | null;
	readonly sentAt: number;
	readonly receivedAt: number;
};

/**
 * How far this device's clock is ahead of the server's.
 *
 * @returns ms; nothing where the answer tells no time, or where the clock was moved meanwhile
 */
export function aheadOfServer({ date, age, sentAt, receivedAt }: ServerAnswer): number | undefined {
	const at = Date.parse(date ?? '');
	// a cache in between sends the date of the first answer, and how long ago that was
	const seconds = age === null ? 0 : Number(age);
	const travel = receivedAt - sentAt;
	if (Number.isNaN(at) || !(seconds >= 0) || !(travel >= 0 && travel <= longestTravel)) return undefined;
	return sentAt + travel / 2 - (at + seconds * 1000);
}

/** ms; a slower answer tells too little. */
export const longestTravel = 10_000;

/** A span in words: "5 minutes", "about 2 hours", "about 3 days". */
export function spanInWords(minutes: number): string {
	const size = Math.abs(minutes);
	const [count, unit] =
		size < 59.5
			? [Math.max(1, Math.round(size)), 'minute']
			: size < 36 * 60
				? [Math.round(size / 30) / 2, 'hour']
				: [Math.round(size / 1440), 'day'];
	const many = `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
	return unit === 'minute' ? many : `about ${many}`;
}
