import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileProcedures } from '../../scripts/vite/compile.ts';
import { fileURLToPath } from 'node:url';
import { desktopDetours, type DesktopDetour } from '../domain/desktop.ts';
import { button } from '../domain/label.ts';
import { desktopStepFacts } from '../steps/desktop/index.ts';
import { detourPictures } from './detour-pictures.ts';
import { detourPicturesOf, stepPictures, type Depicted } from './pictures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [procedure] = compileProcedures(root);
const ofSteps = stepPictures();
const ofDetours = detourPicturesOf(desktopDetours);

/** The mark is on the screen, once, with these words. */
function checkMark({ screen, mark }: Depicted) {
	const found = screen.controls.filter(({ id }) => id === mark?.id);
	expect(found).toEqual([mark]);
	expect(mark?.text).not.toBe('');
}

/** The numbered items of a text below a heading, or before the first, as they are written. */
function itemsBelow(file: string, heading: string): string[] {
	const [, , body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
	const part = body.split(/^## /m).find((one, at) => (at === 0 ? heading === '' : one.startsWith(heading)));
	return part?.match(/^\d+\. .*$/gm) ?? [];
}

/** An instruction has the number, and where some quote the marked label, it is one of those. */
function checkInstruction(items: readonly string[], { mark, instruction = 0 }: Depicted) {
	expect(items[instruction - 1], `instruction ${instruction}`).toBeDefined();
	const quote = `<Label kind="${mark?.kind}">${mark?.text}</Label>`;
	const quoting = items.flatMap((item, at) => (item.includes(quote) ? [at + 1] : []));
	if (quoting.length > 0) expect(quoting).toContain(instruction);
}

describe('the pictures of steps', () => {
	test('every step has one, but for the last: a telephone', () => {
		const without = desktopStepFacts.filter(({ slug }) => ofSteps.get(slug)?.length === 0);
		expect(without.map(({ slug }) => slug)).toEqual(['get-help']);
	});

	test.each(desktopStepFacts)(
		'step $number: each rings a control with the words and kind of its data',
		(step) => {
			const {
				items = {},
				alts,
				file = '',
			} = procedure?.steps.find(({ page }) => page.slug === step.slug) ?? {};
			const parts = Object.keys(items).filter((name) => name !== '');
			const depicted = ofSteps.get(step.slug) ?? [];
			expect(alts).toHaveLength(depicted.length);
			step.pictures.forEach(({ screen, mark }, at) => {
				const one = depicted[at];
				if (!one) throw new Error('expected a picture');
				expect(one.screen.name).toBe(screen);
				expect(one.mark).toMatchObject(mark);
				checkMark(one);
				checkInstruction(itemsBelow(file, parts[at] ?? ''), one);
			});
		},
	);

	test('what is used is not gray in the moment in which it is used', () => {
		const gray = [...ofSteps.values()].flat().filter(({ mark }) => mark?.enabled === false);
		expect(gray.map(({ step }) => step)).toEqual([]);
	});

	test('a screen or a control that is not there is an error that names it, and what is there', () => {
		const wrong = (screen: string, text: string) => () =>
			stepPictures([{ slug: 'start-outlook', pictures: [{ screen, mark: button(text), instruction: 1 }] }]);
		expect(wrong('outlook.mailboxes', 'Connect')).toThrow(
			/step start-outlook: there is no screen outlook.mailboxes there, only .*outlook.email/,
		);
		expect(wrong('outlook.email', 'Conect')).toThrow(
			/step start-outlook: outlook.email never shows button "Conect"; it has .*button "Connect"/,
		);
	});
});

describe('the pictures of detours', () => {
	const sourceOf = (slug: DesktopDetour) =>
		readFileSync(`${root}/src/content/desktop/detours/${slug}.md`, 'utf8');

	test('every detour is pictured, or there is a reason why not', () => {
		const without = desktopDetours.filter((slug) => !ofDetours.has(slug));
		const reasons = without.map((slug) => detourPictures[slug]);
		expect(reasons.every((one) => 'nothing' in one && one.nothing !== '')).toBe(true);
		// no more than these: the telephone, a push message, a black screen
		expect(without.sort()).toEqual([
			'black-screen-at-start',
			'desk-not-reached',
			'service-desk',
			'unexpected-push',
		]);
	});

	test.each(desktopDetours)('%s', (slug) => {
		const detour = procedure?.detours.find(({ page }) => page.slug === slug);
		const depicted = ofDetours.get(slug);
		expect(detour?.alts).toHaveLength(depicted ? 1 : 0);
		const [list] = /## [^#]*<Picture part="1" \/>/.exec(sourceOf(slug)) ?? [];
		expect(list !== undefined, 'a numbered ring stands below its list').toBe(
			depicted?.instruction !== undefined,
		);
		if (!depicted?.mark) return;
		checkMark(depicted);
		const heading = /^## (.*)$/m.exec(list ?? '')?.[1] ?? '';
		expect(['Check first', 'Fix it']).toContain(heading);
		checkInstruction(itemsBelow(detour?.file ?? '', heading), depicted);
	});

	test('what never comes is an error that names it, and what comes', () => {
		const wrong = (says: string) => () =>
			detourPicturesOf(['teams-loops'], {
				'teams-loops': {
					screen: 'teams.email',
					mark: button('Next'),
					says,
					way: { fault: 'teams-loops' },
				},
			});
		expect(wrong('Sign in to continue.')).not.toThrow();
		expect(wrong('Sign out.')).toThrow(
			/detour teams-loops: teams.email never shows button "Next" with "Sign out."; it has .*field "Email address"/,
		);
	});
});
