import { callers } from 'virtual:detours';
import { pictureGroups } from '../picture-groups.ts';

export const load = async () => {
	const { books } = await import('virtual:desk');
	return { books, callers, groups: pictureGroups(books) };
};
