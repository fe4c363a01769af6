import { loadSteps } from './load-paper.ts';

export const load = async () => {
	const [{ papers }, { procedure, steps }] = await Promise.all([
		import('virtual:paper'),
		loadSteps('desktop'),
	]);
	return { procedure, steps, detours: papers.find(({ id }) => id === procedure.id)?.boxes ?? [] };
};
