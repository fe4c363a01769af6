import type { MigrationDetour } from '../../domain/migration.ts';
import { organization } from '../../domain/organization.ts';
import { button, choice, field, heading, value } from '../../domain/label.ts';
import {
	screenOf,
	stepAt,
	tokensOf,
	userOf,
	type Deed,
	type Entry,
	type World,
} from '../../simulator/world.ts';
import { oldTokens, phoneSerial } from '../console/goals.ts';
import type { DetourPicture, DetourPictures, ExerciseWay, NoPicture } from './detours.ts';

const press = (control: string): Deed => ({ do: 'press', device: 'console', control });
const choose = (control: string): Deed => ({ do: 'choose', device: 'console', control });
const onPhone = (control: string): Deed => ({ do: 'press', device: 'phone', control });
const on = (exercise: string, more: Omit<ExerciseWay, 'exercise'> = {}): ExerciseWay => ({
	exercise,
	...more,
});

/** Longer than a task lasts, s. */
const A_MONTH = 31 * 86_400;
/** The list of all users. */
const assignment = [choose('console.module-assignment'), press('console.search')];
const toUser = [...assignment, ({ people }: World): Deed => press(`console.user-${people.user}`)];
const oldToken = (world: World): Deed => press(`console.token-${oldTokens(world)[0]?.serial ?? ''}`);
const lostToken = (world: World): Deed => press(`console.token-${phoneSerial(world)}`);
const manageOperator = ({ service, people }: World): Deed =>
	press(`console.manage-${tokensOf(service, people.operator)[0]?.serial ?? ''}`);
const tasks = [choose('console.module-assignment'), press('console.to-tasks')];
const newestTask = ({ service, people }: World): Deed =>
	press(`console.task-${userOf(service, people.user)?.tasks.at(-1) ?? ''}`);
/** The app, from where the phone lies. */
const app: readonly Deed[] = [{ do: 'choose', device: 'phone', control: 'home.mobilepass' }];
const autosend = [...app, onPhone('mobilepass.app-settings')];
const deny = (world: World): Deed =>
	onPhone(screenOf(world, 'phone').controls.find(({ id }) => id === 'mobilepass.deny')?.id ?? '');
/** The code of this moment, in one of the two fields. */
const sameCode =
	(which: 'first' | 'second') =>
	(world: World): Deed => {
		const [token] = tokensOf(world.service, world.people.user).filter(
			({ serial }) => serial === phoneSerial(world),
		);
		const step = token?.seed ? stepAt(token.seed, world.now + (world.phone?.clock.skew ?? 0)) : 0;
		const entry: Entry = { kind: 'passcode', serial: phoneSerial(world), activation: 0, step };
		return { do: 'type', device: 'console', control: `console.code-${which}`, entry };
	};

/**
 * What each detour of procedure D looks like. The alternative text stands in the detour's own file, and so does the
 * place of a picture whose ring has a number.
 */
export const migrationDetourPictures: DetourPictures<MigrationDetour> &
	Readonly<Record<MigrationDetour, DetourPicture | NoPicture>> = {
	'service-desk': { nothing: 'The telephone.' },
	'console-not-reached': { nothing: 'A browser that opens no page; the simulated console is always there.' },
	'operator-login-refused': {
		screen: 'console.sign-in',
		mark: field('Passcode'),
		says: 'Sign-in failed. Check your user ID and your passcode.',
		instruction: 2,
		way: on('console-sign-in', { then: [press('console.sign-in')] }),
	},
	'console-part-missing': {
		screen: 'console.snapshot',
		mark: choice('Reports'),
		instruction: 3,
		way: on('at-look-at-stock'),
	},
	'nothing-listed': {
		screen: 'console.assignment',
		mark: button('Search'),
		instruction: 1,
		way: on('at-find-user'),
	},
	'caller-has-no-push': {
		screen: 'console.user',
		mark: button('Send Push'),
		instruction: 1,
		way: on('at-provision-users'),
	},
	'caller-push-missing': {
		screen: 'console.user',
		mark: button('Send Push'),
		instruction: 2,
		way: on('console-no-answer'),
	},
	'caller-denied': {
		screen: 'console.push',
		mark: value('Denied: do not help this caller'),
		instruction: 1,
		way: on('console-who-calls', { until: 'phone-mobilepass.request', then: [deny] }),
	},
	'no-methods-listed': {
		screen: 'console.user',
		mark: value('No authentication methods'),
		instruction: 1,
		way: on('at-read-methods', { then: [...assignment, press('console.user-MW10027')] }),
	},
	'two-tokens-listed': {
		screen: 'console.token',
		mark: value('Not Applicable'),
		instruction: 2,
		way: on('at-revoke-old-token', { then: [...toUser, oldToken] }),
	},
	'push-not-applicable': {
		screen: 'console.token',
		mark: value('Not Applicable'),
		instruction: 1,
		way: on('at-provision-users', { then: [...toUser, oldToken] }),
	},
	'push-as-of-enrollment': {
		screen: 'phone-mobilepass.app-settings',
		mark: choice('Autosend Passcode'),
		instruction: 2,
		way: on('at-read-token-details', { then: autosend }),
	},
	'act-not-offered': {
		screen: 'console.method',
		mark: button('Activate'),
		instruction: 2,
		way: on('at-suspend-token'),
	},
	'temporary-password-refused': {
		screen: 'console.user',
		mark: button('Password'),
		instruction: 3,
		way: on('at-suspend-token'),
	},
	'activate-refused': {
		screen: 'console.user',
		mark: { control: 'console.revoke-password' },
		instruction: 2,
		way: on('at-activate-token'),
	},
	'locked-again': {
		screen: 'console.user',
		mark: button('Unlock'),
		instruction: 2,
		way: on('at-unlock-token'),
	},
	'new-pin-not-offered': {
		screen: 'console.method',
		mark: button('New PIN'),
		instruction: 2,
		way: on('at-suspend-token'),
	},
	'codes-do-not-match': {
		screen: 'console.resync',
		mark: field('First code'),
		says: 'The two codes do not belong together, or not to this token.',
		instruction: 2,
		way: on('at-resync-token', {
			until: 'console.resync',
			then: [sameCode('first'), sameCode('second'), press('console.confirm')],
		}),
	},
	'last-method-of-operator': {
		screen: 'console.revoke',
		mark: button('Cancel'),
		says: 'This is the last authentication method of an operator. It cannot be revoked: the operator could not log in any more.',
		instruction: 1,
		way: on('at-read-methods', {
			then: [
				...assignment,
				press('console.user-OP00001'),
				manageOperator,
				press('console.revoke'),
				press('console.confirm'),
			],
		}),
	},
	'wrong-token-revoked': {
		screen: 'console.user',
		mark: button('Password'),
		says: 'The token was revoked.',
		instruction: 3,
		way: on('at-revoke-token', { until: 'console.revoke', then: [press('console.confirm')] }),
	},
	'app-still-shows-token': {
		screen: 'phone-mobilepass.list',
		mark: choice(organization.tokenName),
		instruction: 2,
		way: on('at-revoke-token', { until: 'console.revoke', then: [press('console.confirm'), ...app] }),
	},
	'no-tokens-left': {
		screen: 'console.provision',
		mark: value('Available'),
		instruction: 5,
		way: on('console-no-tokens', { then: [...toUser, press('console.provision')] }),
	},
	'all-reserved': {
		screen: 'console.snapshot',
		mark: value('Reserved for Provisioning Tasks'),
		instruction: 1,
		way: on('at-look-at-stock'),
	},
	'target-row-inactive': {
		screen: 'console.policy',
		mark: choice('Allowed: Android'),
		instruction: 2,
		way: on('console-not-allowed'),
	},
	'mobilepass-8-still-needed': {
		screen: 'console.policy',
		mark: choice('MobilePASS8: Android'),
		instruction: 1,
		way: on('at-switch-target'),
	},
	'user-without-email': { nothing: 'Everybody in the practice World has an address.' },
	'wrong-user-provisioned': {
		screen: 'console.task',
		mark: { control: 'console.remove-JR48213' },
		instruction: 1,
		way: on('at-watch-task'),
	},
	'task-expired': {
		screen: 'console.task',
		mark: value('Expired'),
		instruction: 1,
		way: on('at-watch-task', { until: 'console.task', then: [A_MONTH] }),
	},
	'task-locked': {
		screen: 'console.task',
		mark: value('Locked'),
		instruction: 1,
		way: on('at-watch-task', {
			until: 'console.task',
			then: [{ do: 'break', fault: 'phone-enrollment-locked' }],
		}),
	},
	'task-stays-active': {
		screen: 'console.task',
		mark: heading('Edit'),
		instruction: 2,
		way: on('at-watch-task'),
	},
	'enrolled-not-completed': {
		screen: 'console.task',
		mark: value('Active (enrolled, not used yet)'),
		instruction: 1,
		way: on('at-help-users-enroll', { until: 'phone-mobilepass.success', then: [...tasks, newestTask] }),
	},
	'enrolled-on-wrong-app': {
		screen: 'console.token',
		mark: value('Not Applicable'),
		instruction: 1,
		way: on('at-switch-target', { then: [...toUser, oldToken] }),
	},
	'target-not-allowed': {
		screen: 'console.policy',
		mark: choice('Allowed: Android'),
		instruction: 2,
		way: on('console-not-allowed'),
	},
	'push-opted-out': {
		screen: 'phone-mobilepass.app-settings',
		mark: choice('Autosend Passcode'),
		instruction: 2,
		way: on('at-verify-caller', { then: autosend }),
	},
	'not-back-in-inventory': {
		screen: 'console.token',
		mark: button('Return to Inventory'),
		instruction: 2,
		way: on('at-revoke-token', {
			until: 'console.revoke',
			then: [
				choose('console.mode-lost'),
				press('console.confirm'),
				choose('console.module-tokens'),
				choose('console.state-lost'),
				press('console.search'),
				lostToken,
			],
		}),
	},
	'still-on-mobilepass-8': {
		screen: 'console.report',
		mark: value('Not Applicable'),
		instruction: 1,
		way: on('at-revoke-old-token', { then: [choose('console.module-reports'), press('console.to-report')] }),
	},
};
