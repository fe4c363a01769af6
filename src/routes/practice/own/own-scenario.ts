import type { Scenario } from '../../../practice/scenario.ts';

/** The exercise of this browser's library with this id, or nothing. What reads files is loaded where one is asked for. */
export async function ownScenario(id: string): Promise<Scenario | undefined> {
	const { openOwnExercises } = await import('./own-exercises.ts');
	const library = await openOwnExercises();
	if (!library.ok) return undefined;
	const found = await library.value.find(id);
	library.value.close();
	return found.ok ? found.value.scenario : undefined;
}
