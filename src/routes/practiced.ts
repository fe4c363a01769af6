import { passedExercises, practicedSteps } from '../practice/tally.ts';

const name = 'handrail-practice';

/** The kept records of practice. Where nothing was practiced there are none, and no store is made for it. */
async function practiceRecords(): Promise<unknown[]> {
	const kept = await globalThis.indexedDB?.databases?.().catch(() => []);
	if (!kept?.some((one) => one.name === name)) return [];
	const { openExercises } = await import('../storage/exercises.ts');
	const store = await openExercises(name);
	if (!store.ok) return [];
	const all = await store.value.all();
	store.value.close();
	return all.ok ? all.value : [];
}

/** Says beside "Practice this step" whether the person has. */
export async function markPracticed(): Promise<void> {
	const link = document.querySelector('[data-practice]');
	const mark = link?.nextElementSibling;
	const stepHere = () => document.querySelector<HTMLElement>('main[data-step]')?.dataset.step;
	const step = stepHere();
	if (!(mark instanceof HTMLElement) || !step) return;
	mark.hidden = true;
	const records = await practiceRecords();
	// the answer for a step that was left may come last
	if (stepHere() === step) mark.hidden = !practicedSteps(records).has(step as never);
}

/** The ids of the exercises that were passed in this browser. */
export const passedHere = async (): Promise<ReadonlySet<string>> => passedExercises(await practiceRecords());
