import { createRawSnippet, type Snippet } from 'svelte';

/** A picture as HTML, made at build time; a function where it links a sheet, whose address differs by the page. */
type Html = string | (() => string);
export type LoadPictures = () => Promise<{ readonly default: readonly Html[] }>;

/**
 * The pictures of a page, to be rendered. Those that stand in the document, since the page came as HTML, are
 * taken from there: nothing is loaded for them.
 *
 * @param of the slug of its step or detour
 */
export async function picturesOf(of: string, load: LoadPictures | undefined): Promise<Snippet[]> {
	const here: readonly Html[] = import.meta.env.SSR
		? []
		: [...document.querySelectorAll(`[data-picture=${of}]`)].map(({ outerHTML }) => outerHTML);
	const pictures = here[0] || !load ? here : (await load()).default;
	return pictures.map((html) =>
		createRawSnippet(() => ({ render: typeof html === 'string' ? () => html : html })),
	);
}
