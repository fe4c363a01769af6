import { ok, refused, type Result } from '../../../domain/result.ts';
import { checkBeginning, checkedFile } from '../../../practice/scenario-check.ts';
import {
	asOwn,
	asScenarioFile,
	LARGEST_FILE,
	readScenarioFile,
	tooLargeWords,
	type ScenarioFile,
} from '../../../practice/scenario-file.ts';
import { openLibrary, type LibraryItem, type LibraryStore } from '../../../storage/library.ts';
import type { StorageTrouble } from '../../../storage/store.ts';
import { loadCourse } from '../load-course.ts';

/** What is kept but cannot be read by this version: it is left alone. */
export type Unread = { readonly id: string; readonly name: string; readonly why: string };
/** A file that was not taken, and why. */
export type BadFile = { readonly file: string; readonly why: string };

/** The exercises from files in this browser. Every reason is a sentence. */
export type OwnExercises = {
	/** By their titles. */
	list(): Promise<Result<{ kept: readonly ScenarioFile[]; unread: readonly Unread[] }, string>>;
	find(id: string): Promise<Result<ScenarioFile, string>>;
	/** Takes files; each that cannot be taken is named. */
	add(files: readonly File[]): Promise<{ taken: number; bad: readonly BadFile[] }>;
	/** Keeps an exercise that was checked, under the id of its contents. */
	keep(file: ScenarioFile): Promise<Result<void, string>>;
	remove(id: string): Promise<Result<void, string>>;
	close(): void;
};

const troubleWords: Readonly<Record<StorageTrouble, string>> = {
	blocked: 'This browser lets this page keep nothing. Try a window that is not private.',
	full: 'There is no room left on this computer to keep it. Remove an exercise, then try again.',
	slow: 'The store of this browser does not answer. Close other windows of this guide, then try again.',
	newer: 'What is kept here was made by a newer version. Load this page again to get the newer version.',
	gone: 'What was kept here was cleared while this page was open. Load this page again.',
	broken: 'It cannot be kept right now. Load this page again, then try once more.',
};

/** Words for what the library answers. */
export const said = <Value>(
	answer: { ok: true; value: Value } | { ok: false; reason: StorageTrouble },
): Result<Value, string> => (answer.ok ? ok(answer.value) : refused(troubleWords[answer.reason]));

/**
 * Reads the text of a file as an exercise, and does its solution once: nobody begins one that has no end.
 *
 * @returns the exercise under the id of its contents; or why it cannot be taken, in plain words
 */
async function takenFile(file: File): Promise<Result<ScenarioFile, string>> {
	if (file.size > LARGEST_FILE) return refused(tooLargeWords);
	const text = await file.text().catch(() => undefined);
	if (text === undefined) return refused('This file could not be read.');
	const read = readScenarioFile(text);
	if (!read.ok) return read;
	await loadCourse(read.value.scenario);
	const checked = checkedFile(read.value);
	return checked.ok ? ok(asOwn(checked.value)) : checked;
}

/** Reads what the library keeps of an exercise, and begins it once: a version that no longer can says so. */
async function readItem(item: unknown): Promise<Result<ScenarioFile, string>> {
	const read = asScenarioFile((item as Partial<LibraryItem> | undefined)?.data);
	if (!read.ok) return read;
	await loadCourse(read.value.scenario);
	const begun = checkBeginning(read.value.scenario);
	return begun.ok ? read : refused(begun.trouble.words);
}

/** A draft is somebody's who makes exercises, not one to practice. */
const isDraft = ({ data }: Partial<LibraryItem>): boolean =>
	(data as { readonly handrail?: unknown } | null)?.handrail === 'draft';

/** @param opened the library, where it is open already */
export async function openOwnExercises(opened?: LibraryStore): Promise<Result<OwnExercises, string>> {
	const library = opened ? ok(opened) : said(await openLibrary());
	if (!library.ok) return library;
	const store = library.value;
	const keep = async (file: ScenarioFile) => {
		const { id, title: name } = file.scenario;
		return said(await store.put({ id, kind: 'scenario', name, savedAt: Date.now(), data: file }));
	};
	const added = async (file: File) => {
		const taken = await takenFile(file);
		return taken.ok ? keep(taken.value) : taken;
	};
	return ok({
		keep,
		async list() {
			const all = said(await store.all('scenario'));
			if (!all.ok) return all;
			const kept: ScenarioFile[] = [];
			const unread: Unread[] = [];
			for (const item of all.value as Partial<LibraryItem>[]) {
				if (isDraft(item)) continue;
				const read = await readItem(item);
				if (read.ok) kept.push(read.value);
				else unread.push({ id: String(item.id), name: String(item.name), why: read.reason });
			}
			const titleOf = ({ scenario }: ScenarioFile) => scenario.title;
			kept.sort((one, other) => titleOf(one).localeCompare(titleOf(other), 'en'));
			return ok({ kept, unread });
		},
		async find(id) {
			const item = said(await store.get(id));
			if (!item.ok) return item;
			return item.value === undefined
				? refused('This exercise is not in this browser. Open its file here.')
				: readItem(item.value);
		},
		async add(files) {
			const bad: BadFile[] = [];
			for (const file of files) {
				const answer = await added(file);
				if (!answer.ok) bad.push({ file: file.name, why: answer.reason });
			}
			return { taken: files.length - bad.length, bad };
		},
		remove: async (id) => said(await store.remove(id)),
		close: () => store.close(),
	});
}
