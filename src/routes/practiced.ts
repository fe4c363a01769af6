import { practicedSteps } from '../practice/tally.ts';

const name = 'handrail-practice';

/** Says beside "Practice this step" whether the person has. Where nothing was practiced, no store is made for it. */
export async function markPracticed(): Promise<void> {
	const link = document.querySelector('[data-practice]');
	const mark = link?.nextElementSibling;
	const step = document.querySelector<HTMLElement>('main[data-step]')?.dataset.step;
	if (!(mark instanceof HTMLElement) || !step) return;
	mark.hidden = true;
	const kept = await indexedDB.databases?.().catch(() => []);
	if (!kept?.some((one) => one.name === name)) return;
	const { openExercises } = await import('../storage/exercises.ts');
	const store = await openExercises(name);
	if (!store.ok) return;
	const all = await store.value.all();
	store.value.close();
	const notes = all.ok ? all.value.map((one) => (one as { notes?: unknown } | null)?.notes) : [];
	const here = document.querySelector<HTMLElement>('main[data-step]')?.dataset.step;
	// the answer for a step that was left may come last
	if (here === step) mark.hidden = !practicedSteps(notes).has(step as never);
}
