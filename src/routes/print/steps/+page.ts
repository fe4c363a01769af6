import { loadSteps } from '../load-paper.ts';

export const load = () => loadSteps('desktop');
