import { checkClaim, type Checked, type Turn } from '../../../practice/result-check.ts';
import { limits, readResult, tooLarge } from '../../../practice/result-file.ts';
import type { Added } from '../../../trainer/class/learners.ts';
import { loadCourse } from '../../practice/load-course.ts';

/** A file, or a try of one, that does not count, and why. */
export type Bad = { readonly file: string; readonly why: string };
/** What came of a file. */
export type FileRead = { readonly added: Added | undefined; readonly bad: readonly Bad[] };
/** How many files were read of how many. */
export type Progress = { readonly done: number; readonly all: number };

/** As long as the page may be at work before what a person does has its turn, ms. */
const SLICE = 12;
/** As long as what was read waits before it is shown: each showing draws all tables anew. ms */
const PORTION = 1500;

/** Gives the page its turn whenever a slice of time is over. */
function turns(): Turn {
	let since = performance.now();
	return () =>
		performance.now() - since < SLICE
			? undefined
			: new Promise<void>((resolve) => {
					setTimeout(() => {
						since = performance.now();
						resolve();
					});
				});
}

/** Reads a file and replays all its tries, in slices so that the page stays usable. */
async function readFile(file: File, turn: Turn, isOver: () => boolean): Promise<FileRead> {
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
	for (const claim of exercises) {
		if (isOver()) break;
		tries.push(await checkClaim(claim, loadCourse, turn));
		await turn();
	}
	const unchecked = tries
		.filter(({ outcome }) => outcome === 'unchecked')
		.map(({ scenario, why }) => ({ file: file.name, why: `${scenario.title}: does not check. ${why}` }));
	const bad = [...unreadable.map((why) => ({ file: file.name, why })), ...unchecked];
	if (tries.length === 0 && bad.length === 0) return refused('It holds no exercise yet.');
	return { added: { name, file: file.name, madeAt, tries }, bad };
}

/** Files that wait for their turn. */
export type Queue = {
	add(files: readonly File[]): void;
	/** What was read so far is shown; the rest is left. */
	stop(): void;
	/** Leaves all of it. */
	forget(): void;
};

/**
 * Reads files one after the other.
 *
 * @param show is given what was read since it was called last: in portions, and the rest at the end
 * @param over called when no file waits any more: how many were read, of how many
 */
export function openQueue(
	show: (found: readonly FileRead[]) => void,
	moved: (progress: Progress) => void,
	over: (progress: Progress) => void,
): Queue {
	let waiting: File[] = [];
	let found: FileRead[] = [];
	let progress: Progress = { done: 0, all: 0 };
	/** Counts what is left: a file that was still being read then is left too. */
	let round = 0;
	let shownAt = 0;
	const give = () => {
		if (found.length > 0) show(found);
		found = [];
		shownAt = performance.now();
	};
	const end = () => {
		round += 1;
		waiting = [];
		found = [];
		progress = { done: 0, all: 0 };
	};

	async function run(): Promise<void> {
		const mine = round;
		const turn = turns();
		const isOver = () => mine !== round;
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			const read = await readFile(file, turn, isOver);
			if (isOver()) return;
			found.push(read);
			progress = { ...progress, done: progress.done + 1 };
			moved(progress);
			if (performance.now() - shownAt > PORTION) give();
			await turn();
			if (isOver()) return;
		}
		finish();
	}
	function finish(): void {
		const last = progress;
		give();
		end();
		over(last);
	}

	return {
		add(files) {
			if (files.length === 0) return;
			const idle = progress.all === 0;
			waiting.push(...files);
			progress = { ...progress, all: progress.all + files.length };
			moved(progress);
			if (idle) {
				shownAt = performance.now();
				void run();
			}
		},
		stop() {
			if (progress.all > 0) finish();
		},
		forget: end,
	};
}
