import { loadSteps, namedEditions } from '../../load-paper.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = namedEditions;

export const load: PageLoad = ({ params }) => loadSteps(params.procedure);
