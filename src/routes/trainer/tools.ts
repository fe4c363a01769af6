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
	{
		slug: 'drills',
		title: 'Make a drill',
		about: 'Steps, surprises and rules in one link: the same for everybody who opens it.',
		load: () => import('./drills/Drills.svelte'),
	},
	{
		slug: 'class',
		title: 'Class sheet',
		about: 'Who can do it: what the learners have saved, in one table.',
		load: () => import('./class/ClassSheet.svelte'),
	},
	{
		slug: 'kiosk',
		title: 'Shared computer',
		about: 'Wipes a training computer between learners, and after some minutes without use.',
		load: () => import('./kiosk/Kiosk.svelte'),
	},
];

/** @returns nothing for an address that no page has */
export const toolOf = (slug: string): Tool | undefined => tools.find((one) => one.slug === slug);
