import { expect, test } from 'vitest';
import { itemsOf, labelsIn } from './read.ts';

const body =
	'## Fix it\n\n1. Select <Label kind="button">&lt;</Label> or <Label kind="button">&gt;</Label>.\n';

test('labels that are marks of HTML are read as a person sees them', () => {
	expect(labelsIn(body, {}).map(({ text }) => text)).toEqual(['<', '>']);
	expect(itemsOf(body, {})['Fix it']).toEqual(['Select [<] or [>].']);
});
