import type { StepSlug } from '../../domain/slugs.ts';
import { faultsInOrder } from '../../simulator/world.ts';
import { inFile, scenarioFor, type Scenario } from '../scenario.ts';
import { straightRoad } from '../straight-road.ts';
import { scenario as emptySignInBox } from './empty-sign-in-box.json';
import { scenario as firstMenu } from './first-menu.json';
import { scenario as guestNetwork } from './guest-network.json';
import { scenario as keysDoNothing } from './keys-do-nothing.json';
import { scenario as windowClosedEarly } from './window-closed-early.json';

const scenario = scenarioFor('desktop');

/** The whole procedure, and its parts: nothing goes wrong. */
export const roads: readonly Scenario[] = [
	scenario(
		'all-steps',
		`All ${straightRoad.length} steps`,
		'A new computer, from the request to Teams. Nothing goes wrong.',
		['request-static-password', 'all'],
	),
	scenario(
		'ask-for-password',
		'Ask for a static password',
		'You are the manager. Your employee needs a static password.',
		['request-static-password', 'request-static-password'],
	),
	scenario(
		'first-sign-in',
		'The first sign-in',
		'The computer is in front of you, switched off. You have the static password.',
		['boot-and-acknowledge', 'wait-for-logon'],
	),
	scenario('set-up-outlook', 'Set up Outlook', 'The desktop is there. Outlook does not know you yet.', [
		'wait-for-globalprotect',
		'skip-outlook-mobile',
	]),
	scenario('install-app', 'Install MobilePASS+', 'Your MFA e-mail has come.', [
		'open-mfa-email',
		'install-mobilepass',
	]),
	scenario(
		'create-pin',
		'Enroll and create a PIN',
		'MobilePASS+ is installed. The enrollment page is still open.',
		['enroll-and-create-pin', 'close-self-enrollment'],
	),
	scenario(
		'use-passcode',
		'Your first passcode',
		'Your authenticator is ready. GlobalProtect wants a passcode.',
		['use-passcode-on-vpn', 'sign-in-to-teams'],
	),
];

/** The usual troubles, one at a time. */
export const troubles: readonly Scenario[] = [
	inFile(keysDoNothing),
	inFile(guestNetwork),
	inFile(emptySignInBox),
	scenario(
		'password-refused-caps',
		'The right password is refused',
		'You are sure that your password is right.',
		['enter-computer-password', 'enter-computer-password'],
		['caps-lock-on'],
	),
	scenario(
		'computer-account-locked',
		'The computer account is locked',
		'Somebody has tried to sign in before you.',
		['enter-computer-password', 'enter-computer-password'],
		['computer-account-locked'],
	),
	scenario(
		'static-password-used-up',
		'The static password is refused',
		'It worked at the first sign-in.',
		['start-outlook', 'skip-outlook-mobile'],
		['static-password-used-up'],
	),
	scenario(
		'no-loadset-message',
		'The Loadset message does not come',
		'The desktop is there, and you wait.',
		['close-loadset-message', 'skip-outlook-mobile'],
		['loadset-missing'],
		[300],
	),
	scenario(
		'outlook-asks-again',
		'Outlook asks again and again',
		'You start Outlook for the first time.',
		['start-outlook', 'skip-outlook-mobile'],
		['outlook-password-loop'],
	),
	scenario(
		'email-in-junk',
		'The MFA e-mail is not there',
		'Outlook is set up, and the e-mail should be there.',
		['open-mfa-email', 'download-mobilepass'],
		['mfa-email-in-junk'],
	),
	scenario(
		'email-too-old',
		'The link of the MFA e-mail is refused',
		'Your MFA e-mail came long ago.',
		['open-mfa-email', 'download-mobilepass'],
		['mfa-email-expired'],
	),
	scenario(
		'download-held',
		'The download does nothing',
		'The enrollment page is open.',
		['download-mobilepass', 'install-mobilepass'],
		['download-held'],
	),
	scenario(
		'older-version',
		'Another version is installed',
		'The setup is about to begin.',
		['download-mobilepass', 'install-mobilepass'],
		['older-version-installed'],
	),
	inFile(windowClosedEarly),
	scenario(
		'app-does-not-open',
		'The link opens nothing',
		'The enrollment page is open, and MobilePASS+ is installed.',
		['enroll-and-create-pin', 'enroll-and-create-pin'],
		['no-open-question'],
	),
	scenario(
		'code-used-already',
		'The activation is refused',
		'You open the link of your enrollment page.',
		['enroll-and-create-pin', 'enroll-and-create-pin'],
		['activation-code-used'],
	),
	scenario(
		'pin-not-taken',
		'The PIN is not accepted',
		'You choose a PIN that nobody guesses.',
		['enroll-and-create-pin', 'enroll-and-create-pin'],
		['trivial-pin-refused'],
	),
	scenario(
		'account-nearly-locked',
		'One failure from the lock',
		'Somebody has tried to sign in as you.',
		['use-passcode-on-vpn', 'use-passcode-on-vpn'],
		['two-failures-already'],
	),
	scenario(
		'clock-set-by-hand',
		'Every passcode is refused',
		'Somebody has “mended” the clock.',
		['use-passcode-on-vpn', 'check-time-zone'],
		['clock-set-by-hand'],
	),
	scenario(
		'second-code',
		'It asks for one more passcode',
		'GlobalProtect wants a passcode.',
		['use-passcode-on-vpn', 'use-passcode-on-vpn'],
		['clock-fast-90-seconds'],
	),
	scenario(
		'wrong-zone',
		'The clock is two hours off',
		'Everything works; only the time is wrong.',
		['check-time-zone', 'check-time-zone'],
		['wrong-zone'],
	),
	scenario(
		'teams-goes-round',
		'Teams goes round and round',
		'You start Teams.',
		['sign-in-to-teams', 'sign-in-to-teams'],
		['teams-loops'],
	),
	inFile(firstMenu),
];

/** The whole procedure with several things that go wrong: which, and in what order, follows from the seed. */
export const drill = (seed: number, count: number): Scenario => ({
	...scenario('drill', 'Mixed drill', 'A new computer. Expect trouble.', ['request-static-password', 'all']),
	faults: faultsInOrder(String(seed)).slice(0, count),
	seed,
});

export const mixed: readonly Scenario[] = [
	{ ...drill(11, 3), id: 'drill-three', title: 'Three surprises' },
	{ ...drill(12, 6), id: 'drill-six', title: 'Six surprises' },
	scenario('free-play', 'Try anything', 'A new computer, and no goal. Nothing here can be broken for real.', [
		'boot-and-acknowledge',
		null,
	]),
];

/** The id of the exercise of one step. */
export const stepScenarioId = (step: StepSlug): string => `at-${step}`;

/** What there is to do at steps whose goal holds already where the straight road comes to them. */
const toDoAt: Readonly<Partial<Record<StepSlug, Pick<Scenario, 'faults'>>>> = {
	'connect-to-router': { faults: ['cable-loose'] },
	'check-time-zone': { faults: ['wrong-zone'] },
	// only the service desk can mend it: that is the step
	'get-help': { faults: ['settings-grayed'] },
};

/** One step alone, from where the straight road comes to it. */
export const steps: readonly Scenario[] = straightRoad.map(({ step }) => ({
	...scenario(stepScenarioId(step), 'One step', 'Everything before this step was done.', [step, step]),
	...toDoAt[step],
}));

/** How many things may go wrong in one drill. */
export const MOST_SURPRISES = 6;

/**
 * The drill that an address or a record names.
 *
 * @param name its number and how many surprises it has: `417-3`
 * @returns nothing for text that names none
 */
export function drillOf(name: string): Scenario | undefined {
	const [, seed, count] = /^(0|[1-9]\d{0,5})-([1-9])$/.exec(name) ?? [];
	if (!seed || Number(count) > MOST_SURPRISES) return undefined;
	return { ...drill(Number(seed), Number(count)), id: `drill-${name}`, title: `Drill ${seed}` };
}

/** An exercise of procedure A that has an address of its own, by its id. */
export const desktopScenario = (id: string): Scenario | undefined =>
	[...roads, ...troubles, ...mixed, ...steps].find((one) => one.id === id);
