import { worldOf } from '../../../practice/course.ts';
import { ok, refused, type Result } from '../../../domain/result.ts';
import {
	asRecording,
	LARGEST,
	readRecording,
	tooLargeWords,
	type Recording,
} from '../../../practice/recording.ts';
import { lengthOf } from '../../../practice/recording-text.ts';
import { courseIds } from '../../../practice/scenario.ts';
import { openLibrary, type LibraryItem } from '../../../storage/library.ts';
import { loadCourse } from '../../practice/load-course.ts';
import { libraryTroubleWords } from './trouble.ts';

export { actsWords, durationWords, textOfRecording } from '../../../practice/recording-text.ts';
export { writeRecording } from '../../../practice/recording.ts';

/** What is kept but cannot be read by this version: it is left alone. */
export type Unread = { readonly id: string; readonly name: string; readonly why: string };
/** A file that was not taken, and why. */
export type BadFile = { readonly file: string; readonly why: string };
/** A recording, and how long it took by the World's clock, ms. */
export type Kept = { readonly recording: Recording; readonly length: number };
export type Listed = { readonly kept: readonly Kept[]; readonly unread: readonly Unread[] };

/** The trainer's recordings in this browser. Every reason is a sentence. */
export type Recordings = {
	/** The newest first. */
	list(): Promise<Result<Listed, string>>;
	/** Takes files; each that cannot be taken is named. */
	add(files: readonly File[], done: (count: number) => void): Promise<{ taken: number; bad: BadFile[] }>;
	rename(recording: Recording, name: string): Promise<Result<void, string>>;
	remove(id: string): Promise<Result<void, string>>;
	close(): void;
};

/** Opens the library, with every course that a recording may be of. */
export async function openRecordings(): Promise<Result<Recordings, string>> {
	await Promise.all([
		...courseIds.map((course) => loadCourse({ course })),
		// a try may hold what an operator did from a console beside it
		import('../../../simulator/console/acts-alone.ts'),
	]);
	const opened = await openLibrary();
	if (!opened.ok) return refused(libraryTroubleWords[opened.reason]);
	const store = opened.value;
	const said = <Value>(answer: Awaited<ReturnType<typeof store.put>> & { value?: Value }) =>
		answer.ok ? ok(undefined) : refused(libraryTroubleWords[answer.reason]);
	const put = async (recording: Recording) =>
		said(
			await store.put({
				id: recording.id,
				kind: 'recording',
				name: recording.name,
				savedAt: recording.madeAt,
				data: recording,
			}),
		);

	async function addFile(file: File): Promise<Result<void, string>> {
		if (file.size > LARGEST) return refused(tooLargeWords);
		const text = await file.text().catch(() => undefined);
		if (text === undefined) return refused('This file could not be read.');
		const read = readRecording(text);
		if (!read.ok) return read;
		const here = await store.get(read.value.id);
		if (!here.ok) return refused(libraryTroubleWords[here.reason]);
		return here.value === undefined
			? put(read.value)
			: refused('This recording is here already. It was left as it is.');
	}

	return ok({
		async list() {
			const all = await store.all('recording');
			if (!all.ok) return refused(libraryTroubleWords[all.reason]);
			const kept: Kept[] = [];
			const unread: Unread[] = [];
			for (const item of all.value as Partial<LibraryItem>[]) {
				const read = asRecording(item.data);
				if (read.ok) kept.push({ recording: read.value, length: lengthInWorld(read.value) });
				else unread.push({ id: String(item.id), name: String(item.name), why: read.reason });
			}
			kept.sort(({ recording: one }, { recording: other }) => other.madeAt - one.madeAt);
			return ok({ kept, unread });
		},
		async add(files, done) {
			const bad: BadFile[] = [];
			for (const [index, file] of files.entries()) {
				const added = await addFile(file);
				if (!added.ok) bad.push({ file: file.name, why: added.reason });
				done(index + 1);
			}
			return { taken: files.length - bad.length, bad };
		},
		async rename(recording, name) {
			const renamed = asRecording({ ...recording, name: name.trim() });
			return renamed.ok ? put(renamed.value) : refused('A name is one line of 1 to 100 characters.');
		},
		remove: async (id) => said(await store.remove(id)),
		close: () => store.close(),
	});
}

const lengthInWorld = (recording: Recording): number =>
	lengthOf(recording, worldOf(recording.scenario, recording.startsAt));

/** The name of a file from the name of a recording: letters, digits and hyphens. */
export const fileNameOf = ({ name }: Recording): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 40) || 'recording';
