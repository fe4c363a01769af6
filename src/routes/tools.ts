import type { Credential } from '../guide/ages.ts';
import type { DetourSlug, StepSlug } from '../domain/slugs.ts';

/** What a page has beside its text. Each comes as a chunk of its own, with the page that needs it. */
export type Tool =
	| { readonly kind: 'clock'; readonly Place: ClockPlace }
	| {
			readonly kind: 'age';
			readonly Ages: Ages;
			readonly TooOld: TooOld;
			readonly credential: Credential;
	  };
type ClockPlace = typeof import('../guide/ClockPlace.svelte').default;
type Ages = typeof import('../guide/Ages.svelte').default;
type TooOld = typeof import('../guide/TooOld.svelte').default;

const clock = async (): Promise<Tool> => ({
	kind: 'clock',
	Place: (await import('../guide/ClockPlace.svelte')).default,
});
const age = (credential: Credential) => async (): Promise<Tool> => {
	const [{ default: Ages }, { default: TooOld }] = await Promise.all([
		import('../guide/Ages.svelte'),
		import('../guide/TooOld.svelte'),
	]);
	return { kind: 'age', Ages, TooOld, credential };
};

const toolOf: Partial<Record<StepSlug | DetourSlug, () => Promise<Tool>>> = {
	'enter-static-password': age('static-password'),
	'outlook-static-password': age('static-password'),
	'open-mfa-email': age('mfa-email'),
	'check-time-zone': clock,
	'passcode-refused': clock,
	'clock-hours-off': clock,
	'changed-time-by-hand': clock,
};

/** The tool of a page, loaded; most have none. */
export const loadTool = (slug: StepSlug | DetourSlug): Promise<Tool> | undefined => toolOf[slug]?.();
