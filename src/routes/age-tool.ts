export { default as Beside } from './AgeTool.svelte';
export { default as First } from './AgeFirst.svelte';
