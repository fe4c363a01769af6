export { default as Beside } from './ClockTool.svelte';
