import { button, choice, link, type Label } from '../domain/label.ts';
import { spanInWords, type Diagnosis, type UnsureReason } from './clock-doctor.ts';

/** A sentence in parts: plain words, and labels as the screen shows them. */
type Sentence = readonly (string | Label)[];

/** What a person is told: what is wrong, and what to do, in order. */
export type Advice = {
	readonly title: string;
	readonly why: string;
	readonly steps: readonly Sentence[];
	readonly after: string;
};

const settings = link('Date and time settings');
const openSettings: Sentence = ['On the new computer, select the clock, then ', settings, '.'];
const changeZone = (zone: string): readonly Sentence[] => [
	['Turn ', choice('Set time zone automatically'), ' off.'],
	[`Change the time zone to "${zone}".`],
];
const syncTime: readonly Sentence[] = [
	['Turn ', choice('Set time automatically'), ' on.'],
	['Select ', button('Sync now'), ' and wait until it is done.'],
];
const freshPasscode: Sentence = ['Wait for a fresh passcode, and use that one.'];

const unsureWords: Record<UnsureReason, Pick<Advice, 'title' | 'why'>> = {
	'zone-unknown': {
		title: 'A time zone is missing',
		why: 'Choose each time zone from its list. The name of the zone stands in the settings of the clock.',
	},
	'time-unreadable': {
		title: 'A date or a time is missing',
		why: 'Read both clocks once more. Fill in the date and the time of each.',
	},
	'hour-left-out': {
		title: 'This hour does not exist',
		why: 'Summer time begins on that day, and this hour is left out. Read both clocks once more, with the date.',
	},
	'nothing-to-compare': {
		title: 'Another clock is needed',
		why: 'Read the date and the time off a phone or another good clock.',
	},
	'witnesses-differ': {
		title: 'The 2 other clocks do not agree',
		why: 'One of them is wrong too. Read a third clock, such as a phone.',
	},
};

/**
 * The verdict in words. Nobody is ever told to move a clock.
 *
 * @param zone the right zone, as the list of Windows shows it
 */
export function adviceOf(diagnosis: Diagnosis, zone: string): Advice {
	if (diagnosis.verdict === 'unsure')
		return { ...unsureWords[diagnosis.reason], steps: [], after: 'Then check once more.' };
	const off = `The clock is ${spanInWords(diagnosis.ahead)} ${diagnosis.ahead > 0 ? 'ahead' : 'behind'}.`;
	switch (diagnosis.verdict) {
		case 'fine':
			return {
				title: 'The clock and the time zone are right',
				why: 'There is nothing to change. The clock does not stop your passcodes.',
				steps: [],
				after: '',
			};
		case 'zone':
			return {
				title: 'Change the time zone',
				why: 'The clock itself is right, so passcodes work. It only shows the time of another place.',
				steps: [openSettings, ...changeZone(zone)],
				after: 'Then compare with the other clock once more.',
			};
		case 'clock':
			return {
				title: 'Let Windows set the time',
				why: `The time zone is right. ${off} Passcodes fail until that is mended.`,
				steps: [openSettings, ...syncTime, freshPasscode],
				after: 'Does the new computer report an error there? Then call the service desk.',
			};
		case 'both':
			return {
				title: 'Change the time zone, then let Windows set the time',
				// moved by as much as the zone is off, it looks right
				why: `Both are wrong. ${off}${Math.abs(diagnosis.ahead) < 1440 ? ' It can look right all the same.' : ''} Passcodes fail until both are mended.`,
				steps: [openSettings, ...changeZone(zone), ...syncTime, freshPasscode],
				after: 'Does the new computer report an error there? Then call the service desk.',
			};
	}
}

/** Said where a clock that is off by just the doubled hour could not be told from a right one. */
export const twiceWords =
	'Summer time ends today, and this hour comes twice. To be sure, check once more in 2 hours.';
/** Said where this site comes from the very computer whose clock is in doubt. */
export const ownServerWords =
	'This guide runs on this same computer, so its time proves little. Compare with a phone too.';
