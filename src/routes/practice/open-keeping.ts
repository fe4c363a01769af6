import { keepIn, type Keeping } from '../../practice/keeping.ts';
import type { Scenario } from '../../practice/scenario.ts';

/** What stands behind # in an exercise's address: the drill that it is, and one of the tries, by its random id. */
const parts = () => /^#(\d+-\d+|[\dA-Z]{8,})?\/?([\da-f-]{36})?$/.exec(location.hash) ?? [];

/** The name of the drill in the address. */
export const drillInAddress = (): string | undefined => parts()[1];

/** The try that the address names: what stands last in it. */
const tryInAddress = () => /[#/]([\da-f-]{36})$/.exec(location.hash)?.[1];

/** The address of a try at an exercise. */
export const tryAddress = (path: string, id: string): string =>
	path.includes('#') ? `${path}/${id}` : `${path}#${id}`;

/** Takes the try out of the address: what comes next is another one. */
export function forgetTry(): void {
	const wanted = tryInAddress();
	if (!wanted) return;
	const { pathname, hash } = location;
	history.replaceState(history.state, '', pathname + hash.slice(0, -wanted.length - 1));
}

/** Where this browser keeps an exercise; the try that the address names, or the newest one. */
export async function openKeeping(scenario: Scenario): Promise<Keeping> {
	const { openExercises } = await import('../../storage/exercises.ts');
	const store = await openExercises();
	return keepIn(
		store.ok ? store.value : undefined,
		scenario,
		() => crypto.randomUUID(),
		() => Date.now(),
		tryInAddress(),
	);
}
