import { entryOf } from 'virtual:entry';
import { ok, refused, type Result } from '../../../domain/result.ts';
import { courseOf } from '../../../practice/course.ts';
import { LARGEST_FILE, readScenarioFile, tooLargeWords } from '../../../practice/scenario-file.ts';
import type { CourseId, GoalId, Scenario } from '../../../practice/scenario.ts';
import { openLibrary, type LibraryItem } from '../../../storage/library.ts';
import { fileOf, draftOf, known, newDraft, readDraft, type Draft } from '../../../trainer/authoring/draft.ts';
import { loadCourse } from '../../practice/load-course.ts';
import { openOwnExercises, said } from '../../practice/own/own-exercises.ts';

/** An exercise in the making, as it is listed. */
export type Listed = { readonly id: string; readonly title: string; readonly why?: string };

/** The exercises in the making in this browser. Every reason is a sentence. */
export type Drafts = {
	/** The newest first; those that this version cannot read say so. */
	list(): Promise<Result<readonly Listed[], string>>;
	find(id: string): Promise<Result<Draft, string>>;
	keep(id: string, draft: Draft): Promise<Result<void, string>>;
	/** Keeps it as another one. */
	add(draft: Draft): Promise<Result<string, string>>;
	/** A draft to go on with from a file. */
	open(file: File): Promise<Result<string, string>>;
	/** Another one with the same contents. */
	duplicate(id: string): Promise<Result<string, string>>;
	remove(id: string): Promise<Result<void, string>>;
	/**
	 * Puts an exercise that is whole among those that are practiced, in place of the one that was tried before.
	 *
	 * @returns its id
	 */
	tryIt(draft: Draft): Promise<Result<string, string>>;
	close(): void;
};

const UNTITLED = 'Exercise without a title';
export const titleOf = ({ scenario }: Draft): string => scenario.title.trim() || UNTITLED;

/** The id of a draft, in the library and in the address. */
export const draftInHash = (hash: string): string | undefined => /^#(draft-[\da-f-]{36})$/.exec(hash)?.[1];

/** The first draft of a course, which is loaded for it. */
export async function freshDraft(course: CourseId): Promise<Draft> {
	await loadCourse({ course });
	return newDraft(course);
}

async function readable(data: unknown): Promise<Result<Draft, string>> {
	const read = readDraft(data);
	if (!read.ok) return read;
	await loadCourse(read.value.scenario);
	return known(read.value);
}

export async function openDrafts(): Promise<Result<Drafts, string>> {
	const opened = said(await openLibrary());
	if (!opened.ok) return opened;
	const store = opened.value;
	const exercises = await openOwnExercises(store);
	if (!exercises.ok) return exercises;

	const keep: Drafts['keep'] = async (id, draft) =>
		said(await store.put({ id, kind: 'scenario', name: titleOf(draft), savedAt: Date.now(), data: draft }));
	const add: Drafts['add'] = async (draft) => {
		const id = `draft-${crypto.randomUUID()}`;
		const kept = await keep(id, draft);
		return kept.ok ? ok(id) : kept;
	};
	const find: Drafts['find'] = async (id) => {
		const item = said(await store.get(id));
		if (!item.ok) return item;
		return item.value === undefined
			? refused('This exercise is not in this browser. Open its file here.')
			: readable((item.value as Partial<LibraryItem>).data);
	};
	return ok({
		keep,
		add,
		find,
		async list() {
			const all = said(await store.all('scenario'));
			if (!all.ok) return all;
			const items = (all.value as Partial<LibraryItem>[])
				.filter(({ id }) => id?.startsWith('draft-'))
				.sort((one, other) => (other.savedAt ?? 0) - (one.savedAt ?? 0));
			const listed = items.map(async ({ id, name, data }): Promise<Listed> => {
				const read = await readable(data);
				const about = { id: String(id), title: String(name) };
				return read.ok ? about : { ...about, why: read.reason };
			});
			return ok(await Promise.all(listed));
		},
		async open(file) {
			if (file.size > LARGEST_FILE) return refused(tooLargeWords);
			const text = await file.text().catch(() => undefined);
			if (text === undefined) return refused('This file could not be read.');
			const read = readScenarioFile(text);
			if (!read.ok) return read;
			await loadCourse(read.value.scenario);
			const draft = known(draftOf(read.value));
			return draft.ok ? add(draft.value) : draft;
		},
		async duplicate(id) {
			const found = await find(id);
			if (!found.ok) return found;
			const { tried: _, ...rest } = found.value;
			return add(rest);
		},
		remove: async (id) => said(await store.remove(id)),
		async tryIt(draft) {
			const file = fileOf(draft);
			const { id } = file.scenario;
			const kept = await exercises.value.keep(file);
			if (!kept.ok) return kept;
			if (draft.tried && draft.tried !== id) await exercises.value.remove(draft.tried);
			return ok(id);
		},
		close: () => store.close(),
	});
}

/** A goal with what it is called. */
export type GoalName = { readonly id: GoalId; readonly name: string };

/** The goals of a scenario's course, by its way, with their names. */
export async function goalsOf(scenario: Scenario): Promise<readonly GoalName[]> {
	const { goals, leadsOver = () => true } = courseOf(scenario);
	const named =
		scenario.course === 'own-app'
			? (await import('../../practice/goal-texts.ts')).goalTexts.map(({ page }) => page)
			: ((await entryOf(scenario.course))?.steps ?? []);
	return goals
		.filter(({ id }) => leadsOver(id, scenario))
		.map(({ id }) => {
			const found = named.find(({ slug }) => slug === id);
			return { id, name: found ? `${found.number}. ${found.title}` : id };
		});
}
