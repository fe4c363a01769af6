import { nextBelow } from '../../domain/random.ts';
import {
	enroll,
	login,
	openEnrollment,
	stepAt,
	tokenOf,
	userOf,
	type ActivationRefusal,
} from '../service/service.ts';
import type { LineRefusal, Outcome } from '../service/service.ts';
import type { Credential, Instant, Service } from '../service/state.ts';
import { WORKING_HOURS, workingDay } from './calendar.ts';
import { ALLOW_PUSH, habitOf } from './habits.ts';
import type { Person } from './people.ts';
import type { Drill, PersonsPlan } from './state.ts';

/** Lets everybody do what they plan to do by an instant. */
export function lived(drill: Drill, until: Instant): Drill {
	let now = drill;
	for (let [plan] = now.plans; plan && plan.at <= until; [plan] = now.plans)
		now = done({ ...now, plans: now.plans.slice(1) }, plan);
	return now;
}

const done = (drill: Drill, plan: PersonsPlan): Drill =>
	plan.does === 'enrolls' ? enrolls(drill, plan) : signsIn(drill, plan);

/** With one more plan, at some time of the working day that comes `days` after an instant. */
export function planned(
	drill: Drill,
	{ after, days, ...what }: Omit<PersonsPlan, 'at'> & { readonly after: Instant; readonly days: number },
): Drill {
	const drawn = nextBelow(drill.random, WORKING_HOURS);
	// never before what it follows
	const at = Math.max(workingDay(after, days) + drawn.value, after + 1);
	const index = drill.plans.findIndex((one) => one.at > at);
	const plans =
		index < 0 ? [...drill.plans, { ...what, at }] : drill.plans.toSpliced(index, 0, { ...what, at });
	return { ...drill, random: drawn.random, plans };
}

function enrolls(drill: Drill, { at, user, task }: PersonsPlan): Drill {
	const person = drill.people[user];
	// a later e-mail counts, the one before does not
	if (person?.task !== task) return drill;
	const habit = habitOf(person.habit);
	const tried = tries(drill, person, at);
	const next = { ...drill, service: tried.service, random: tried.random };
	if (tried.credential) {
		const wrong = tried.credential.app === 'MobilePASS 8' ? 1 : 0;
		const known = { ...next, wrongApp: next.wrongApp + wrong };
		return planned(known, { user, task, does: 'signs-in', after: at, days: habit.signsIn });
	}
	const people = { ...next.people, [user]: { ...person, refused: person.refused + 1 } };
	const open = ['wrong-app', 'target-not-allowed'].includes(tried.reason);
	const refused = { ...next, people };
	return open ? planned(refused, { user, task, does: 'enrolls', after: at, days: habit.again }) : refused;
}

type Tried = { service: Service; random: Drill['random']; credential?: Credential; reason: string };

/** One try to enroll, the way this person does it the first time, and the right way afterwards. */
function tries({ service, random }: Drill, person: Person, at: Instant): Tried {
	const { id: user, task, habit, refused, mails } = person;
	const first = refused === 0 && mails === 1;
	const of = { task: task ?? '', user };
	const opened = openEnrollment(service, of, at);
	if (!opened.reply.ok) return { service: opened.service, random, reason: opened.reply.reason };
	const { session } = opened.reply.value;
	if (first && habit === 'cut-string') return cutString(opened.service, random, person, at);
	const target = first && habit === 'other-device' ? 'macOS' : person.target;
	// who follows the page takes the app that it names
	const app = first && habit === 'old-app' ? 'MobilePASS 8' : opened.service.policy.targets[target].app;
	const asked = nextBelow(random, 100);
	const { deviceType } = person;
	const way = {
		by: 'link',
		...of,
		session,
		target,
		app,
		deviceType,
		allowPush: asked.value < ALLOW_PUSH,
	} as const;
	return tried(enroll(opened.service, way, at), asked.random);
}

/** The string without its end, until the service locks the line. */
function cutString(service: Service, random: Drill['random'], person: Person, at: Instant): Tried {
	const entry = {
		kind: 'near-miss',
		of: { kind: 'activation-string', task: person.task ?? '', user: person.id },
		how: 'too-short',
	} as const;
	const { target, deviceType } = person;
	const way = { by: 'string', entry, target, app: service.policy.targets[target].app, deviceType } as const;
	let last = tried(enroll(service, way, at), random);
	for (let time = 1; time < service.policy.task.maxTries; time += 1)
		last = tried(enroll(last.service, way, at + time), random);
	return last;
}

const tried = (
	{ service, reply }: Outcome<Credential, ActivationRefusal | LineRefusal>,
	random: Drill['random'],
): Tried =>
	reply.ok
		? { service, random, credential: reply.value, reason: '' }
		: { service, random, reason: reply.reason };

/** The first passcode of the new token: computed from its secret, and checked by the service. */
function signsIn(drill: Drill, { at, user, task }: PersonsPlan): Drill {
	const { service } = drill;
	const token = userOf(service, user)
		?.serials.map((serial) => tokenOf(service, serial))
		.find((one) => one?.task === task && one.state === 'Active');
	if (!token?.seed) return drill;
	const entry = {
		kind: 'passcode',
		serial: token.serial,
		activation: token.retired.length,
		step: stepAt(token.seed, at),
	} as const;
	const next = { ...drill, service: login(service, { user, entry }, at).service };
	// once in a while the old token has the same code, and takes it: tomorrow's is another
	return tokenOf(next.service, token.serial)?.lastSuccess == null
		? planned(next, { user, task, does: 'signs-in', after: at, days: 1 })
		: next;
}
