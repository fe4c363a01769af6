import { part, laptop } from '../laptop/change.ts';
import type { AppToken } from '../laptop/state.ts';
import { acts, createTokenPin, lineOf, textOf, userOf, type TokenPin } from '../service/service.ts';
import { enqueue, SECOND } from '../queue.ts';
import type { World } from '../state.ts';
import { noPush, push } from './change.ts';
import type { NewPush } from './names.ts';

/** A World with push: the laptop as it stands a while after procedure A, unless it is to be new. */
export function begun(world: World, options: true | NewPush): World {
	const {
		laptop: stands = 'enrolled',
		tokens = 1,
		hello = false,
		notifications = true,
		stranger = null,
	} = options === true ? {} : options;
	let next = push(world, { ...noPush, hello, stranger });
	if (stranger?.after === 'start') next = enqueue(next, 'push-stranger', stranger.seconds * SECOND, true);
	next = laptop(next, { notifications });
	return stands === 'new' ? next : setUp(next, tokens);
}

/** On its desktop, connected, MobilePASS+ in the task bar: what procedure A ends with. */
function setUp(world: World, count: 1 | 2): World {
	let next = world;
	const tokens: AppToken[] = [];
	for (let i = 0; i < count; i++) {
		const enrolled = withToken(next);
		next = enrolled.world;
		tokens.push(enrolled.token);
	}
	next = laptop(next, {
		power: 'on',
		boot: 1,
		profile: true,
		loadset: 'closed',
		windows: ['mobilepass'],
		minimized: ['mobilepass'],
	});
	next = part(next, 'logon', { page: 'desktop', acknowledged: true, tunnel: true });
	next = part(next, 'vpn', { state: 'on', by: 'passcode' });
	next = part(next, 'outlook', { page: 'mailbox', offlineSince: null });
	next = part(next, 'teams', { page: 'ready' });
	return part(next, 'mobilepass', { installed: 'standard', launched: true, page: 'list', tokens });
}

/** Enrolls a token for real, by the link of an open enrollment; push is permitted where the server has it on. */
function withToken(world: World): { world: World; token: AppToken } {
	const { user, operator } = world.people;
	const now = world.now;
	let { service } = world;
	const open = (userOf(service, user)?.tasks ?? []).find(
		(id) => lineOf(service, id, user)?.status === 'Active',
	);
	const given = open ? null : acts.provision(service, { operator, users: [user], replaces: false }, now);
	service = given?.service ?? service;
	const task = open ?? (given?.reply.ok ? given.reply.value.task : '');
	const page = acts.openEnrollment(service, { task, user }, now);
	const session = page.reply.ok ? page.reply.value.session : 0;
	const link = { by: 'link', task, user, session, target: 'Windows 10', app: 'MobilePASS+' } as const;
	const enrolled = acts.enroll(page.service, { ...link, deviceType: 'Laptop', allowPush: true }, now);
	if (!enrolled.reply.ok)
		throw new Error(`push: expected an enrollment that is open, got ${enrolled.reply.reason}`);
	const credential = enrolled.reply.value;
	const token = { credential, pin: pinOf({ ...world, service: enrolled.service }), counter: 0 };
	return { world: { ...world, service: enrolled.service }, token };
}

/** The PIN of the card, where the app asks for one. */
function pinOf({ service, people }: World): TokenPin | null {
	const { pin } = service.policy;
	if (pin.type !== 'Token') return null;
	const text = textOf(service, people.user, { kind: 'card', value: 'pin' }) ?? '';
	const created = createTokenPin(pin, text, text);
	if (!created.ok)
		throw new Error(`push: expected a PIN of the card that the policy takes, got ${created.reason}`);
	return created.value;
}
