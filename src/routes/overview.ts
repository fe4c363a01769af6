import { procedures } from 'virtual:guide';
import { steps as loaders } from 'virtual:steps';

/** How long a phase takes, and which of its steps wait. */
export type PhaseOverview = {
	title: string;
	first: number;
	last: number;
	/** Usual minutes of work and of waiting. */
	work: number;
	wait: number;
	waits: { number: number; title: string; usual: number }[];
};

/** How long a procedure takes, phase by phase: added up from the facts of its steps. */
export async function overviews(id: string): Promise<PhaseOverview[]> {
	const procedure = procedures.find((one) => one.id === id);
	if (!procedure) return [];
	const loaded = await Promise.all(
		procedure.steps.map(async ({ slug }) => loaders[`${id}/steps/${slug}`]?.()),
	);
	const steps = loaded.map((one) => one?.page).filter((page) => page !== undefined);
	return procedure.phases.map(({ slug, title }) => {
		const mine = steps.filter(({ phase }) => phase === slug);
		const waits = mine.flatMap(({ number, title: step, wait }) =>
			wait ? [{ number, title: step, usual: wait.usual }] : [],
		);
		return {
			title,
			first: mine[0]?.number ?? 0,
			last: mine.at(-1)?.number ?? 0,
			work: mine.reduce((sum, { minutes }) => sum + minutes, 0),
			wait: waits.reduce((sum, { usual }) => sum + usual, 0),
			waits,
		};
	});
}
