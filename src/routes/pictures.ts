import { createRawSnippet, type Snippet } from 'svelte';

/** The pictures of a page as HTML, made at build time. */
export type LoadPictures = () => Promise<{ readonly default: readonly string[] }>;

/**
 * The pictures of a page, to be rendered. Those that stand in the document, since the page came as HTML, are
 * taken from there: nothing is loaded for them.
 *
 * @param of the slug of its step or detour
 */
export async function picturesOf(of: string, load: LoadPictures | undefined): Promise<Snippet[]> {
	const here = import.meta.env.SSR
		? []
		: [...document.querySelectorAll(`[data-picture=${of}]`)].map(({ outerHTML }) => outerHTML);
	const pictures = here[0] || !load ? here : (await load()).default;
	return pictures.map((html) => createRawSnippet(() => ({ render: () => html })));
}
