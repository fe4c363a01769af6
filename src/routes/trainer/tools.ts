import type { Component } from 'svelte';

/** A page for trainers. */
export type Tool = {
	/** Its address below `/trainer/`; the demo has none. */
	readonly slug: string;
	readonly title: string;
	/** In one sentence. */
	readonly about: string;
	readonly load: () => Promise<{ readonly default: Component }>;
};

/** All pages for trainers, in the order in which they are listed. */
export const tools: readonly Tool[] = [
	{
		slug: '',
		title: 'Demo',
		about: 'The autopilot shows an exercise to a class.',
		load: () => import('./demo/DemoPage.svelte'),
	},
	{
		slug: 'audience',
		title: 'For the audience',
		about: 'What the demo shows, in big letters, for a projector.',
		load: () => import('./audience/Audience.svelte'),
	},
	{
		slug: 'recordings',
		title: 'Recordings',
		about: 'What was done in an exercise or a demo, to play again.',
		load: () => import('./recordings/Recordings.svelte'),
	},
];

/** @returns nothing for an address that no page has */
export const toolOf = (slug: string): Tool | undefined => tools.find((one) => one.slug === slug);
