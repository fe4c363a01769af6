import { faulty, mended } from '../faults/ids.ts';
import { awaited, enqueue, MINUTE } from '../queue.ts';
import { acts } from '../service/service.ts';
import type { DueId, World } from '../state.ts';
import { signIn } from '../wires.ts';
import { globalProtectMessage, loadsetMessage, profileBuilt } from './desktop.ts';
import { downloadReady } from './enrollment-page.ts';
import { sessionEnds, welcomeAgain } from './globalprotect.ts';
import { installEnds, installFree } from './installer.ts';
import { appLocks } from './mobilepass-window.ts';
import { wifiDrops } from './network.ts';
import { boxLoads, portalAnswers } from './network-sign-in.ts';
import { outlookSetUp } from './outlook.ts';
import { started } from './power.ts';
import { teamsShown } from './teams.ts';

/** What happens when a thing comes due. Each looks whether it still has something to do. */
export const comesDue: Readonly<Record<DueId, (world: World) => World>> = {
	started,
	'portal-answers': portalAnswers,
	'box-loads': boxLoads,
	'wifi-drops': wifiDrops,
	'profile-built': profileBuilt,
	'globalprotect-message': globalProtectMessage,
	'globalprotect-welcome': welcomeAgain,
	'loadset-message': loadsetMessage,
	'session-ends': (world) => sessionEnds(failedBefore(world)),
	'outlook-set-up': (world) => stillLate(outlookSetUp(world)),
	'download-ready': downloadReady,
	'install-free': installFree,
	'install-ends': installEnds,
	'teams-shown': teamsShown,
	'app-locks': appLocks,
	'token-provisioned': provisioned,
};

/** Is it of this computer, and not of a part? */
export const isLaptopDue = (what: string): what is DueId => Object.hasOwn(comesDue, what);

/** The fault "MFA e-mail late" is to be met: the token is not provisioned before there is a mailbox. */
function provisioned(world: World): World {
	const { page } = world.laptop.outlook;
	if (page !== 'mailbox' && page !== 'restart') return world;
	const { user, operator } = world.people;
	const { service } = acts.provision(world.service, { operator, users: [user] }, world.now);
	return { ...mended(world, 'mfa-email-late'), service };
}

const stillLate = (world: World): World =>
	faulty(world, 'mfa-email-late') && !awaited(world, 'token-provisioned')
		? enqueue(world, 'token-provisioned', 10 * MINUTE, true)
		: world;

/** The fault "two failures already": an old session somewhere has tried twice with the old password. */
function failedBefore(world: World): World {
	if (!faulty(world, 'two-failures-already')) return world;
	const wrong = { kind: 'raw', text: 'an old session' } as const;
	const once = signIn(mended(world, 'two-failures-already'), wrong, 'old session').world;
	return { ...signIn(once, wrong, 'old session').world, truth: world.truth };
}
