import { expect, test } from 'vitest';
import { advance, type Deed, type World } from '../simulator/world.ts';
import './android-course.ts';
import { courseOf, worldOf } from './course.ts';
import { androidRoads, androidStepScenarios } from './scenarios/android.ts';

const press = (device: 'laptop' | 'phone', control: string): Deed => ({ do: 'press', device, control });
const choose = (device: 'laptop' | 'phone', control: string): Deed => ({ do: 'choose', device, control });
const breaks = (fault: Extract<Deed, { do: 'break' }>['fault']): Deed => ({ do: 'break', fault });
const waits: Deed = { do: 'wait' };
const newEnrollment: Deed = { do: 'call-desk', about: 'new-enrollment' };

/** What once led the help round in a circle: an exercise, and what a person did in it. */
const astray: readonly (readonly [what: string, scenario: string, deeds: readonly (Deed | number)[]])[] = [
	[
		'a further token was begun, up to the question for the camera',
		'at-keep-phone-ready',
		[
			press('phone', 'mobilepass.back'),
			press('phone', 'mobilepass.add'),
			press('phone', 'mobilepass.activate'),
		],
	],
	[
		'the camera was refused in the settings, by hand',
		'at-open-user-portal',
		[
			press('phone', 'phone.home'),
			choose('phone', 'home.settings'),
			choose('phone', 'settings.mobilepass'),
			choose('phone', 'settings.camera'),
			choose('phone', 'settings.camera'),
			waits,
		],
	],
	[
		'the page with the link was opened again on the computer',
		'at-start-app-from-page',
		[
			press('laptop', 'browser.portal'),
			press('laptop', 'browser.minimize'),
			choose('laptop', 'outlook.mail-M1'),
			press('laptop', 'outlook.self-enrollment'),
		],
	],
	[
		'the computer’s own page was chosen instead of the phone’s',
		'at-scan-qr-code',
		[choose('laptop', 'browser.other-device'), choose('laptop', 'browser.windows-10'), waits],
	],
	[
		'somebody else finished the enrollment, and the portal asks for their token',
		'at-open-user-portal',
		[breaks('phone-enrollment-used'), breaks('phone-offline'), waits],
	],
	[
		'a stranger is to ask, and the Server PIN must be changed first',
		'android-server-pin-chosen',
		[breaks('phone-stranger'), waits],
	],
	[
		'a stranger is to ask, and the phone is off the network',
		'at-check-phone-token',
		[breaks('phone-offline'), breaks('phone-stranger')],
	],
	[
		'a stranger asks in the middle of an enrollment',
		'at-check-phone-token',
		[newEnrollment, breaks('phone-stranger'), 38, 64],
	],
];

test.each(astray)('the help leads to the end where %s', (_, id, deeds) => {
	const scenario = [...androidRoads, ...androidStepScenarios].find((one) => one.id === id)!;
	const whole = { ...scenario, until: 'all' as const };
	const { nextMove, finished } = courseOf(scenario);
	let world: World = worldOf(scenario);
	for (const deed of deeds) {
		const [what, seconds] = typeof deed === 'number' ? [waits, deed] : [deed, 0];
		const { world: next, reply } = advance(world, { ...what, at: world.now + seconds * 1000 });
		expect(reply, JSON.stringify(deed)).toMatchObject({ ok: true });
		world = next;
	}
	for (let moves = 0; moves < 120; moves += 1) {
		const next = nextMove(world, whole);
		if (!next) break;
		world = advance(world, { ...next.deed, at: world.now + next.after }).world;
	}
	expect(finished(world)).toBe(true);
});
