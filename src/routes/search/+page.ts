import { pictureGroups } from '../picture-groups.ts';

export const load = async () => {
	const { books } = await import('virtual:desk');
	return { groups: pictureGroups(books) };
};
