import { drillFaultWords, readDrill, scenarioOfDrill } from '../../../practice/drill-link.ts';
import { checkDrill } from '../../../practice/drill-making.ts';
import type { Scenario } from '../../../practice/scenario.ts';
import { loadCourse } from '../load-course.ts';

type Read =
	| { readonly ok: true; readonly value: Scenario }
	| {
			readonly ok: false;
			/** Why it is refused. */
			readonly words: string;
	  };

/**
 * The exercise of a link that a trainer made, with its course loaded.
 *
 * @param hash all that stands behind the address, also the try that is gone on with
 */
export async function scenarioInLink(hash: string): Promise<Read> {
	const read = readDrill(hash.replace(/\/[\da-f-]{36}$/, ''));
	if (!read.ok) return { ok: false, words: drillFaultWords[read.reason] };
	const scenario = scenarioOfDrill(read.value);
	await loadCourse(scenario);
	const checked = checkDrill(scenario);
	return checked.ok ? checked : { ok: false, words: drillFaultWords[checked.reason] };
}
