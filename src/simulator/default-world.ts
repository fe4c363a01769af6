import { createWorld } from './create.ts';

/** The World of a command file that says nothing else: a Monday morning in March. */
export const defaultWorld = () => createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
