import { hashOf } from './hash.ts';
import type { World } from './state.ts';

/** SHA-256 over the World's canonical JSON. */
export const hash = (world: World): string => hashOf(world);
