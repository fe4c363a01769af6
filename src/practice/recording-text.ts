import type { Recording } from './recording.ts';
import { dayWords, timeWords, told, type Told } from './act-words.ts';
import { fits, misfitWords, replayOf, type Replay } from './replay.ts';

/** Every act of a replay in words, in its order. */
export const toldActs = ({ start, acts }: Replay): readonly Told[] =>
	acts.map((act, i) => told(acts[i - 1]?.world ?? start, act));

/** Minutes of the World from the beginning to the last act. */
export const minutesOf = ({ startsAt, log }: Pick<Recording, 'startsAt' | 'log'>): number =>
	Math.max(0, Math.round(((log.at(-1)?.at ?? startsAt) - startsAt) / 60_000));

/**
 * A recording for people to read: a line for each act, with the World's own time. What was typed stands by its name.
 */
export function textOfRecording(recording: Recording, replay: Replay = replayOf(recording)): string {
	const { name, scenario, log, hash } = recording;
	const outcome = fits(recording, replay);
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
		`Practice recording: ${scenario.title}. ${log.length} acts, ${minutesOf(recording)} minutes.`,
		...lines,
		'',
		outcome.fits
			? `The end: as it was recorded (check number ${hash.slice(0, 8)}).`
			: misfitWords(outcome, log.length),
		'',
	].join('\n');
}
