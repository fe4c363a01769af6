import type { MigrationStep } from '../../domain/migration.ts';
import { auditOf } from '../../simulator/service/service.ts';
import { pushRequestsOf } from '../../simulator/service/push.ts';
import { lineOf, tokenOf, tokensOf, userOf, type World } from '../../simulator/world.ts';
import { goodTokens, proven } from '../android-goals.ts';

/** The token on the user's phone that is the newest there, whatever the service makes of it. */
export const phoneSerial = ({ phone }: World): string =>
	phone?.mobilepass.tokens.at(-1)?.credential.serial ?? '';

/** Tokens of the user that are still on the old app: it knows no push (facts 5.13). */
export const oldTokens = ({ service, people }: World) =>
	tokensOf(service, people.user).filter(({ device }) => device?.push === 'Not Applicable');

/** The newest task in which the user can still enroll. */
export const openTaskOf = ({ service, people: { user } }: World): string | undefined =>
	userOf(service, user)?.tasks.findLast((task) => lineOf(service, task, user)?.status === 'Active');

/** The user has enrolled in MobilePASS+ on the phone, and nothing more is to be enrolled. */
const moved = (world: World): boolean => goodTokens(world).length > 0 && openTaskOf(world) === undefined;

/** A push that an operator sent was approved on the user's device. */
export const verified = ({ service, people }: World): boolean =>
	pushRequestsOf(service, people.user).some(
		({ resource, state }) => resource === 'Help Desk' && state === 'approved',
	);

const ofUser = (world: World, serial: string | null): boolean =>
	tokenOf(world.service, serial ?? '')?.owner === world.people.user;

const onPhone = (world: World) => tokenOf(world.service, phoneSerial(world));
const page = ({ console }: World) => console?.page;

/** The user's page is open, or one of those behind it. */
const atUser = (world: World): boolean => page(world) === 'user' && world.console?.user === world.people.user;

/** What holds when a step of procedure D is done: the result, not the clicks. Some are pages to be read. */
export const migrationGoals: Readonly<Record<MigrationStep, (world: World) => boolean>> = {
	'sign-in-to-console': (world) => page(world) !== 'sign-in',
	'find-user': atUser,
	'verify-caller': verified,
	'read-methods': atUser,
	'read-token-details': (world) => page(world) === 'token' && ofUser(world, world.console?.serial ?? null),
	'suspend-token': (world) => onPhone(world)?.state === 'Suspended',
	'activate-token': (world) => onPhone(world)?.state === 'Active' && ofUser(world, phoneSerial(world)),
	'unlock-token': ({ service, people }) => userOf(service, people.user)?.lock === null,
	'new-server-pin': (world) => onPhone(world)?.pin?.initial === true,
	'resync-token': ({ service }) =>
		auditOf(service).some(({ act, outcome }) => act === 'resync' && outcome === 'ok'),
	'revoke-token': (world) => !ofUser(world, phoneSerial(world)),
	'look-at-stock': (world) => page(world) === 'snapshot',
	'switch-target': ({ service: { policy } }) =>
		policy.targets.Android.allowed && policy.targets.Android.app === 'MobilePASS+',
	'provision-users': (world) => openTaskOf(world) !== undefined || moved(world),
	'watch-task': (world) => {
		const { user } = world.people;
		const line = lineOf(world.service, world.console?.task ?? '', user);
		return (page(world) === 'task' && line !== undefined) || proven(world);
	},
	'help-users-enroll': proven,
	'revoke-old-token': (world) => proven(world) && oldTokens(world).length === 0,
	'read-report': (world) => page(world) === 'report',
};

/** Everybody has moved, and the report that says so is open. */
export const allMoved = (world: World): boolean =>
	migrationGoals['revoke-old-token'](world) && migrationGoals['read-report'](world);
