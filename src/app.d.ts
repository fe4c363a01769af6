declare module 'virtual:organization' {
	const organization: import('./domain/organization.schema.ts').Organization;
	export default organization;
}

declare module 'virtual:guide' {
	export const procedures: readonly import('./domain/pages.ts').ProcedureEntry[];
}

declare module 'virtual:pages' {
	import type { Component } from 'svelte';
	type Loaded<Page> = Promise<{ Body: Component; page: Page }>;
	export const pages: Readonly<
		Record<
			string,
			() => Loaded<import('./domain/pages.ts').StepPage | import('./domain/pages.ts').DetourPage>
		>
	>;
}

declare module 'virtual:paper' {
	export const papers: readonly {
		id: import('./domain/slugs.ts').ProcedureId;
		boxes: readonly import('./domain/paper.ts').PaperBox[];
	}[];
}

declare module 'virtual:map' {
	import type { Certificate } from './machines/proof.ts';
	import type { MapDrawing } from './domain/map.ts';
	export const maps: readonly {
		id: import('./domain/slugs.ts').ProcedureId;
		certificate: Certificate;
		drawing: MapDrawing;
	}[];
}

declare namespace App {
	interface PageState {
		/** The address that led nowhere, when this page is the nearest to it. */
		lost?: string;
	}
}
