/** What draws an exercise with an operator console: the console, and the user's phone beside it. */
export * from './drawings.ts';
export { default as Console } from './Console.svelte';
