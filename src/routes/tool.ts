import type { Component } from 'svelte';
import type { StepPage } from '../domain/pages.ts';
import type { DetourSlug, StepSlug, SymptomSlug } from '../domain/slugs.ts';
import type { Session } from '../guide/session.ts';

/** What a page has beside its text. It comes as a chunk of its own, with the few pages that have it. */
export type Tool = {
	readonly Beside: Component<BesideProps>;
	/** What comes before the instructions when the tool says that it is urgent. */
	readonly First?: Component<FirstProps>;
};
export type BesideProps = {
	readonly slug: StepSlug | DetourSlug;
	readonly session: () => Promise<Session>;
	readonly onUrgent?: (urgent: boolean) => void;
};
export type FirstProps = {
	readonly procedure: string;
	readonly step: StepPage;
	readonly onSymptom: (event: MouseEvent, symptom: SymptomSlug) => void;
};
