export const load = async () => {
	const { maps } = await import('virtual:map');
	return { maps };
};
