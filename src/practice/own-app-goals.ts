import type { World } from '../simulator/world.ts';

/** What the exercise with an authenticator app of one's own asks for, in this order. */
export const ownAppGoals = {
	'own-app-scan': ({ ownApp }) => (ownApp?.serial ?? null) !== null,
	'own-app-first-code': ({ ownApp }) => ownApp?.page !== 'start' && ownApp?.page !== 'secret',
	'own-app-sign-in': ({ ownApp }) => ownApp?.used ?? false,
} as const satisfies Readonly<Record<string, (world: World) => boolean>>;
export type OwnAppGoal = keyof typeof ownAppGoals;
