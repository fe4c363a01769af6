import { describe, expect, test } from 'vitest';
import { organization } from '../domain/organization.ts';
import {
	createWorld,
	lineOf,
	mailOf,
	screenOf,
	type Deed,
	type FaultId,
	type World,
} from '../simulator/world.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';
import { standingAt } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const hint = `Ask your supervisor for a ${organization.catalog.replacementToken.item}.`;
const standing = (...faults: FaultId[]) =>
	standingAt(createWorld({ seed: 1, startsAt, faults }), 'open-mfa-email');
/** Opens the link of the oldest MFA e-mail. */
function opened(world: World): World {
	const mail = mailOf(world.service, world.people.user).find(({ content }) => content.kind === 'enrollment')!;
	return after(world, choose(`outlook.mail-${mail.id}`), press('outlook.self-enrollment'));
}
const operate = (operation: Extract<Deed, { do: 'operate' }>['operation']): Deed => ({
	do: 'operate',
	operation,
});

describe('the Self Enrollment page says what became of the enrollment', () => {
	const rows: [string, string, () => World][] = [
		['expired', 'The enrollment period has ended.', () => opened(standing('mfa-email-expired'))],
		['locked', 'This enrollment is locked.', () => opened(standing('enrollment-locked'))],
		['removed', 'This enrollment link is no longer valid.', () => opened(standing('enrollment-removed'))],
		['superseded', 'This enrollment link is no longer valid.', () => opened(standing('two-mfa-emails'))],
	];
	test.each(rows)('%s', (_, message, world) => {
		const shown = world();
		expect(screenOf(shown).name).toBe('browser.refused');
		expect(texts(shown)).toEqual(expect.arrayContaining([message, hint]));
	});

	test('completed: there is nothing to ask for', () => {
		const done = standingAt(createWorld({ seed: 1, startsAt }), 'close-self-enrollment');
		const shown = after(
			done,
			press('browser.close'),
			press('taskbar.outlook'),
			press('outlook.self-enrollment'),
		);
		expect(texts(shown)).toContain('This enrollment has already been completed.');
		expect(texts(shown)).not.toContain(hint);
	});
});

describe('the app says it too', () => {
	const page = standingAt(createWorld({ seed: 1, startsAt }), 'enroll-and-create-pin');
	const { task, user } = page.laptop.browser.lastLink!;
	const string = { kind: 'activation-string', task, user } as const;
	const atString = after(
		page,
		press('taskbar.start-menu'),
		choose('start-menu.mobilepass'),
		press('mobilepass.use-string'),
	);
	const paste = (world: World, entry: Parameters<typeof type>[1] = string) =>
		after(world, type('mobilepass.string', entry), press('mobilepass.activate'));

	test('when the task was removed under the open page', () => {
		const shown = paste(after(atString, operate({ act: 'remove-task', task })));
		expect(texts(shown)).toEqual(expect.arrayContaining(['This enrollment link is no longer valid.', hint]));
	});

	test('when tries with a cut string have locked it', () => {
		const cut = { kind: 'near-miss', of: string, how: 'too-short' } as const;
		const once = paste(atString, cut);
		expect(texts(once)).toContain('The activation string is not valid. Copy the whole string again.');
		expect(texts(once)).not.toContain(hint);
		const locked = paste(paste(once, cut), cut);
		expect(lineOf(locked.service, task, user)?.status).toBe('Locked');
		expect(texts(locked)).toEqual(expect.arrayContaining(['This enrollment is locked.', hint]));
	});

	test('when the page was closed before the end: the e-mail is the way back', () => {
		const start = after(page, press('browser.enroll'), press('prompt.open'));
		const closed = after(
			start,
			press('taskbar.browser'),
			press('browser.close'),
			press('taskbar.mobilepass'),
			press('mobilepass.start'),
			type('mobilepass.new-pin', { kind: 'card', value: 'pin' }),
			press('mobilepass.continue'),
			type('mobilepass.pin-again', { kind: 'card', value: 'pin' }),
			press('mobilepass.save'),
		);
		expect(texts(closed)).toContain(
			'The Self Enrollment page was closed. Open the link of the e-mail again.',
		);
		const again = after(closed, press('taskbar.outlook'), press('outlook.self-enrollment'));
		expect(screenOf(again).name).toBe('browser.enroll-link');
	});
});
