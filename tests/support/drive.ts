import type { Locator, Page } from '@playwright/test';
import { expect } from '../server.ts';
import { press } from './press.ts';
import type { Practice } from './read-practice.ts';
import type { Bench, Control, DeviceId, Entry, Scenario, World } from './practice-modules.ts';

/** The clock of the computer: it stands, so that a passcode is the same here and on the page. */
export const standing = new Date('2026-11-20T12:00:00Z');

/**
 * How a person moves. `script` presses where the middle of a control can be met, all in one go, so that nothing moves
 * between looking and pressing, and it takes a tenth of the time.
 */
type How = 'script' | 'mouse' | 'touch' | 'keys';

/** An exercise on the page, and the same one beside it, which knows the way. */
export type Drive = {
	readonly page: Page;
	readonly practice: Practice;
	readonly mirror: Bench;
	readonly how: How;
	/** What the browser was asked about already: it takes it long to say what something is called. */
	readonly known: Set<string>;
};

type Manner = { how?: How; known?: Set<string> };

/** Opens an exercise on the page. */
export async function openExercise(
	page: Page,
	practice: Practice,
	scenario: Scenario,
	manner: Manner = {},
): Promise<Drive> {
	await page.clock.setFixedTime(standing);
	await page.goto(`practice/${scenario.id}/`);
	return driveOn(page, practice, scenario, manner);
}

/** An exercise that the page is at the beginning of. */
export async function driveOn(
	page: Page,
	practice: Practice,
	scenario: Scenario,
	{ how = 'script', known = new Set<string>() }: Manner = {},
): Promise<Drive> {
	await expect(page.locator('main[data-ready]')).toBeVisible();
	return { page, practice, mirror: await mirrorOf(practice, scenario), how, known };
}

/** Does so many acts of what leads on, and waits until they are kept. */
export async function actSome(drive: Drive, acts: number): Promise<void> {
	for (let done = 0; done < acts; done += 1) {
		await turnTo(drive);
		await actOnce(drive);
	}
	await expect(drive.page.locator('[data-saved]')).toBeVisible();
}

/** The same exercise without a page. */
export async function mirrorOf(practice: Practice, scenario: Scenario): Promise<Bench> {
	const clock = () => standing.getTime();
	const keeping = practice.keepIn(undefined, scenario, () => 'mirror', clock);
	const mirror = practice.openWorkspace(scenario, Promise.resolve(keeping), clock);
	await mirror.settled();
	return mirror;
}

/**
 * Does what leads on, by role and label, until the exercise is done.
 *
 * @param seen hears of each act before it is done: the screen that is in front then
 */
export async function driveToTheEnd(drive: Drive, seen?: (screen: string) => Promise<void>): Promise<void> {
	const { page, practice, mirror } = drive;
	for (let acts = 0; acts < 400; acts += 1) {
		const { exercise } = mirror.getSnapshot();
		if (practice.isDone(exercise)) break;
		const screen = await turnTo(drive);
		await seen?.(screen);
		await actOnce(drive);
	}
	await expect(page.locator('main')).toHaveAttribute('data-passed', 'true');
	await expect(page.locator('[data-saved]')).toBeVisible();
}

/** What each device that is in sight shows. */
const inSight = (page: Page) =>
	page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll<HTMLElement>('[data-device]')]
				.filter((device) => device.checkVisibility())
				.map(({ dataset }) => [dataset.device ?? '', dataset.screen ?? '']),
		),
	);

/**
 * Turns to the device that the next act is done on.
 *
 * @returns the screen that this device shows then
 */
async function turnTo(drive: Drive): Promise<string> {
	const { page, practice, mirror } = drive;
	const hint = practice.hintFor(mirror.getSnapshot());
	const shown = await inSight(page);
	const [first = ''] = Object.values(shown);
	if (!hint) return first;
	const here = shown[hint.device];
	if (here !== undefined) return here;
	const { devices } = practice.devicesOf(mirror.getSnapshot().world, hint.device);
	const name = devices.find(({ id }) => id === hint.device)?.name ?? '';
	await operate(drive, { selector: `[data-tab=${hint.device}]`, roles: ['button'], name });
	await page.locator(`[data-device=${hint.device}]`).waitFor();
	return (await inSight(page))[hint.device] ?? '';
}

/** The next act of the solution, on its device. */
async function actOnce(drive: Drive): Promise<void> {
	const { practice, mirror } = drive;
	const { world } = mirror.getSnapshot();
	const hint = practice.hintFor(mirror.getSnapshot());
	if (!hint) throw new Error('There is no way on');
	const { deed, device } = hint;
	if (hint.wait) {
		await operate(drive, tool('Skip the wait'));
		mirror.skip();
		return untilShown(drive);
	}
	if (deed.do === 'call-desk') {
		await operate(drive, tool('Call the service desk'));
		mirror.callDesk();
		return;
	}
	if (!('control' in deed)) throw new Error(`Not for a person: ${deed.do}`);
	const control = practice.screenOf(world, device).controls.find(({ id }) => id === deed.control);
	if (!control) throw new Error(`${deed.control} is not on the screen`);
	const target: Target = {
		selector: `[data-device=${device}] [data-control="${control.id}"]`,
		roles: rolesOf[control.kind],
		name: control.text,
	};
	if (deed.do === 'type') {
		const text = textFor(practice, world, deed.entry);
		await operate(drive, target, true);
		await drive.page.keyboard.insertText(text);
		await drive.page.keyboard.press('Enter');
		mirror.use(device, control, text);
	} else {
		await operate(drive, target);
		mirror.use(device, control);
	}
	await untilShown(drive);
}

/** Ends when each device in sight shows what it must: a step that is done may bring another one there. */
async function untilShown({ page, practice, mirror }: Drive): Promise<void> {
	const { world } = mirror.getSnapshot();
	const devices: DeviceId[] = ['laptop', 'other', 'phone', 'console'];
	const wanted = Object.fromEntries(
		devices
			.filter((id) => practice.hasDevice(world, id))
			.map((id) => [id, practice.screenOf(world, id).name]),
	);
	await page.evaluate(
		(wanted) =>
			new Promise<void>((resolve, reject) => {
				const end = () => {
					observer.disconnect();
					clearTimeout(late);
				};
				const look = () => {
					const devices = [...document.querySelectorAll<HTMLElement>('[data-device]')];
					if (devices.length === 0) return;
					if (devices.some(({ dataset }) => dataset.screen !== wanted[dataset.device ?? ''])) return;
					end();
					resolve();
				};
				const observer = new MutationObserver(look);
				const late = setTimeout(() => {
					end();
					reject(new Error(`The screens are not those of ${JSON.stringify(wanted)}`));
				}, 20_000);
				const attributeFilter = ['data-device', 'data-screen'];
				observer.observe(document, { subtree: true, childList: true, attributeFilter });
				look();
			}),
		wanted,
	);
}

/** A control as people find it: by what it is and what it is called. */
type Target = { readonly selector: string; readonly roles: readonly string[]; readonly name: string };

const rolesOf: Readonly<Record<Control['kind'], readonly string[]>> = {
	button: ['button'],
	link: ['link'],
	typed: ['button'],
	field: ['textbox'],
	choice: ['tab', 'radio', 'checkbox', 'button'],
	heading: ['heading'],
	value: ['paragraph'],
};

/** A button of the workspace. */
const tool = (name: string): Target => ({ selector: 'main button', roles: ['button'], name });

/** Presses a control, or brings the focus into a field. */
async function operate({ page, how, known }: Drive, target: Target, isField = false): Promise<void> {
	const { selector, name, roles } = target;
	const key = JSON.stringify(target);
	const ask = !known.has(key);
	const met = await press(page, { selector, name, ask, look: how !== 'script' });
	if (ask) {
		expect(roles, name).toContain(met.role);
		expect(met.name).toBe(name);
		known.add(key);
	}
	if (how === 'script') return;
	const found = page.locator('[data-met]');
	if (how === 'mouse') return found.click();
	if (how === 'touch') return found.tap();
	await tabTo(page, found);
	if (!isField) await page.keyboard.press('Enter');
}

/** Goes to a control with the Tab key, forward or back, whichever is nearer. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	const way = await target.evaluate((wanted) => {
		const stops = [
			...document.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), input, summary'),
		]
			.filter((one) => one.checkVisibility() && !one.closest('[inert]'))
			.filter((one) => one.tabIndex >= 0);
		const to = stops.indexOf(wanted as HTMLElement);
		const active = document.activeElement;
		const before = stops.findLastIndex(
			(one) =>
				active === one || (active && one.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING),
		);
		// from a part of the page that is no stop itself, the next stop is one ahead
		const on = active !== null && stops.includes(active as HTMLElement);
		return on || to > before ? to - before : to - before - 1;
	});
	const key = way < 0 ? 'Shift+Tab' : 'Tab';
	for (let presses = Math.abs(way); presses > 0; presses -= 1) await page.keyboard.press(key);
	await expect(target).toBeFocused();
}

/** What a person types for an entry. */
function textFor(practice: Practice, world: World, entry: Entry): string {
	if (entry.kind === 'fact') return practice.facts[entry.name];
	if (entry.kind === 'near-fact') throw new Error('A solution misses nothing');
	if (entry.kind === 'clock') {
		const { zone } = world.laptop.clock;
		const shown = new Date(world.now + entry.skew).toLocaleString('sv-SE', { timeZone: zone });
		return shown.slice(0, 16);
	}
	if (entry.kind === 'count') return String(entry.count);
	if (entry.kind === 'found') return practice.foundText(world, entry);
	// at a console an operator signs in with a token of their own
	const owner = entry.kind === 'passcode' ? practice.tokenOf(world.service, entry.serial)?.owner : null;
	const text = practice.textOf(world.service, owner ?? world.people.user, entry) ?? '';
	// as it is read: in two groups
	return entry.kind === 'passcode' ? text.replace(/^(\d{3})(\d{3})$/, '$1 $2') : text;
}
