import { createContext, type Snippet } from 'svelte';

/** The page's pictures, for the `<Picture>` of its text. Paper has words only: none. */
export const [getPictures, setPictures] = createContext<() => readonly Snippet[]>();
