import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileProcedures } from '../../../scripts/vite/compile.ts';
import { button } from '../../domain/label.ts';
import { guides, type GuideId } from '../../domain/slugs.ts';
import { stepsOf } from '../../steps/index.ts';
import { detourPicturesOf } from './detours.ts';
import { detourPictures, picturesOf } from './guides.ts';
import type { Depicted } from './moment.ts';
import { momentsOfRoad, stepPictures } from './steps.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const procedures = compileProcedures(root);

/** Where there is nothing on a screen: a telephone, a black screen, a button of the case. No more than these. */
const nothingToSee: Readonly<Record<GuideId, { steps: readonly string[]; detours: readonly string[] }>> = {
	desktop: {
		steps: ['get-help'],
		detours: ['black-screen-at-start', 'desk-not-reached', 'service-desk'],
	},
	android: { steps: [], detours: ['device-not-supported', 'phone-lost', 'service-desk'] },
	push: { steps: [], detours: ['push-login-locked', 'service-desk'] },
	migration: { steps: [], detours: ['console-not-reached', 'service-desk', 'user-without-email'] },
};

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

describe.each(guides)('the pictures of %s', (guide) => {
	const procedure = procedures.find(({ entry }) => entry.id === guide);
	const { facts } = stepsOf[guide];
	const ofGuide = picturesOf(guide);

	test('every step and every detour has one, or there is a reason why not', () => {
		const steps = facts.filter(({ pictures }) => pictures.length === 0).map(({ slug }) => slug);
		expect(steps).toEqual(nothingToSee[guide].steps);
		const detours = procedure?.detours.map(({ page }) => page.slug) ?? [];
		const without = detours.filter((slug) => !ofGuide.detours.has(slug));
		const reasons = without.map((slug) => detourPictures[guide][slug]);
		expect(reasons.every((one) => one && 'nothing' in one && one.nothing !== '')).toBe(true);
		expect(without.sort()).toEqual(nothingToSee[guide].detours);
	});

	test.each(facts)('step $number: each rings a control with the words and kind of its data', (step) => {
		const {
			items = {},
			alts,
			file = '',
		} = procedure?.steps.find(({ page }) => page.slug === step.slug) ?? {};
		const parts = Object.keys(items).filter((name) => name !== '');
		const depicted = ofGuide.steps.get(step.slug) ?? [];
		expect(alts).toHaveLength(depicted.length);
		step.pictures.forEach(({ screen, mark }, at) => {
			const one = depicted[at];
			if (!one) throw new Error('expected a picture');
			expect(one.screen.name).toBe(screen);
			expect(one.mark).toMatchObject(mark);
			checkMark(one);
			checkInstruction(itemsBelow(file, parts[at] ?? ''), one);
		});
	});

	test('what is used is not gray in the moment in which it is used', () => {
		const gray = [...ofGuide.steps.values()].flat().filter(({ mark }) => mark?.enabled === false);
		expect(gray.map(({ practice }) => practice)).toEqual([]);
	});

	test.each(procedure?.detours ?? [])('detour $page.slug', ({ page, alts, file }) => {
		const depicted = ofGuide.detours.get(page.slug);
		expect(alts).toHaveLength(depicted ? 1 : 0);
		const [list] = /## [^#]*<Picture part="1" \/>/.exec(readFileSync(file, 'utf8')) ?? [];
		expect(list !== undefined, 'a numbered ring stands below its list').toBe(
			depicted?.instruction !== undefined,
		);
		if (!depicted?.mark) return;
		checkMark(depicted);
		const heading = /^## (.*)$/m.exec(list ?? '')?.[1] ?? '';
		expect(['Check first', 'Fix it']).toContain(heading);
		checkInstruction(itemsBelow(file, heading), depicted);
	});
});

describe('what is not there', () => {
	test('on a step: an error names it, and what is there', () => {
		const moments = momentsOfRoad();
		const wrong = (screen: string, text: string) => () =>
			stepPictures(
				[{ slug: 'start-outlook', pictures: [{ screen, mark: button(text), instruction: 1 }] }],
				moments,
			);
		expect(wrong('outlook.mailboxes', 'Connect')).toThrow(
			/step start-outlook: there is no screen outlook.mailboxes there, only .*outlook.email/,
		);
		expect(wrong('outlook.email', 'Conect')).toThrow(
			/step start-outlook: outlook.email never shows button "Conect"; it has .*button "Connect"/,
		);
	});

	test('what never comes on a detour: an error names it, and what comes', () => {
		const wrong = (says: string) => () =>
			detourPicturesOf({
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
