import type { World } from '../simulator/world.ts';
import type { Recording } from './recording.ts';
import { dayWords, timeWords, told, type Told } from './act-words.ts';
import { fits, misfitWords, replayOf, type Replay } from './replay.ts';

/** Every act of a replay in words, in its order. */
export const toldActs = ({ start, acts }: Replay): readonly Told[] =>
	acts.map((act, i) => told(acts[i - 1]?.world ?? start, act));

/**
 * How long a recording took by the World's clock, ms.
 *
 * @param start the World that it began with
 */
export const lengthOf = ({ log }: Pick<Recording, 'log'>, start: World): number =>
	Math.max(0, (log.at(-1)?.at ?? start.now) - start.now);

/** A time in words: 32 s, 4 min 5 s. */
export function durationWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A number of acts in words. */
export const actsWords = (count: number): string => `${count} ${count === 1 ? 'act' : 'acts'}`;

/**
 * A recording for people to read: a line for each act, with the World's own time. What was typed stands by its name.
 */
export function textOfRecording(recording: Recording, replay: Replay = replayOf(recording)): string {
	const { name, scenario, log, hash } = recording;
	const outcome = fits(recording, replay);
	const length = lengthOf(recording, replay.start);
	const lines: string[] = [];
	let day = '';
	for (const { at, words, screen, refused } of toldActs(replay).slice(
		0,
		outcome.fits ? undefined : outcome.at,
	)) {
		if (dayWords(at) !== day) lines.push('', (day = dayWords(at)));
		const result = refused ? ` (refused: ${refused})` : '';
		lines.push(`${timeWords(at)}  ${words}${result}${screen ? ` → ${screen}` : ''}`);
	}
	return [
		name,
		`Practice recording: ${scenario.title}. ${actsWords(log.length)} in ${durationWords(length)}.`,
		...lines,
		'',
		outcome.fits
			? `The end: as it was recorded (check number ${hash.slice(0, 8)}).`
			: misfitWords(outcome, log.length),
		'',
	].join('\n');
}
