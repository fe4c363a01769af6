import { acts, tokensOf } from '../service/service.ts';
import type { World } from '../state.ts';

/**
 * A new enrollment: tokens that are not on the phone any more are revoked, and a new e-mail comes. The older
 * enrollment ends with it (facts 5.15, assumed).
 */
export function newEnrollment(world: World): World | null {
	const { user, operator } = world.people;
	const kept = world.phone?.mobilepass.tokens.map(({ credential }) => credential.serial) ?? [];
	const lost = tokensOf(world.service, user).filter(
		({ state, serial }) => (state === 'Active' || state === 'Locked') && !kept.includes(serial),
	);
	const service = lost.reduce(
		(before, { serial }) => acts.revoke(before, { operator, serial, to: 'Inventory' }, world.now).service,
		world.service,
	);
	const provisioned = acts.provision(service, { operator, users: [user] }, world.now);
	return provisioned.reply.ok ? { ...world, service: provisioned.service } : null;
}
