import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileProcedures } from '../../scripts/vite/compile.ts';
import { deskBook } from '../../scripts/vite/desk.ts';
import type { DetourSlug, StepSlug } from '../domain/slugs.ts';
import { attempts, type Attempt } from '../sharing/locator.ts';
import { placeMail, ticketText } from '../sharing/ticket.ts';
import { callCard, walkedWay } from './card.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const compiled = compileProcedures(root);
const [procedure] = compiled;
if (!procedure) throw new Error('There is no procedure');
const book = deskBook(procedure);
const books = new Map(compiled.map((one) => [one.entry.id, deskBook(one)]));
const card = (step: StepSlug, detour?: DetourSlug, attempt: Attempt = 0) =>
	callCard({ procedure: 'desktop', step, ...(detour ? { detour } : {}), attempt }, book);

describe.each(compiled.map((one) => ({ id: one.entry.id, one })))(
	'every step and every problem of $id has a card',
	({ id, one }) => {
		const own = books.get(id) ?? { steps: {}, detours: {} };
		const cardOf = (step: StepSlug, detour?: DetourSlug, attempt: Attempt = 0) =>
			callCard({ procedure: id, step, ...(detour ? { detour } : {}), attempt }, own);

		test('with three questions, fixes in order, and what not to suggest', () => {
			for (const { page } of one.steps) {
				const found = cardOf(page.slug);
				expect(found?.questions).toHaveLength(3);
				expect(found?.fixes[0]?.fixes.map(({ words }) => words)).toEqual(
					page.symptoms.filter(({ symptom }) => symptom !== 'something-else').map(({ words }) => words),
				);
				expect(found?.never.length).toBeGreaterThan(0);
				for (const { how } of found?.fixes[0]?.fixes ?? []) expect(how).toBeTruthy();
			}
			for (const { page } of one.detours)
				for (const step of page.from)
					for (const attempt of attempts) {
						const found = cardOf(step, page.slug, attempt);
						expect(found?.questions, page.slug).toHaveLength(3);
						expect(found?.fixes.flatMap(({ fixes }) => fixes).length).toBeGreaterThan(0);
						expect(found?.never.length).toBeGreaterThan(0);
					}
		});
		test('that speaks of the caller’s page, and never of what stands below there', () => {
			for (const { page } of one.detours)
				for (const step of page.from)
					expect(JSON.stringify(cardOf(step, page.slug)), page.slug).not.toMatch(/choose \\"[^"]+" below/i);
		});
		test('and no card claims a step before it that some way to it leaves out', () => {
			const leading = (slug: string) => one.steps.filter(({ page }) => page.next === slug);
			for (const { page } of one.steps) {
				const [claim = ''] = cardOf(page.slug)?.way ?? [];
				const before = leading(page.slug).map(({ page: { number } }) => number);
				expect(claim).toMatch(before.length === 0 ? /first step|way of the guide begins/ : /^Done before it/);
				if (before.length > 1) expect(claim).toContain(`step ${before.join(' or ')}`);
			}
		});
	},
);

describe('a card', () => {
	test('of a place that is not in the book is none', () => {
		expect(card('no-such-step' as StepSlug)).toBeUndefined();
		expect(card('get-help', 'no-such-problem' as DetourSlug)).toBeUndefined();
	});
});

describe('the way so far', () => {
	test('names the choice that leads to a problem', () => {
		expect(card('outlook-static-password', 'outlook-keeps-asking')?.way).toEqual([
			'Done before it, in the order of the guide: steps 1 to 12.',
			'At step 13 the caller chose “It keeps asking for my password”.',
		]);
	});
	test('names what did not help before, where only one choice leads there', () => {
		expect(card('request-static-password')?.way).toEqual(['This is the first step.']);
		expect(card('enter-static-password', 'new-static-password')?.way.slice(1)).toEqual([
			'At step 7 the caller chose “My static password is not accepted”.',
			'It did not help: The static password is refused.',
		]);
	});
	test('does not claim to know one of several choices', () => {
		const way = card('enroll-and-create-pin', 'new-mfa-email')?.way[1];
		expect(way).toContain('” or “');
	});
	test('counts the tries, and what comes next stands first', () => {
		const found = card('use-passcode-on-vpn', 'passcode-refused', 1);
		expect(found?.way.at(-1)).toBe('The first try has failed.');
		expect(found?.fixes.map(({ heading }) => heading)).toEqual(['Do this now', 'Tried already']);
	});
	test('after the second try, neither of them is what to do now', () => {
		const found = card('use-passcode-on-vpn', 'passcode-refused', 2);
		expect(found?.fixes.map(({ heading }) => heading).filter((one) => one.startsWith('Tried'))).toEqual([
			'Tried already, the second time',
			'Tried already',
		]);
	});
	test('of a guide with several ways names those that lead here, and what they have in common', () => {
		const android = books.get('android') ?? { steps: {}, detours: {} };
		const before = (step: StepSlug) => callCard({ procedure: 'android', step, attempt: 0 }, android)?.way[0];
		expect(before('open-user-portal')).toBe('A way of the guide begins with this step.');
		expect(before('scan-qr-code')).toBe(
			'Done before it, in the order of the guide: step 4 or 7, by the way that was taken.',
		);
		expect(before('allow-push')).toBe(
			'Done before it, in the order of the guide: step 6 or 8 or 10, by the way that was taken, then step 11.',
		);
	});
	test('of a link with progress', () => {
		expect(
			walkedWay({
				done: [3, 5, 7, 8],
				arrivedAt: 4,
				attempt: 1,
				problems: [{ title: 'No internet', again: true }],
			}),
		).toEqual([
			'Marked done: 3, 5, 7 to 8.',
			'Done elsewhere: 1 to 2.',
			'Had this problem more than once: No internet.',
			'The first try has failed.',
		]);
		expect(walkedWay({ done: [], arrivedAt: 1, attempt: 0, problems: [] })).toEqual([
			'No step is marked done.',
		]);
	});
});

test('every card has three questions, and one that says what the manager does where step 1 is theirs', () => {
	const few = Object.values(book.detours).filter(
		(detour) => detour && card(detour.from[0] as StepSlug, detour.slug)?.questions.length !== 3,
	);
	expect(few.map((detour) => detour?.slug)).toEqual([]);
	expect(card('request-static-password')?.manager).toMatch(/order the static password/);
});

test('the call itself is no problem of the caller', () => {
	expect(card('skip-outlook-mobile', 'service-desk')?.problem).toBeUndefined();
	expect(card('use-passcode-on-vpn', 'passcode-refused')?.problem?.words).toBeTruthy();
});

describe('what is sent and written down', () => {
	const place = {
		app: 'Handrail',
		version: '2031-07-26',
		procedure: 'Set up your new computer',
		number: 13,
		count: 24,
		title: 'Type the static password in Outlook',
		problem: { title: 'Outlook keeps asking', words: 'It keeps asking for my password' },
		attempts: 1,
		code: '4K7 M9Q',
		link: 'https://guide.example/desktop/outlook-static-password/outlook-keeps-asking/',
	};
	test('a ticket has version, step, problem and tries, and nothing of the person', () => {
		expect(ticketText(place)).toMatch(
			/version of 2031-07-26[\s\S]*Step: 13 of 24[\s\S]*Problem: Outlook keeps asking \(“It keeps asking for my password”\)\nFailed tries: 1\nCode: 4K7 M9Q/,
		);
		expect(ticketText(place)).not.toMatch(/\b(name|user id|phone):/i);
	});
	test('a ticket says what is not known, and the way that the caller’s link told', () => {
		const text = ticketText({
			...place,
			problem: undefined,
			attempts: undefined,
			walked: ['Marked done: 1.'],
		});
		expect(text).toContain('Problem: not yet known\nFailed tries: not known\n');
		expect(text).toContain('Done so far: Marked done: 1.\n');
	});
	test('a mail has the link on a line of its own', () => {
		const { subject, text } = placeMail(place, { name: 'service desk', phone: '1' });
		expect(text.split('\n')).toContain(place.link);
		expect(subject).toBe('Handrail: step 13, Type the static password in Outlook');
	});
});
