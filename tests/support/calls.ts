import { fileURLToPath } from 'node:url';
import { callBook } from '../../scripts/vite/calls.ts';
import { compileProcedures, facts } from '../../scripts/vite/compile.ts';

export { fewestQuestions, type Call } from '../../src/desk/calls/call.ts';
export { roundOf } from '../../src/desk/calls/round.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The calls of the build, and the guides that they are made of. */
export const compiled = compileProcedures(root);
export const book = callBook(compiled, root, facts);
