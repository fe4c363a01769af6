import type { Look } from '../../../guide/place.ts';

export const load = () => {
	const look: Look = { kind: 'page', page: 'done' };
	return { look };
};
