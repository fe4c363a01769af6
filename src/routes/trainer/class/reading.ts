import { checkClaim, type Checked } from '../../../practice/result-check.ts';
import { limits, readResult, tooLarge } from '../../../practice/result-file.ts';
import type { Added, Learner } from '../../../trainer/class/learners.ts';
import { loadCourse } from '../../practice/load-course.ts';

/** A file, or a try of one, that does not count, and why. */
export type Bad = { readonly file: string; readonly why: string };
/** What came of a file. */
export type FileRead = { readonly added: Added | undefined; readonly bad: readonly Bad[] };

/** As long as the page may be at work before what a person does has its turn, ms. */
const SLICE = 12;

/** Reads a file and replays all its tries, in slices so that the page stays usable. */
export async function readFile(file: File): Promise<FileRead> {
	const refused = (why: string): FileRead => ({ added: undefined, bad: [{ file: file.name, why }] });
	if (file.size > limits.bytes) return refused(tooLarge);
	let text: string;
	try {
		text = await file.text();
	} catch {
		return refused('The browser could not read it.');
	}
	const read = readResult(text);
	if (!read.ok) return refused(read.reason);
	const { name, madeAt, exercises, unreadable } = read.value;
	const tries: Checked[] = [];
	let since = performance.now();
	for (const claim of exercises) {
		tries.push(await checkClaim(claim, loadCourse));
		if (performance.now() - since > SLICE) {
			await new Promise((resolve) => setTimeout(resolve));
			since = performance.now();
		}
	}
	const unchecked = tries
		.filter(({ outcome }) => outcome === 'unchecked')
		.map(({ scenario, why }) => ({ file: file.name, why: `${scenario.title}: does not check. ${why}` }));
	const bad = [...unreadable.map((why) => ({ file: file.name, why })), ...unchecked];
	if (tries.length === 0 && bad.length === 0) return refused('It holds no exercise yet.');
	return { added: { name, file: file.name, madeAt, tries }, bad };
}

const KEY = 'handrail-class';
type Kept = { readonly version: 1; readonly learners: readonly Learner[]; readonly bad: readonly Bad[] };

/** Keeps the sheet for a reload of this window. @returns whether it could be kept */
export function keep(learners: readonly Learner[], bad: readonly Bad[]): boolean {
	try {
		if (learners.length + bad.length === 0) sessionStorage.removeItem(KEY);
		else sessionStorage.setItem(KEY, JSON.stringify({ version: 1, learners, bad } satisfies Kept));
		return true;
	} catch {
		return false;
	}
}

/** The sheet as this window had it. */
export function kept(): Pick<Kept, 'learners' | 'bad'> {
	try {
		const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
		if (found?.version === 1) return found;
	} catch {
		// what cannot be read is no sheet
	}
	return { learners: [], bad: [] };
}
