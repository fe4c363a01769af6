import { describe, expect, test } from 'vitest';
import { mailOf, screenOf, textOf, userOf } from '../simulator/world.ts';
import { hintFor } from './hints.ts';
import { keepIn } from './keeping.ts';
import { allScenarios, scenarioOf } from './scenarios.ts';
import './testing/all-courses.ts';
import { openWorkspace, type Bench } from './workspace.ts';

async function open(id: string): Promise<Bench> {
	const scenario = scenarioOf(id)!;
	let time = 1_000_000;
	// a person takes a second to look
	const clock = () => (time += 1000);
	const keeping = keepIn(undefined, scenario, () => 'one', clock);
	const bench = openWorkspace(scenario, Promise.resolve(keeping), clock);
	await bench.settled();
	return bench;
}
const world = (bench: Bench) => bench.getSnapshot().world;
const person = (bench: Bench) => userOf(world(bench).service, world(bench).people.user)!;
const said = (bench: Bench) => bench.getSnapshot().remark?.words;
const isOn = (bench: Bench, id: string) => screenOf(world(bench)).controls.some((one) => one.id === id);
function use(bench: Bench, id: string, text?: string): void {
	const found = screenOf(world(bench)).controls.find((one) => one.id === id);
	if (!found) throw new Error(`${id} is not on the screen ${screenOf(world(bench)).name}`);
	bench.use('laptop', found, text);
}
/** Lets it be done until this holds. */
function until(bench: Bench, holds: (bench: Bench) => boolean): void {
	for (let acts = 0; !holds(bench); acts += 1) {
		if (acts > 200) throw new Error('It never comes to that');
		bench.doIt();
	}
}
const isDone = (bench: Bench) => bench.getSnapshot().tally.done !== null;
/** The passcode that is wanted right now. */
function passcode(bench: Bench): string {
	const deed = hintFor(bench.getSnapshot())?.deed;
	if (deed?.do !== 'type' || deed.entry.kind !== 'passcode') throw new Error('No passcode is wanted');
	return textOf(world(bench).service, world(bench).people.user, deed.entry) ?? '';
}
const pinOf = (bench: Bench) =>
	textOf(world(bench).service, world(bench).people.user, { kind: 'card', value: 'pin' }) ?? '';
const wantsCode = (field: string) => (bench: Bench) =>
	isOn(bench, field) && (hintFor(bench.getSnapshot())?.deed as { control?: string }).control === field;

describe('what really follows from a mistake, and what the coach says of it', () => {
	test('a passcode works once', async () => {
		const bench = await open('use-passcode');
		until(bench, wantsCode('globalprotect.secret'));
		const code = passcode(bench);
		use(bench, 'globalprotect.secret', code);
		use(bench, 'globalprotect.sign-in');
		expect(world(bench).laptop.vpn).toMatchObject({ state: 'on', by: 'passcode' });
		until(bench, (at) => isOn(at, 'teams.passcode'));
		use(bench, 'teams.passcode', code);
		use(bench, 'teams.sign-in');
		expect(world(bench).laptop.teams.page).toBe('passcode');
		expect(said(bench)).toBe('Each passcode works once. Wait for the next one.');
		until(bench, isDone);
	});

	test('the third failure locks, waiting opens the account again, and the token is still good', async () => {
		const bench = await open('account-nearly-locked');
		until(bench, wantsCode('globalprotect.secret'));
		use(bench, 'globalprotect.secret', pinOf(bench));
		use(bench, 'globalprotect.sign-in');
		expect(person(bench).lock).not.toBeNull();
		expect(said(bench)).toMatch(/one failure too many: the account is locked for 15 minutes/);
		const { tokens } = world(bench).laptop.mobilepass;
		bench.help();
		expect(bench.getSnapshot().hint?.deed.do).toBe('wait');
		bench.skip();
		expect(person(bench).lock).toBeNull();
		until(bench, isDone);
		expect(world(bench).laptop.mobilepass.tokens).toEqual(tokens);
		expect(bench.getSnapshot().exercise.log.map(({ do: what }) => what)).not.toContain('call-desk');
	});

	test('who closes the enrollment page in the middle goes back by the e-mail', async () => {
		const bench = await open('create-pin');
		until(bench, (at) => isOn(at, 'mobilepass.start'));
		for (const control of ['taskbar.browser', 'browser.close', 'taskbar.mobilepass', 'mobilepass.start'])
			use(bench, control);
		use(bench, 'mobilepass.new-pin', pinOf(bench));
		use(bench, 'mobilepass.continue');
		use(bench, 'mobilepass.pin-again', pinOf(bench));
		use(bench, 'mobilepass.save');
		expect(world(bench).laptop.mobilepass.tokens).toEqual([]);
		expect(said(bench)).toBe('The page was closed. Open the link of the MFA e-mail again.');
		until(bench, isDone);
		const controls = bench
			.getSnapshot()
			.exercise.log.map((command) => 'control' in command && command.control);
		expect(controls).toContain('outlook.self-enrollment');
	});

	test('a clock set by hand spoils each passcode until it is set automatically', async () => {
		const bench = await open('clock-set-by-hand');
		until(bench, wantsCode('globalprotect.secret'));
		use(bench, 'globalprotect.secret', passcode(bench));
		use(bench, 'globalprotect.sign-in');
		expect(world(bench).laptop.vpn.state).not.toBe('on');
		expect(said(bench)).toMatch(/made with a clock that is too far off/);
		until(bench, isDone);
		expect(world(bench).laptop.clock.skew).toBe(0);
	});
});

describe('the coach', () => {
	const drills = Array.from({ length: 20 }, (_, seed) => `drill-${seed}-6`);
	// in real time everybody has to wait
	const solvable = allScenarios.filter(({ until, realTime }) => until !== null && !realTime);
	const done = [...solvable.map(({ id }) => id), ...drills];

	test.each(done)('of %s leads into no mistake, and never makes anybody wait twice', async (id) => {
		const bench = await open(id);
		for (let acts = 0; acts < 400 && !isDone(bench); acts += 1) {
			const hint = hintFor(bench.getSnapshot())!;
			if (hint.deed.do === 'type') expect(hint.deed.entry.kind).not.toBe('near-miss');
			expect(hint.what).not.toContain('Something');
			bench.doIt();
			if (hint.wait) expect(hintFor(bench.getSnapshot())?.wait).toBeUndefined();
		}
		expect(isDone(bench)).toBe(true);
		expect(
			mailOf(world(bench).service, world(bench).people.user).map(({ content }) => content.kind),
		).not.toContain('locked');
	});
});
