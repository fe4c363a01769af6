import { loadPaper } from './load-paper.ts';

export const load = () => loadPaper('desktop');
