export { default as Beside } from './GoOnHere.svelte';
