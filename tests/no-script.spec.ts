import { androidPhases } from '../src/domain/android.ts';
import { pushSteps } from '../src/domain/push.ts';
import { primary } from './support/follow.ts';
import { expect, test } from './support/guide.ts';
import { stepPath } from './support/place.ts';

test.use({ javaScriptEnabled: false });

const activation: string[] = [...androidPhases.activate, ...androidPhases['first-use']];

for (const where of ['root', 'sub-folder'] as const)
	test.describe(`in the ${where}`, () => {
		test.use({ where });

		test('all steps are walked by links, from the start to the end', async ({ page, guide, base }) => {
			test.setTimeout(90_000);
			await page.goto(base);
			await page.getByRole('link', { name: 'Set up my computer' }).click();
			for (const answer of ['phone=no', 'screen=other', 'role=manager'])
				await page.locator(`[data-answer="${answer}"]`).click();
			for (const step of guide.steps) {
				await expect(page).toHaveURL(base + stepPath(step));
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(step.title);
				await primary(page).click();
			}
			await expect(page).toHaveURL(`${base}desktop/done/`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		});

		test('a symptom leads to its detour, and the detour back', async ({ page, guide, base }) => {
			for (const step of [guide.step(13), guide.step(21)]) {
				await page.goto(base + stepPath(step));
				const [symptom] = step.symptoms;
				await page
					.getByRole('main')
					.getByRole('link', { name: symptom?.words ?? '', exact: true })
					.click();
				const detour = guide.detours.get(symptom?.detour ?? '');
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(detour?.title ?? '');
				await primary(page).click();
				await expect(page).toHaveURL(base + stepPath(guide.step(detour?.to ?? step.slug)));
			}
		});

		test('the phone is enrolled by links alone: the questions, the QR code, the end', async ({
			page,
			base,
		}) => {
			await page.goto(`${base}android/`);
			for (const answer of ['phone-app=yes', 'enrollment-mail=computer', 'phone-camera=yes'])
				await page.locator(`[data-answer="${answer}"]`).click();
			for (const slug of ['show-qr-code', 'scan-qr-code', ...activation]) {
				await expect(page).toHaveURL(`${base}android/${slug}/`);
				await primary(page).click();
			}
			await expect(page).toHaveURL(`${base}android/done/`);
			// the app comes first, and leads back to the questions
			await page.goto(`${base}android/install-app/`);
			await primary(page).click();
			await expect(page).toHaveURL(`${base}android/`);
		});

		test('a sign-in by push is done by links alone, and so is denying a request', async ({ page, base }) => {
			await page.goto(`${base}push/`);
			await page.locator('[data-answer="push-wish=turn-on"]').click();
			for (const slug of pushSteps.slice(0, pushSteps.indexOf('check-logged-in') + 1)) {
				await expect(page).toHaveURL(`${base}push/${slug}/`);
				await primary(page).click();
			}
			await expect(page).toHaveURL(`${base}push/done/`);
			await page.goto(`${base}push/`);
			for (const answer of ['push-wish=request', 'request-mine=no'])
				await page.locator(`[data-answer="${answer}"]`).click();
			await expect(page).toHaveURL(`${base}push/deny-and-report/`);
			await primary(page).click();
			await expect(page).toHaveURL(`${base}push/done/`);
		});

		test('an operator reads a token and is asked what to do about it by links alone', async ({
			page,
			base,
		}) => {
			await page.goto(`${base}migration/read-token-details/`);
			await primary(page).click();
			await expect(page).toHaveURL(`${base}migration/`);
			await page.locator('[data-answer="token-act=suspend"]').click();
			await primary(page).click();
			await expect(page).toHaveURL(`${base}migration/done/`);
		});

		test('the short address of a step leads to it', async ({ page, guide, base }) => {
			await page.goto(`${base}step/13/`);
			await expect(page).toHaveURL(base + stepPath(guide.step(13)));
		});

		test('the opening is answered by links', async ({ page, base }) => {
			for (const [answer, address] of [
				['phone=yes', 'android/'],
				['screen=paper', 'print/'],
				['role=manager', 'desktop/request-static-password/'],
				['static-password=yes', 'desktop/boot-and-acknowledge/'],
				['static-password=no', 'desktop/ask-your-manager/'],
				['role=user', 'desktop/#static-password'],
			]) {
				await page.goto(`${base}desktop/`);
				await page.locator(`a[data-answer="${answer}"]`).click();
				await expect(page).toHaveURL(`${base}${address}`);
			}
		});
	});

test('the words of the screen stand out in the text of a detour', async ({ page, guide, base }) => {
	await page.goto(`${base}${stepPath(guide.step(23))}clock-hours-off/`);
	await expect(page.locator('.screen-label').first()).toHaveCSS('display', 'inline-block');
});

test('the phone number can be read and called on every kind of page', async ({ page, guide }) => {
	const { phone } = guide.organization.serviceDesk;
	const step = stepPath(guide.step(13));
	for (const address of ['', 'desktop/', step, `${step}service-desk/`, 'desktop/done/', 'map/', 'status/']) {
		await page.goto(address);
		const call = page.getByRole('link', { name: phone }).last();
		await expect(call).toBeVisible();
		await expect(call).toHaveAttribute('href', /^tel:/);
	}
});
