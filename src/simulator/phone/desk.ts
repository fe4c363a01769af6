import { acts, tokensOf } from '../service/service.ts';
import type { World } from '../state.ts';

/** Tokens that the service takes, and that are not on the phone (any more): only the service desk can revoke them. */
export const lostTokens = ({ phone, service, people }: World) => {
	const kept = phone?.mobilepass.tokens.map(({ credential }) => credential.serial) ?? [];
	return tokensOf(service, people.user).filter(
		({ state, serial }) => (state === 'Active' || state === 'Locked') && !kept.includes(serial),
	);
};

/**
 * A new enrollment: tokens that are not on the phone any more are revoked, and a new e-mail comes. The older
 * enrollment ends with it (facts 5.15, assumed).
 */
export function newEnrollment(world: World): World | null {
	const { user, operator } = world.people;
	const service = lostTokens(world).reduce(
		(before, { serial }) => acts.revoke(before, { operator, serial, to: 'Inventory' }, world.now).service,
		world.service,
	);
	const provisioned = acts.provision(service, { operator, users: [user] }, world.now);
	return provisioned.reply.ok ? { ...world, service: provisioned.service } : null;
}
