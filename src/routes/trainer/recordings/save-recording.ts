import { refused, type Result } from '../../../domain/result.ts';
import type { Exercise } from '../../../practice/exercise.ts';
import { recordingOf, type Recording, type RecordingKind } from '../../../practice/recording.ts';
import { libraryTroubleWords } from './trouble.ts';
import { openLibrary } from '../../../storage/library.ts';

/**
 * Saves a practice run or a demo in the trainer's library, where `/trainer/recordings/` lists it. To be loaded when
 * it is asked for.
 *
 * @param exercise its course must have been loaded
 * @param name what it is to be called until the trainer renames it
 * @returns the recording as it was saved; or why it was not, in plain words
 */
export async function saveRecording(
	exercise: Pick<Exercise, 'scenario' | 'startsAt' | 'log'>,
	name: string,
	kind: RecordingKind,
): Promise<Result<Recording, string>> {
	const madeAt = Date.now();
	const recording = recordingOf(exercise, { id: crypto.randomUUID(), name, kind, madeAt });
	if (!recording.ok) return recording;
	const opened = await openLibrary();
	if (!opened.ok) return refused(libraryTroubleWords[opened.reason]);
	const { id } = recording.value;
	const put = await opened.value.put({
		id,
		kind: 'recording',
		name: recording.value.name,
		savedAt: madeAt,
		data: recording.value,
	});
	opened.value.close();
	return put.ok ? recording : refused(libraryTroubleWords[put.reason]);
}
