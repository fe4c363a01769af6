import type { Locator, Page } from '@playwright/test';
import { expect } from '../server.ts';
import { actSome, driveOn, driveToTheEnd, standing } from '../support/drive.ts';
import type { Practice } from '../support/read-practice.ts';

/** A screen or state of the product that is worth to be seen beside the others. */
export type Screen = {
	/** The name of its pictures' files. */
	readonly id: string;
	readonly title: string;
	/** Its address, from the site's root. */
	readonly path: string;
	/** What is done there before it is looked at. */
	readonly prepare?: (page: Page, practice: Practice) => Promise<unknown>;
	/** Not on paper: it is there to be used. */
	readonly neverPrinted?: true;
	/** README shows it as well, in its full size. */
	readonly inReadme?: true;
};
export type ScreenGroup = { readonly title: string; readonly screens: readonly Screen[] };

const ready = (page: Page): Promise<void> => page.locator('main[data-ready]').waitFor();
/** For pages that say in no other way that all is there. */
const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle');
const saved = (page: Page): Promise<void> => page.locator('[data-saved]').waitFor();
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Somebody who is in the middle of the first guide: one step is done, the one after it is open. */
async function begin(page: Page): Promise<void> {
	await page.goto('desktop/start-outlook/');
	await page.locator('main[data-ready] [data-primary]').click();
	await page.locator('main[data-step="outlook-static-password"]').waitFor();
	await saved(page);
}
const withProgress =
	(path: string, shown: string) =>
	async (page: Page): Promise<void> => {
		await begin(page);
		await page.goto(path);
		await page.locator(shown).first().waitFor();
	};

/** An exercise after so many acts of its solution. */
const acted =
	(id: string, acts: number) =>
	async (page: Page, practice: Practice): Promise<void> => {
		const scenario = practice.allScenarios.find((one) => one.id === id);
		if (!scenario) throw new Error(`There is no exercise ${id}`);
		await page.clock.setFixedTime(standing);
		await page.goto(`practice/${id}/`);
		const drive = await driveOn(page, practice, scenario);
		if (acts === Infinity) await driveToTheEnd(drive);
		else if (acts > 0) await actSome(drive, acts);
	};

const operate = async (page: Page, ...controls: readonly string[]): Promise<void> => {
	await ready(page);
	for (const id of controls) await page.locator(`[data-device=console] [data-control="${id}"]`).click();
};

async function openCard(page: Page): Promise<void> {
	await expect(page.getByLabel('Locator code or link')).toBeEnabled();
	await page.getByLabel('Locator code or link').fill('step 13');
	await page.keyboard.press('Enter');
	await page.locator('[data-call-card]').waitFor();
}

export const groups: readonly ScreenGroup[] = [
	{
		title: 'Staff: the guide',
		screens: [
			{ id: 'start', title: 'The first page', path: '' },
			{
				id: 'start-again',
				title: 'The first page, in the middle of it',
				path: '',
				prepare: withProgress('', 'a[href*="outlook-static-password"]'),
			},
			{ id: 'questions', title: 'Questions before the first step', path: 'desktop/' },
			{
				id: 'step',
				inReadme: true,
				title: 'A step',
				path: 'desktop/outlook-static-password/',
				prepare: async (page) => begin(page),
			},
			{
				id: 'step-in-parts',
				title: 'A step in parts',
				path: 'desktop/request-static-password/',
				prepare: ready,
			},
			{
				id: 'step-elsewhere',
				title: 'A look at another step, with the way back',
				path: 'desktop/wait-for-logon/',
				prepare: withProgress('desktop/wait-for-logon/', '[data-place-bar]'),
			},
			{
				id: 'timer',
				title: 'A wait',
				path: 'desktop/wait-for-logon/',
				prepare: async (page) => {
					await page.clock.setFixedTime(standing);
					await page.goto('desktop/wait-for-logon/');
					await ready(page);
					await button(page, 'Start the timer').click();
					await page.getByRole('timer').waitFor();
				},
			},
			{
				id: 'detour',
				title: 'A problem',
				path: 'desktop/use-passcode-on-vpn/passcode-refused/',
				prepare: ready,
			},
			{
				id: 'second-try',
				title: 'A problem, the second try',
				path: 'desktop/use-passcode-on-vpn/passcode-refused/',
				prepare: async (page) => {
					await page.goto('desktop/use-passcode-on-vpn/');
					await ready(page);
					await page.locator('[data-symptom="passcode-refused"]').click();
					await page.locator('main[data-detour="passcode-refused"]').waitFor();
					await page.locator('[data-not-fixed]').click();
					await page.getByRole('note').first().waitFor();
				},
			},
			{
				id: 'service-desk',
				title: 'The end of a way: call the service desk',
				path: 'desktop/use-passcode-on-vpn/service-desk/',
				prepare: ready,
			},
			{
				id: 'manager',
				title: 'What to send on to a manager',
				path: 'desktop/ask-your-manager/',
				prepare: settled,
			},
			{
				id: 'send-on',
				title: 'What to tell a person, and how to go on',
				path: 'desktop/send-on/',
				prepare: settled,
			},
			{
				id: 'handed-on',
				title: 'The part of a manager is done',
				path: 'desktop/handed-on/',
				prepare: settled,
			},
			{ id: 'done', title: 'The end', path: 'desktop/done/', prepare: settled },
			{ id: 'android', title: 'Questions of the phone’s guide', path: 'android/' },
			{ id: 'android-step', title: 'A step on the phone', path: 'android/scan-qr-code/', prepare: ready },
			{
				id: 'push-step',
				title: 'A step of a sign-in by push',
				path: 'push/confirm-it-is-you/',
				prepare: ready,
			},
			{
				id: 'migration-step',
				title: 'A step of an operator',
				path: 'migration/verify-caller/',
				prepare: ready,
			},
			{ id: 'map', title: 'The map', path: 'map/' },
			{
				id: 'status',
				title: 'Your progress',
				path: 'status/',
				prepare: withProgress('status/', '[data-runs="1"]'),
			},
			{ id: 'status-empty', title: 'Your progress, before there is any', path: 'status/' },
			{
				id: 'go-on',
				title: 'Go on on another screen',
				path: 'go-on/',
				prepare: withProgress('go-on/', '[data-qr]'),
			},
			{ id: 'go-on-empty', title: 'Go on, with nothing begun', path: 'go-on/' },
			{
				id: 'lost',
				title: 'An address that does not exist',
				path: 'lost/#desktop/outlok-static-pasword',
				prepare: ready,
			},
		],
	},
	{
		title: 'Service desk',
		screens: [
			{ id: 'desk', title: 'The desk, waiting for a call', path: 'desk/' },
			{ id: 'desk-card', inReadme: true, title: 'The card for a call', path: 'desk/', prepare: openCard },
			{
				id: 'search',
				title: 'Search by the caller’s words',
				path: 'search/',
				prepare: async (page) => {
					await page.getByRole('searchbox').fill('keeps asking for the password');
					await page.locator('[data-result]').first().waitFor();
				},
			},
			{ id: 'search-empty', title: 'Search by pictures', path: 'search/' },
			{ id: 'links', title: 'A link to a step', path: 'links/' },
			{
				id: 'call',
				title: 'A practiced call',
				path: 'desk/practice/#3',
				prepare: async (page) => {
					await button(page, 'Which device is it about?').click();
					await button(page, 'What is on the screen now?').click();
				},
			},
		],
	},
	{
		title: 'Practice',
		screens: [
			{ id: 'practice', title: 'The exercises', path: 'practice/' },
			{
				id: 'exercise',
				title: 'An exercise under way',
				path: 'practice/all-steps/',
				prepare: acted('all-steps', 12),
				neverPrinted: true,
			},
			{
				id: 'exercise-help',
				title: 'An exercise, with help',
				path: 'practice/at-outlook-static-password/',
				prepare: async (page) => {
					await page.goto('practice/at-outlook-static-password/');
					await ready(page);
					await button(page, 'Give me a hint').click();
				},
				neverPrinted: true,
			},
			{
				id: 'exercise-phone',
				inReadme: true,
				title: 'An exercise with a phone',
				path: 'practice/at-scan-qr-code/',
				prepare: acted('at-scan-qr-code', 1),
				neverPrinted: true,
			},
			{
				id: 'exercise-console',
				title: 'An exercise at the console',
				path: 'practice/at-verify-caller/',
				prepare: acted('at-verify-caller', 2),
				neverPrinted: true,
			},
			{
				id: 'exercise-passed',
				title: 'An exercise that is passed',
				path: 'practice/at-outlook-static-password/',
				prepare: acted('at-outlook-static-password', Infinity),
			},
			{ id: 'drill', title: 'A drill by its number', path: 'practice/drill/#417-3', prepare: ready },
			{
				id: 'practiced',
				title: 'What was practiced',
				path: 'practice/progress/',
				prepare: async (page, practice) => {
					await acted('at-outlook-static-password', Infinity)(page, practice);
					await page.goto('practice/progress/');
					await page.locator('[data-tries="1"]').waitFor();
				},
			},
			{
				id: 'practiced-empty',
				title: 'Before anything was practiced',
				path: 'practice/progress/',
				prepare: settled,
			},
			{
				id: 'own-app',
				title: 'With an authenticator app of one’s own',
				path: 'practice/own-authenticator/',
				prepare: ready,
				neverPrinted: true,
			},
			{ id: 'own-files', title: 'Exercises from files', path: 'practice/own/', prepare: settled },
		],
	},
	{
		title: 'Trainers',
		screens: [
			{
				id: 'demo',
				inReadme: true,
				title: 'The demo',
				path: 'trainer/#push-log-in/approve-request',
				prepare: (page) => page.locator('[data-demo][data-state]').waitFor(),
			},
			{
				id: 'audience',
				title: 'The audience’s window, with nothing to show',
				path: 'trainer/audience/',
				prepare: settled,
			},
			{ id: 'recordings', title: 'Recordings', path: 'trainer/recordings/', prepare: settled },
			{ id: 'drills', title: 'Drills by link', path: 'trainer/drills/', prepare: settled },
			{ id: 'class', title: 'The class sheet', path: 'trainer/class/', prepare: ready },
			{ id: 'author', title: 'Exercises in the making', path: 'trainer/author/', prepare: settled },
			{ id: 'kiosk', title: 'Kiosk mode', path: 'trainer/kiosk/', prepare: settled },
		],
	},
	{
		title: 'Operators',
		screens: [
			{ id: 'console', title: 'The console', path: 'console/', prepare: ready },
			{
				id: 'console-user',
				title: 'A user on the console',
				path: 'console/',
				prepare: (page) =>
					operate(page, 'console.module-assignment', 'console.search', 'console.user-JR48213'),
			},
			{ id: 'report', title: 'The report', path: 'console/report/', prepare: ready },
			{
				id: 'migration-drill',
				inReadme: true,
				title: 'The migration drill',
				path: 'console/migration/',
				prepare: async (page) => {
					await ready(page);
					await button(page, 'Begin a new drill').click();
					await page.getByRole('heading', { name: /^Day 0/ }).waitFor();
				},
			},
		],
	},
	{
		title: 'Paper and frames',
		screens: [
			{ id: 'paper', title: 'The guide on paper', path: 'print/' },
			{ id: 'paper-steps', title: 'The steps on paper', path: 'print/steps/' },
			{ id: 'embedded', title: 'A step in a frame', path: 'embed/desktop/outlook-static-password/' },
		],
	},
];
