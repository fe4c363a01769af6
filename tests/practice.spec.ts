import type { Page } from '@playwright/test';
import { expect, test } from './server.ts';
import { lookWithAxe, type Found } from './support/axe.ts';
import { actSome, driveOn, driveToTheEnd, mirrorOf, openExercise, standing } from './support/drive.ts';
import { misfits } from './support/misfits.ts';
import { canary, walkAtRandom } from './support/random-walk.ts';
import type { Scenario } from './support/practice-modules.ts';
import type { Practice } from './support/read-practice.ts';
import { stored } from './support/stored.ts';
import { watch } from './support/watch.ts';

const long = Boolean(process.env.LONG);
/** So many tests share the exercises. */
const shares = 6;

/** The exercises with an end. Those of one step alone are pieces of the whole road. */
const withAnEnd = ({ allScenarios }: Practice) =>
	allScenarios.filter(
		({ id, until, realTime }) => until !== null && !realTime && (long || !id.startsWith('at-')),
	);

/** An exercise, and the screens that its acts are done on. */
type Road = { readonly scenario: Scenario; readonly screens: ReadonlySet<string> };

/** Does an exercise without a page. */
async function roadOf(practice: Practice, scenario: Scenario): Promise<Road> {
	const mirror = await mirrorOf(practice, scenario);
	const screens = new Set<string>();
	for (let acts = 0; acts < 400 && !practice.isDone(mirror.getSnapshot().exercise); acts += 1) {
		const now = mirror.getSnapshot();
		screens.add(practice.screenOf(now.world, practice.hintFor(now)?.device).name);
		mirror.doIt();
	}
	return { scenario, screens };
}

/** So few of them that every screen is met: each time the one that meets most of those that no other has met. */
function covering(roads: readonly Road[]): Road[] {
	const left = new Set(roads.flatMap(({ screens }) => [...screens]));
	const chosen: Road[] = [];
	while (left.size > 0) {
		const news = ({ screens }: Road) => [...screens].filter((name) => left.has(name)).length;
		const best = roads.reduce((one, other) => (news(other) > news(one) ? other : one));
		for (const name of best.screens) left.delete(name);
		chosen.push(best);
	}
	return roads.filter((road) => chosen.includes(road));
}

/** The roads of the desktop exercises, in shares; neighbors, of which some are long, are in different ones. */
async function shared(practice: Practice): Promise<Road[][]> {
	const desktop = withAnEnd(practice).filter(({ course }) => course === 'desktop');
	const roads: Road[] = [];
	for (const scenario of desktop) roads.push(await roadOf(practice, scenario));
	const done = long ? roads : covering(roads);
	return Array.from({ length: shares }, (_, share) => done.filter((_, at) => at % shares === share));
}

/** For each share the screens that it looks at: of those that its exercises show, so that all look at as many. */
function toLookAt(shares: readonly Road[][]): Set<string>[] {
	const shownIn = new Map<string, Set<number>>();
	for (const [share, roads] of shares.entries())
		for (const { screens } of roads)
			for (const name of screens) shownIn.set(name, (shownIn.get(name) ?? new Set()).add(share));
	const looks = shares.map(() => new Set<string>());
	// those that few can look at come first
	for (const [name, at] of [...shownIn].sort(([, one], [, other]) => one.size - other.size))
		[...at]
			.flatMap((share) => looks[share] ?? [])
			.sort((one, other) => one.size - other.size)[0]
			?.add(name);
	return looks;
}

/** Does exercises on the page; what stands in `lookAt` is looked at with axe and at 320 pixels, and taken out there. */
async function doAll(page: Page, practice: Practice, scenarios: readonly Scenario[], lookAt: Set<string>) {
	const found: Found[] = [];
	const cut: string[] = [];
	const known = new Set<string>();
	for (const scenario of scenarios)
		await test.step(scenario.id, async () => {
			const look = async (screen: string) => {
				if (!lookAt.delete(screen)) return;
				found.push(...(await lookWithAxe(page, screen, { only: '.stages' })));
				const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
				await page.setViewportSize({ width: 320, height });
				cut.push(...(await misfits(page)).map((what) => `${screen}: ${what}`));
				await page.setViewportSize({ width, height });
			};
			await driveToTheEnd(await openExercise(page, practice, scenario, { known }), look);
		});
	expect([...lookAt], 'not looked at').toEqual([]);
	expect(found).toEqual([]);
	expect(cut, 'at 320 px').toEqual([]);
}

for (let share = 0; share < shares; share += 1)
	test(`the exercises of the desktop are done by role and label, part ${share + 1}`, async ({
		page,
		site,
		practice,
	}) => {
		test.setTimeout(300_000);
		const { found } = await watch(page, [site.url]);
		const all = await shared(practice);
		const mine = (all[share] ?? []).map(({ scenario }) => scenario);
		await doAll(page, practice, mine, toLookAt(all)[share] ?? new Set());
		expect(found).toEqual([]);
	});

/** Of the exercises with a phone, with push and of the console these are done in the ordinary run; they lead over most screens. */
const telling = {
	android: ['android-portal'],
	push: ['push-all-steps'],
	migration: ['console-one-wave', 'console-who-calls'],
} as const;

for (const course of ['android', 'push', 'migration'] as const)
	test(`the exercises of ${course} are done by role and label`, async ({ page, site, practice }) => {
		test.setTimeout(long ? 900_000 : 120_000);
		const { found } = await watch(page, [site.url]);
		const ids: readonly string[] = telling[course];
		const chosen = withAnEnd(practice).filter(
			(scenario) => scenario.course === course && (long || ids.includes(scenario.id)),
		);
		expect(chosen.length).toBeGreaterThanOrEqual(ids.length);
		const screens = new Set<string>();
		for (const scenario of chosen)
			for (const name of (await roadOf(practice, scenario)).screens) screens.add(name);
		await doAll(page, practice, chosen, screens);
		expect(found).toEqual([]);
	});

test('all steps by keyboard alone', async ({ page, practice }) => {
	test.setTimeout(300_000);
	const scenario = practice.scenarioOf('all-steps');
	if (!scenario) throw new Error('There is no such exercise');
	await driveToTheEnd(await openExercise(page, practice, scenario, { how: 'keys' }));
});

test.describe('on a narrow screen', () => {
	test.use({ viewport: { width: 320, height: 640 } });
	test('one device is in sight at a time, and by keyboard alone the tabs lead from one to the other', async ({
		page,
		practice,
	}) => {
		test.setTimeout(120_000);
		const scenario = practice.scenarioOf('android-qr-code');
		if (!scenario) throw new Error('There is no such exercise');
		const drive = await openExercise(page, practice, scenario, { how: 'keys' });
		await page.evaluate(() => {
			const look = () => {
				if (document.querySelector('[data-tab][aria-describedby] .news')) document.body.dataset.news = '';
			};
			new MutationObserver(look).observe(document, { subtree: true, childList: true });
		});
		const inSight = new Set<string>();
		await driveToTheEnd(drive, async () => {
			const devices = await page.evaluate(() =>
				[...document.querySelectorAll<HTMLElement>('[data-device]')]
					.filter((one) => one.checkVisibility())
					.map(({ dataset }) => dataset.device ?? ''),
			);
			expect(devices).toHaveLength(1);
			for (const device of devices) inSight.add(device);
		});
		expect([...inSight].sort()).toEqual(['laptop', 'phone']);
		await expect(page.locator('body[data-news]'), 'a tab said that something happened').toBeVisible();
	});
});

test.describe('random walks', () => {
	const walks = long ? 500 : 50;
	const starts = [
		...['all-steps', 'at-start-outlook', 'at-open-mfa-email', 'at-use-passcode-on-vpn'],
		...['android-portal', ...(long ? ['android-copy-and-paste', 'push-all-steps', 'push-two-requests'] : [])],
	];

	for (const [at, start] of starts.entries())
		test(`from ${start}`, async ({ page, site, practice }) => {
			test.setTimeout(300_000);
			const { found } = await watch(page, [site.url]);
			const scenario = practice.scenarioOf(start);
			if (!scenario) throw new Error(`There is no exercise ${start}`);
			await openExercise(page, practice, scenario);
			const screens = new Set<string>();
			for (let walk = 0; walk < walks / starts.length; walk += 1) {
				const seed = at * 1000 + walk;
				const walked = await walkAtRandom(page, seed, 30);
				expect(walked.hint || walked.passed, `seed ${seed}: there is a way on`).toBeTruthy();
				for (const screen of walked.screens) screens.add(screen);
			}
			expect(found).toEqual([]);
			expect(screens.size).toBeGreaterThan(5);
			await expectNowhere(page);
		});
});

/** What was typed and belongs to nothing is found nowhere. */
async function expectNowhere(page: Page): Promise<void> {
	await expect(page.locator('[data-saved]')).toBeVisible();
	const kept = await page.evaluate(() => ({
		page: document.documentElement.outerHTML,
		fields: [...document.querySelectorAll('input')].map(({ value }) => value),
		storage: { ...localStorage, ...sessionStorage },
		address: location.href,
	}));
	expect(JSON.stringify([kept, await stored(page)])).not.toContain(canary.slice(0, 6));
}

test('the device is there without a click, and without scripts', async ({ browser, site }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${site.url}practice/first-sign-in/`);
	await expect(page.locator('[data-device=laptop]')).toHaveAttribute('data-screen', /^power/);
	await expect(page.getByText('Practice', { exact: true }).first()).toBeVisible();
	await context.close();
});

test('an exercise survives a reload at the same act, and several are kept', async ({ page, practice }) => {
	const one = practice.scenarioOf('first-sign-in');
	const other = practice.scenarioOf('set-up-outlook');
	if (!one || !other) throw new Error('There is no such exercise');
	const device = page.locator('[data-device]');
	await openExercise(page, practice, one);
	await page.getByRole('button', { name: 'Give me a hint' }).click();
	await page.getByRole('button', { name: 'Show me where' }).click();
	await expect(page.locator('[data-mark]')).toHaveCount(1);
	await page.getByRole('button', { name: 'Do it for me' }).click();
	await page.getByRole('button', { name: 'Skip the wait' }).click();
	await expect(device).not.toHaveAttribute('data-screen', 'power.off');
	const screen = (await device.getAttribute('data-screen')) ?? '';
	await expect(page.locator('[data-saved]')).toBeVisible();
	await page.reload();
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await expect(device).toHaveAttribute('data-screen', screen);

	await openExercise(page, practice, other);
	await page.getByRole('button', { name: 'Skip the wait' }).click();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await page.goto('practice/progress/');
	await expect(page.locator('main[data-tries="2"]')).toBeVisible();
	expect(await lookWithAxe(page, 'practice/progress/')).toEqual([]);
	await page
		.getByRole('listitem')
		.filter({ hasText: one.title })
		.getByRole('link', { name: 'Go on' })
		.click();
	await expect(device).toHaveAttribute('data-screen', screen);

	await page.goto('practice/progress/');
	await page.getByRole('button', { name: 'Delete all practice' }).click();
	await page.getByRole('button', { name: 'Yes, delete' }).click();
	await expect(page.locator('main[data-tries="0"]')).toBeVisible();
	expect((await stored(page)).events).toEqual([]);
});

test('the time left of a passcode is said near its end and when it is over, and not between', async ({
	page,
	practice,
}) => {
	const scenario = practice.scenarioOf('use-passcode');
	if (!scenario) throw new Error('There is no such exercise');
	const drive = await openExercise(page, practice, scenario);
	const spoken = page.locator('[data-spoken]');
	for (let acts = 0; acts < 40 && (await spoken.count()) === 0; acts += 1) await actSome(drive, 1);
	await expect(spoken).toHaveText('');
	const ring = page.getByRole('img', { name: /seconds left$/ });
	const left = async () => parseInt((await ring.getAttribute('aria-label')) ?? '', 10);
	let now = standing.getTime();
	const after = async (seconds: number) => {
		const before = await left();
		now += seconds * 1000;
		await page.clock.setFixedTime(now);
		await expect.poll(left).not.toBe(before);
	};
	// a tick at most is 10 seconds
	while ((await left()) > 12) await after(Math.min(9, (await left()) - 11));
	await expect(spoken).toHaveText('');
	await after((await left()) - 10);
	await expect(spoken).toHaveText('10 seconds left');
	await after(4);
	await expect(spoken).toHaveText('10 seconds left');
	await after(7);
	await expect(spoken).toHaveText('There is a new passcode');
});

test('a drill by its number is the same for everybody, and is gone on with', async ({ page, practice }) => {
	const same = practice.scenarioOf('drill-417-2');
	if (!same) throw new Error('There is no such drill');
	await page.clock.setFixedTime(standing);
	await page.goto('practice/drill/#417-12');
	await expect(page.getByRole('alert')).toContainText('leads to no drill');
	await page.getByLabel('How many surprises').selectOption('2');
	const number = page.getByLabel('Number of the drill');
	await number.fill('04x');
	await number.press('Enter');
	await expect(page.getByRole('alert')).toContainText('1 to 6 digits');
	await number.fill('417');
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page).toHaveURL(/\/practice\/drill\/#417-2$/);
	await expect(page.getByRole('heading', { name: 'Drill 417', level: 1 })).toBeFocused();
	await expect(page.locator('main[data-ready]')).toBeVisible();
	const drive = await driveOn(page, practice, same);
	await actSome(drive, 5);
	const screen = (await page.locator('[data-device]').getAttribute('data-screen')) ?? '';
	await page.goto('practice/progress/');
	await page
		.getByRole('listitem')
		.filter({ hasText: 'Drill 417' })
		.getByRole('link', { name: 'Go on' })
		.click();
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await expect(page.locator('[data-device]')).toHaveAttribute('data-screen', screen);
	await page.getByRole('button', { name: 'Restart' }).click();
	await expect(page).toHaveURL(/\/practice\/drill\/#417-2$/);
});

test('practice never touches the real progress', async ({ page, practice }) => {
	const scenario = practice.scenarioOf('at-sign-in-to-teams');
	if (!scenario) throw new Error('There is no such exercise');
	await driveToTheEnd(await openExercise(page, practice, scenario));
	const { runs, events } = await stored(page);
	expect([runs, events]).toEqual([[], []]);
	await page.goto('');
	await expect(page.getByRole('link', { name: 'Set up my computer' })).toBeVisible();
});

for (const how of ['mouse', 'touch'] as const)
	test.describe(`by ${how}`, () => {
		test.use({ hasTouch: how === 'touch', viewport: { width: how === 'touch' ? 390 : 1280, height: 800 } });
		test('an exercise is done', async ({ page, practice }) => {
			const scenario = practice.scenarioOf('install-app');
			if (!scenario) throw new Error('There is no such exercise');
			await driveToTheEnd(await openExercise(page, practice, scenario, { how }));
		});
	});

test('a press right after typing counts, though only a part of the device is in sight', async ({
	page,
	practice,
}) => {
	await page.setViewportSize({ width: 1280, height: 420 });
	const scenario = practice.scenarioOf('at-enter-email-address');
	if (!scenario) throw new Error('There is no such exercise');
	const { mirror } = await openExercise(page, practice, scenario);
	const { service, people } = mirror.getSnapshot().world;
	const email = practice.textOf(service, people.user, { kind: 'card', value: 'email' }) ?? '';
	await page.locator('[data-control="sign-in.email"]').fill(email);
	await page.locator('[data-control="sign-in.next"]').click();
	await expect(page.locator('[data-screen="logon.sign-in-password"]')).toBeVisible();
});
