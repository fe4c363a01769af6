export { default as Beside } from './OtherGuides.svelte';
