import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recipes } from '../scripts/recipes.mjs';

test('there are the four recipes', () => {
	expect(recipes().map(({ name }) => name)).toEqual([
		'Add a step',
		'Add a detour',
		'Add a fault and its scenario',
		'Change organization',
	]);
});

// who has followed a recipe has its lines instead
test.each(recipes())('$name: what it starts from is there, or what it makes of it', ({ parts }) => {
	for (const part of parts) {
		if (!('from' in part)) continue;
		const text = readFileSync(new URL(`../${part.file}`, import.meta.url), 'utf8');
		expect(text.includes(part.from) || text.includes(part.to), `${part.file}:\n${part.from}`).toBe(true);
	}
	expect(parts.length).toBeGreaterThan(1);
});
