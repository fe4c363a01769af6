import type { Tool } from '../[group=tools]/page-of-group.ts';

/** All pages for trainers, in the order in which they are listed. */
export const tools = [
	{
		slug: '',
		title: 'Demo',
		about: 'The autopilot shows an exercise to a class.',
	},
	{
		slug: 'audience',
		title: 'For the audience',
		about: 'What the demo shows, in big letters, for a projector.',
	},
	{
		slug: 'recordings',
		title: 'Recordings',
		about: 'What was done in an exercise or a demo, to play again.',
	},
	{
		slug: 'drills',
		title: 'Make a drill',
		about: 'Steps, surprises and rules in one link: the same for everybody who opens it.',
	},
	{
		slug: 'class',
		title: 'Class sheet',
		about: 'Who can do it: what the learners have saved, in one table.',
	},
	{
		slug: 'author',
		title: 'Make an exercise',
		about: 'An exercise of your own: set up, solved and tried here, and handed out as a file.',
	},
	{
		slug: 'kiosk',
		title: 'Shared computer',
		about: 'Wipes a training computer between learners, and after some minutes without use.',
	},
] as const satisfies readonly Tool[];
export type ToolSlug = (typeof tools)[number]['slug'];
