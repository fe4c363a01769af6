import { describe, expect, test } from 'vitest';
import { drive } from '../simulator/phone/driven.ts';
import { consoleScreenNames } from '../simulator/console/index.ts';
import { createWorld, screenOf, type Control, type Screen, type World } from '../simulator/world.ts';
import { consolePartsOf } from './console-parts.ts';
import { controlsOf } from './parts.ts';

const START = Date.UTC(2026, 2, 2, 14);
const fresh = createWorld({ seed: 5, startsAt: START, console: true });
const at = (...controls: readonly string[]): Screen =>
	screenOf(drive(fresh, 'console').use(...controls).world, 'console');
const { serial } = JSON.parse(
	JSON.stringify(Object.values(fresh.service.tokens).flatMap((bucket) => Object.values(bucket))[0]),
) as { serial: string };

/** Every page, as it stands with a user, a token and a policy chosen. */
function pages(): Screen[] {
	const { console } = drive(fresh, 'console').use(
		'console.module-assignment',
		'console.search',
		'console.tick-JR48213',
	).world;
	return consoleScreenNames.map((name) => {
		const page = name.slice('console.'.length);
		const chosen = {
			page,
			user: 'JR48213',
			serial,
			policy: 'targets',
			list: { type: null, state: null, serial: null },
		};
		return screenOf({ ...fresh, console: { ...console, ...chosen } } as World, 'console');
	});
}

/** All controls of a page, as they are drawn. */
const drawn = (screen: Screen): Control[] => {
	const { modules, title, told, body } = consolePartsOf(screen);
	return [
		...modules,
		...(title ? [title] : []),
		...told,
		...body.flatMap((part) =>
			part.kind === 'table'
				? part.rows.flatMap(({ cells }) => Object.values(cells).flat())
				: controlsOf(part),
		),
	];
};

describe('a page of the console', () => {
	test.each(pages().map((screen) => [screen.name, screen] as const))(
		'%s: every control is in exactly one place',
		(_, screen) => {
			const ids = (controls: readonly Control[]) => controls.map(({ id }) => id).sort();
			expect(ids(drawn(screen))).toEqual(ids(screen.controls));
		},
	);

	test('a table has its columns in their order, a row for each, and the column that names the row', () => {
		const users = consolePartsOf(at('console.module-assignment', 'console.search')).body.find(
			({ kind }) => kind === 'table',
		);
		expect(users).toMatchObject({
			name: 'Users',
			columns: ['Select', 'User ID', 'Name', 'E-mail', 'Tokens', 'Account'],
			head: 'User ID',
		});
		expect(users?.kind === 'table' && users.rows.map(({ id }) => id)).toEqual([
			'AB99999',
			'OP00001',
			'JR48213',
			'MW10027',
		]);
	});

	test('what is chosen of several is a radio, what is ticked is a box', () => {
		const how = (screen: Screen) =>
			consolePartsOf(screen).body.flatMap((part) => (part.kind === 'choices' ? [part.how] : []));
		expect(how(at('console.module-tokens'))).toEqual(['radio']);
		expect(how(at('console.module-policies', 'console.policy-push-rejection'))).toEqual(['check']);
	});
});
