import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import type { EntryGenerator, PageLoad } from './$types';

const desktop = procedures.find(({ id }) => id === 'desktop');

export const entries: EntryGenerator = () =>
	(desktop?.steps ?? []).map(({ number }) => ({ n: String(number) }));

export const load: PageLoad = ({ params }) => {
	const step = desktop?.steps.find(({ number }) => String(number) === params.n);
	if (!step) error(404);
	return { step };
};
