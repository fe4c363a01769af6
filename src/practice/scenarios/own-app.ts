import { scenarioFor, type Scenario } from '../scenario.ts';

/** Done with a real app on a real phone. */
export const ownApp: readonly Scenario[] = [
	{
		...scenarioFor('own-app')(
			'own-authenticator',
			'Your own authenticator app',
			'You have a phone with any authenticator app. Enroll it here, and sign in with its real codes.',
			['own-app-scan', 'all'],
		),
		realTime: true,
	},
];
