import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

test('a population is moved by the page alone, over a reload, with what is refused said', async ({
	page,
	base,
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(`${base}console/migration/`);
	const main = page.locator('main[data-ready]');
	await main.waitFor();
	const told = page.locator('[data-told]');

	await page.getByLabel('Users', { exact: true }).fill('10');
	await page.getByLabel('Spare tokens').fill('3');
	await expect(page.locator('[data-plan]')).toHaveText(/^5 waves, 14 working days/);
	await page.getByRole('button', { name: 'Begin a new drill' }).press('Enter');
	await expect(page.getByRole('heading', { name: /^Day 0/ })).toBeFocused();

	// more than there are tokens for
	await page.getByRole('button', { name: 'Select all 10' }).press('Enter');
	await page.getByRole('button', { name: 'Provision 10' }).press('Enter');
	await expect(told).toHaveText('There are not enough available tokens. Return tokens to inventory first.');
	await page.getByRole('button', { name: 'Select none' }).press('Enter');

	for (const target of ['Android', 'iOS', 'Windows 10'])
		await page.getByLabel(`App for ${target}`, { exact: true }).selectOption('MobilePASS+');
	await page.getByRole('button', { name: 'Apply' }).press('Enter');
	await expect(told).toHaveText('The policy was applied.');

	await page.getByRole('button', { name: 'What now?' }).press('Enter');
	await expect(page.locator('[data-hint]')).toHaveText('Provision 3 users.');
	expect(await lookWithAxe(page, 'migration drill')).toEqual([]);
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await misfits(page)).toEqual([]);
	await page.setViewportSize({ width: 1280, height: 900 });

	const show = page.getByRole('combobox', { name: 'Show', exact: true });
	const choose = async (stage: string, button: RegExp) => {
		await show.selectOption({ label: stage });
		const all = page.getByRole('button', { name: /^Select all/ });
		if (await all.isDisabled()) return;
		await all.click();
		await page.getByRole('button', { name: button }).click();
	};
	const labels = () => show.locator('option').allTextContents();
	const labeled = async (words: string) => (await labels()).find((label) => label.startsWith(words)) ?? '';
	const free = async () => Number(await page.locator('dt:text-is("Available") + dd').textContent());

	let reloaded = false;
	for (let days = 0; days < 60 && !(await page.locator('main[data-migrated]').count()); days += 1) {
		await choose(await labeled('MobilePASS+ used'), /^Revoke \d+ old/);
		await choose(await labeled('Task ended'), /^Provision/);
		await show.selectOption({ label: await labeled('Not asked yet') });
		const ticks = page.getByRole('checkbox', { name: /^Select / });
		const many = Math.min(await free(), await ticks.count());
		for (let at = 0; at < many; at += 1) await ticks.nth(at).check();
		if (many > 0) await page.getByRole('button', { name: /^Provision/ }).click();
		if (await page.locator('main[data-migrated]').count()) break;
		await page.getByRole('button', { name: 'Next day' }).click();
		if (days !== 3) continue;
		// a reload loses nothing
		const day = await main.getAttribute('data-day');
		await page.reload();
		await main.waitFor();
		await expect(main).toHaveAttribute('data-day', day ?? '');
		reloaded = true;
	}
	expect(reloaded).toBe(true);
	await expect(page.locator('[data-over]')).toContainText('Everybody is on MobilePASS+.');
	await expect(page.locator('[data-over]')).toContainText('nobody stranded, no token wasted');
});

test('a drill that cannot be read is said, and another one begins', async ({ page, base }) => {
	await page.addInitScript(() => localStorage.setItem('handrail-migration', '{"version":9}'));
	await page.goto(`${base}console/migration/`);
	await expect(page.getByRole('alert')).toContainText('of another version. A new one begins.');
	await expect(page.getByRole('heading', { name: /^Day 0/ })).toBeVisible();
});
