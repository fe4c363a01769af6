import type { StorageTrouble } from '../../../storage/store.ts';

/** What to tell a trainer whose things cannot be kept, and what to do. */
export const libraryTroubleWords: Readonly<Record<StorageTrouble, string>> = {
	blocked: 'This browser lets this page keep nothing. Try a window that is not private.',
	full: 'There is no room left on this computer to keep it. Remove a recording, then try again.',
	slow: 'The store of this browser does not answer. Close other windows of this guide, then try again.',
	newer: 'The recordings here were made by a newer version. Load this page again to get the newer version.',
	gone: 'What was kept here was cleared while this page was open. Load this page again.',
	broken: 'It cannot be kept right now. Load this page again, then try once more.',
};
