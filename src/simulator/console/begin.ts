import { acts, stepAt, tokenOf, type Service } from '../service/service.ts';
import { dropToken, freeSerial } from '../service/stock.ts';
import { noRecords } from '../service/operator.ts';
import type { World } from '../state.ts';
import { newConsole } from './change.ts';
import type { NewConsole } from './names.ts';

/** A World with a console: its operator has a token to log in with, and the service keeps records. */
export function begun(world: World, options: true | NewConsole): World {
	const { operatorTokens = 1, signedIn = true, stock } = options === true ? {} : options;
	let next: World = {
		...world,
		service: { ...world.service, console: noRecords },
		console: signedIn ? newConsole : { ...newConsole, page: 'sign-in' },
	};
	for (let i = 0; i < operatorTokens; i++) next = withToken(next);
	return stock === undefined ? next : { ...next, service: withStock(next.service, stock) };
}

/** The other free tokens were never bought. */
function withStock(before: Service, most: number): Service {
	let service = before;
	while (service.stock.counts.Inventory > most) {
		const token = tokenOf(service, freeSerial(service) ?? '');
		if (!token) break;
		service = dropToken(service, token);
	}
	return service;
}

/** Enrolls one for real, by a task of its own, on a phone, and logs in to the console with it. */
function withToken(world: World): World {
	const { operator } = world.people;
	const { now } = world;
	const given = acts.provision(world.service, { operator, users: [operator], replaces: false }, now);
	const task = given.reply.ok ? given.reply.value.task : '';
	const page = acts.openEnrollment(given.service, { task, user: operator }, now);
	const session = page.reply.ok ? page.reply.value.session : 0;
	const link = { by: 'link', task, user: operator, session, target: 'Android', app: 'MobilePASS+' } as const;
	const enrolled = acts.enroll(page.service, { ...link, deviceType: 'Phone', allowPush: true }, now);
	if (!enrolled.reply.ok)
		throw new Error(`console: expected an enrollment that is open, got ${enrolled.reply.reason}`);
	const { serial } = enrolled.reply.value;
	const token = tokenOf(enrolled.service, serial);
	// a Server PIN must be changed first: that is the operator's own affair
	if (token?.pin) return { ...world, service: enrolled.service };
	const step = token?.seed?.mode === 'time' ? stepAt(token.seed, now) : 1;
	// the first login ends the task
	const entry = { kind: 'passcode', serial, activation: 0, step } as const;
	const { service, reply } = acts.login(
		enrolled.service,
		{ user: operator, entry, resource: 'console' },
		now,
	);
	if (!reply.ok) throw new Error(`console: expected a login with a new token, got ${reply.reason}`);
	return { ...world, service };
}
