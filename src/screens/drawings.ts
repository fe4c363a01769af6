/** What draws a phone and codes for its camera: loaded only where an exercise or a picture has them. */
export { icons } from './icons.ts';
export { default as Phone } from './Phone.svelte';
export { default as Key } from './Key.svelte';
export { default as Qr } from './Qr.svelte';
export { default as Styles } from './Styles.svelte';
