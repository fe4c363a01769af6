declare module 'virtual:organization' {
	const organization: import('./domain/organization.schema.ts').Organization;
	export default organization;
}

declare module 'virtual:guide' {
	export const procedures: readonly import('./domain/pages.ts').ProcedureEntry[];
}

declare module 'virtual:entry' {
	type ProcedureEntry = import('./domain/pages.ts').ProcedureEntry;
	export const first: ProcedureEntry;
	/** At once for the first procedure; nothing for one that has no guide. */
	export const entryOf: (id: string) => ProcedureEntry | Promise<ProcedureEntry> | undefined;
}

declare module 'virtual:steps' {
	import type { Component } from 'svelte';
	type StepText = {
		Body: Component;
		page: import('./domain/pages.ts').StepPage;
		pictures: import('./routes/pictures.ts').LoadPictures | undefined;
	};
	/** The text of a step; nothing where there is no such step. */
	export const textOf: (procedure: string, slug: string) => Promise<StepText | undefined> | undefined;
}

declare module 'virtual:detours' {
	import type { Component } from 'svelte';
	export const detours: Readonly<
		Record<
			string,
			() => Promise<{
				Body: Component;
				page: import('./domain/pages.ts').DetourPage;
				pictures: import('./routes/pictures.ts').LoadPictures | undefined;
			}>
		>
	>;
	export const callers: Readonly<
		Partial<Record<import('./domain/slugs.ts').ProcedureId, import('./domain/pages.ts').DetourCallers>>
	>;
}

declare module 'virtual:paper' {
	export const papers: readonly {
		id: import('./domain/slugs.ts').ProcedureId;
		boxes: readonly import('./domain/paper.ts').PaperBox[];
	}[];
}

declare module 'virtual:desk' {
	export const books: Readonly<Partial<Record<string, import('./domain/desk.ts').DeskBook>>>;
}

declare module 'virtual:calls' {
	export const book: import('./domain/calls.ts').CallBook;
}

declare module 'virtual:search' {
	export const index: string;
	export const places: readonly import('./domain/desk.ts').SearchPlace[];
}

declare module 'virtual:map' {
	import type { Certificate } from './machines/proof.ts';
	import type { MapDrawing } from './domain/map.ts';
	export const maps: readonly {
		id: import('./domain/slugs.ts').ProcedureId;
		certificate: Certificate;
		drawing: MapDrawing;
		/** The problems of each step. */
		troubles: Readonly<Record<string, readonly { slug: string; title: string }[]>>;
	}[];
}

declare namespace App {
	interface PageState {
		/** The address that led nowhere, when this page is the nearest to it. */
		lost?: string;
	}
}

declare module '*.md' {
	const Body: import('svelte').Component;
	export default Body;
}
