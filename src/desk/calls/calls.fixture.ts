import { fileURLToPath } from 'node:url';
import { callBook } from '../../../scripts/vite/calls.ts';
import { compileProcedures } from '../../../scripts/vite/compile.ts';
import { factsOf } from '../../domain/facts.ts';
import { organization } from '../../domain/organization.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The calls of the build, for tests. */
export const compiled = compileProcedures(root);
export const book = callBook(compiled, root, factsOf(organization));
