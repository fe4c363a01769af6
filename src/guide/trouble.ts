import type { StorageTrouble } from '../storage/store.ts';

/** What to tell a person whose progress cannot be kept, and what to do. */
export const troubleWords: Record<StorageTrouble, string> = {
	blocked:
		'This browser does not let the guide keep your progress. You can go on. Leave this window open, or write down your step number.',
	full: 'There is no room left on this computer to keep your progress. You can go on. Leave this window open, or write down your step number.',
	slow: 'The store of this browser does not answer. You can go on. Close other windows of this guide, then press “Try to keep it again”.',
	newer:
		'Your progress was made by a newer version of this guide. It is safe: save a copy under “Your progress”. You can go on here, but nothing new is kept.',
	gone: 'Your kept progress was cleared while the guide was open. You can go on. Leave this window open, or write down your step number.',
	broken:
		'Your progress cannot be kept right now. You can go on. Leave this window open, or write down your step number.',
};
