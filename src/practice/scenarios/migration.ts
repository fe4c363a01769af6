import { migrationSteps, type MigrationStep } from '../../domain/migration.ts';
import type { Deed } from '../../simulator/world.ts';
import { scenarioFor, type Scenario } from '../scenario.ts';

type More = Pick<Scenario, 'made' | 'before'>;

const inCourse = scenarioFor('migration');
const scenario = (
	id: string,
	title: string,
	about: string,
	way: readonly [MigrationStep, MigrationStep],
	more: More = {},
): Scenario => ({ ...inCourse(`console-${id}`, title, about, way), ...more });

/** The user of every exercise. */
const users = ['JR48213'];
const press = (control: string): Deed => ({ do: 'press', device: 'console', control });
const choose = (control: string): Deed => ({ do: 'choose', device: 'console', control });
/** The last day of a task, and one more, s. */
const A_MONTH = 31 * 86_400;

/** Procedure D, when all goes well. */
export const migrationRoads: readonly Scenario[] = [
	scenario('sign-in', 'Begin your day', 'You are an operator. You have just opened the console.', [
		'sign-in-to-console',
		'sign-in-to-console',
	]),
	scenario(
		'who-calls',
		'Who is calling?',
		'Jordan Rivers calls. Make sure who it is before you do anything.',
		['find-user', 'verify-caller'],
	),
	scenario(
		'look-up',
		'Which app is it?',
		'Jordan Rivers calls and does not know which app the token is on.',
		['find-user', 'read-token-details'],
	),
	scenario(
		'lost-phone',
		'The phone may be lost',
		'You have verified the caller in another way. Nobody may use this token for now.',
		['suspend-token', 'suspend-token'],
	),
	scenario(
		'phone-found',
		'The phone is back',
		'The token was suspended yesterday. The user holds the phone in the hand.',
		['activate-token', 'activate-token'],
	),
	scenario(
		'locked-out',
		'Locked out',
		'Too many sign-ins have failed, and it does not open by itself.',
		['unlock-token', 'unlock-token'],
		{ made: { policy: { lock: { durationMinutes: null } } } },
	),
	scenario(
		'forgotten-pin',
		'A forgotten Server PIN',
		'The user does not know the PIN any more that the sign-in asks for.',
		['new-server-pin', 'new-server-pin'],
		{ made: { policy: { pin: { type: 'Server' } } } },
	),
	scenario(
		'clock-off',
		'Good codes are refused',
		'The clock of the phone runs ahead. The user reads the codes to you: look at the phone.',
		['resync-token', 'resync-token'],
	),
	scenario(
		'user-leaves',
		'Somebody leaves',
		'It is the last day of this user. The token goes to the next one.',
		['revoke-token', 'revoke-token'],
	),
	scenario(
		'new-phone',
		'A token for a new phone',
		'You are on both sides: the operator who gives the token, and the user who enrolls.',
		['provision-users', 'help-users-enroll'],
	),
	scenario(
		'one-wave',
		'One user moves, from end to end',
		'You are on both sides. The user is on MobilePASS 8 and gets MobilePASS+.',
		['switch-target', 'read-report'],
	),
];

/** When something goes wrong. */
export const migrationTroubles: readonly Scenario[] = [
	scenario(
		'no-answer',
		'The push was not answered',
		'You have sent a push to a caller, and the time is over.',
		['verify-caller', 'verify-caller'],
		{
			before: [
				choose('console.module-assignment'),
				press('console.search'),
				press(`console.user-${users[0]}`),
				press('console.send-push'),
				press('console.confirm'),
				70,
			],
		},
	),
	scenario(
		'no-tokens',
		'No tokens are left',
		'A user needs a token, and the stock is used up. One of this user is not used any more.',
		['provision-users', 'provision-users'],
		{ made: { console: { stock: 1 } } },
	),
	scenario(
		'task-expired',
		'Nobody enrolled in time',
		'The last day of the task has passed. The user has come back from a long leave.',
		['provision-users', 'help-users-enroll'],
		{ before: [{ do: 'operate', operation: { act: 'provision', users } }, A_MONTH] },
	),
	scenario(
		'not-allowed',
		'The device is not allowed',
		'A user reports that the page of the e-mail does not offer Android.',
		['switch-target', 'switch-target'],
		{
			before: [
				{
					do: 'operate',
					operation: { act: 'apply-policy', page: 'targets', values: { 'android-allowed': false } },
				},
			],
		},
	),
	scenario(
		'two-tokens',
		'Which of the two?',
		'The user has enrolled, and has two tokens now. One of them goes.',
		['revoke-old-token', 'revoke-old-token'],
	),
	scenario(
		'still-there',
		'The report names somebody',
		'The wave is over, and the report still has a line of the old app.',
		['revoke-old-token', 'read-report'],
	),
];

const madeAt: Readonly<Partial<Record<MigrationStep, More>>> = {
	'unlock-token': { made: { policy: { lock: { durationMinutes: null } } } },
	'new-server-pin': { made: { policy: { pin: { type: 'Server' } } } },
};

/** One step alone, from where the way comes to it. */
export const migrationStepScenarios: readonly Scenario[] = migrationSteps.map((step) => ({
	...scenario('', 'One step', 'Everything before this step was done.', [step, step], madeAt[step]),
	id: `at-${step}`,
}));
