import { createContext, type Component } from 'svelte';
import type { PagePicture } from '../domain/pages.ts';

/** The page's pictures and what draws them, for the `<Picture>` of lettered parts. */
export type Pictures = {
	readonly list: () => readonly PagePicture[];
	readonly Drawing: Component<PagePicture>;
};

export const [getPictures, setPictures] = createContext<Pictures>();
