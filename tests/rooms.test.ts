import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readSources, roomArrows } from './imports.ts';
import { drawRooms } from './rooms.ts';

// drawn anew by: npx vitest run tests/rooms.test.ts -u
test('the picture of the rooms shows the imports of today', async () => {
	const arrows = roomArrows(readSources(fileURLToPath(new URL('../src', import.meta.url))));
	await expect(await drawRooms(arrows)).toMatchFileSnapshot('../docs/images/rooms.svg');
});
