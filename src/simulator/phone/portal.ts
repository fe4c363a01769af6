import { cleared, draftOf } from '../drafts.ts';
import { forService, isCard } from '../entries.ts';
import { faulty, mended } from '../faults/ids.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import { acts } from '../service/service.ts';
import { authenticatorsOf, confirmIdentity, newestCode } from '../service/user-portal.ts';
import type { World } from '../state.ts';
import { entryText, heard } from '../wires.ts';
import { phoneOf, portal } from './change.ts';
import { addedPages } from './portal-add.ts';
import { codeAsked, goTo, saidOn, sends, type PageOf } from './portal-base.ts';
import { signInPages } from './portal-sign-in.ts';
import type { PortalDevice, PortalPage } from './state.ts';

const typed = (world: World, device: PortalDevice, id: string) => draftOf(world, device, id) !== null;

const startPage: PageOf = (world, device) => [
	heading('portal.title', 'User Portal'),
	button(
		'portal.start',
		'Start',
		sends(device, (before) => goTo(before, device, 'username')),
	),
	...saidOn(world, device),
];

const usernamePage: PageOf = (world, device) => [
	heading('portal.title', 'User Portal'),
	...field(world, device, 'portal.username', 'Username', 'user-id', entryText(world)),
	button(
		'portal.login',
		'Login',
		sends(device, (before) => login(before, device)),
		typed(world, device, 'portal.username'),
	),
	...saidOn(world, device),
];

/** Self-enrollment is for who has no authenticator yet; everybody else signs in with it first (facts 4.1). */
function login(world: World, device: PortalDevice): World {
	const known = isCard(draftOf(world, device, 'portal.username'), 'user-id');
	const emptied = cleared(world, device, 'portal.username');
	if (!known) return goTo(emptied, device, 'username', 'email-refused');
	const has = authenticatorsOf(world.service, world.people.user).length > 0;
	return goTo(emptied, device, has ? 'choose-method' : 'add');
}

const addPage: PageOf = (world, device) => [
	heading('portal.title', 'User Portal'),
	value('portal.text', 'You have no authenticator yet.'),
	button(
		'portal.add',
		'Add Authenticator',
		sends(device, (before) => codeAsked(before, device, null)),
	),
	...saidOn(world, device),
];

const CODE = 'portal.code';

const identityPage: PageOf = (world, device) => [
	heading('portal.title', 'Confirm Your Identity'),
	value('portal.text', 'A verification code was sent to your e-mail address.'),
	...field(world, device, CODE, 'Verification code', 'verification-code'),
	button(
		'portal.continue',
		'Continue',
		sends(device, (before) => confirmed(before, device)),
		typed(world, device, CODE),
	),
	link(
		'portal.resend',
		'Send a new code',
		sends(device, (before) =>
			codeAsked(foundAgain(cleared(before, device, CODE)), device, 'code-sent-again'),
		),
	),
	...saidOn(world, device),
];

/** The fault "code lost" is that of the first one: who asks again gets one. */
function foundAgain(world: World): World {
	if (!faulty(world, 'verification-code-lost')) return world;
	const lost = world.service.policy.mail.lost.filter((kind) => kind !== 'verification-code');
	const input = { operator: world.people.operator, policy: { mail: { lost } } };
	const { service } = acts.changePolicy(world.service, input, world.now);
	return mended({ ...world, service }, 'verification-code-lost');
}

function confirmed(world: World, device: PortalDevice): World {
	const entry = draftOf(world, device, CODE);
	const emptied = cleared(world, device, CODE);
	const { user } = world.people;
	const outcome = confirmIdentity(emptied.service, { user, entry: forService(entry) }, world.now);
	const next = heard(emptied, 'portal', entry, outcome);
	if (outcome.reply.ok) return goTo(next, device, 'password');
	const over = newestCode(next.service, user)?.state !== 'sent';
	return goTo(next, device, 'identity', over ? 'code-needed-anew' : 'code-refused');
}

const PASSWORD = 'portal.password';

/** The company's own password (facts 4.1 name it "password"; that it is this one is assumed). */
const passwordPage: PageOf = (world, device) => [
	heading('portal.title', 'Confirm Your Identity'),
	...field(world, device, PASSWORD, 'Password', 'computer-password'),
	button(
		'portal.submit',
		'Submit',
		sends(device, (before) => passwordTyped(before, device)),
		typed(world, device, PASSWORD),
	),
	...saidOn(world, device),
];

function passwordTyped(world: World, device: PortalDevice): World {
	const entry = draftOf(world, device, PASSWORD);
	const emptied = cleared(world, device, PASSWORD);
	const input = { user: world.people.user, entry: forService(entry) };
	const outcome = acts.checkComputerPassword(emptied.service, input, world.now);
	const next = heard(emptied, 'computer-login', entry, outcome);
	if (outcome.reply.ok) return portal(goTo(next, device, 'kind'), device, { kind: null });
	return goTo(next, device, 'password', 'password-refused');
}

const kindPage: PageOf = (world, device) => {
	const { kind } = phoneOf(world).portals[device];
	return [
		heading('portal.title', 'Add Authenticator'),
		choice(
			'portal.authenticator-app',
			'Authenticator App',
			(before) => portal(before, device, { kind: 'app' }),
			kind === 'app',
		),
		button(
			'portal.submit',
			'Submit',
			sends(device, (before) => goTo(before, device, 'platform')),
			kind !== null,
		),
		...saidOn(world, device),
	];
};

const pages: Readonly<Record<PortalPage, PageOf>> = {
	start: startPage,
	username: usernamePage,
	add: addPage,
	identity: identityPage,
	password: passwordPage,
	kind: kindPage,
	...addedPages,
	...signInPages,
};

/** A page of the portal on a device, without what is around it there. */
export const portalPage = (world: World, device: PortalDevice): Live[] =>
	pages[phoneOf(world).portals[device].page](world, device);
