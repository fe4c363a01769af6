import { factNames, type Entry, type World } from '../../simulator/world.ts';

/** Entries that a person might type anywhere: right ones, near misses, old ones. For tests. */
export function fillable(world: World): readonly Entry[] {
	const cards = ['user-id', 'email', 'computer-password', 'pin', 'next-static-password'] as const;
	const card = (value: (typeof cards)[number]) => ({ kind: 'card', value }) as const;
	const user = Object.values(world.service.users)
		.flatMap((bucket) => Object.values(bucket))
		.find(({ id }) => id === world.people.user);
	const passwords =
		user?.passwords.map(({ id }) => ({ kind: 'static-password', password: id }) as const) ?? [];
	const tokens = world.laptop.mobilepass.tokens.flatMap(
		({ credential: { serial, activation, intervalSeconds, pinType } }) =>
			[-4, -1, 0, 1].flatMap((off): Entry[] => {
				const step = Math.floor((world.now + world.laptop.clock.skew) / 1000 / intervalSeconds) + off;
				const code = { kind: 'passcode', serial, activation, step } as const;
				const pin = { kind: 'server-pin', serial } as const;
				if (pinType !== 'Server') return [code];
				return [code, { kind: 'joined', parts: [pin, code] }, { kind: 'joined', parts: [code, pin] }];
			}),
	);
	const strings = (user?.tasks ?? []).flatMap((task): Entry[] => {
		const of = { kind: 'activation-string', task, user: world.people.user } as const;
		return [of, { kind: 'near-miss', of, how: 'too-short' }];
	});
	return [
		...cards.map(card),
		...factNames.map((name) => ({ kind: 'fact', name }) as const),
		{ kind: 'near-fact', name: 'portal', how: 'one-off' },
		{ kind: 'near-miss', of: card('pin'), how: 'one-off' },
		{ kind: 'near-miss', of: card('pin'), how: 'trivial' },
		{ kind: 'near-miss', of: card('pin'), how: 'too-long' },
		{ kind: 'near-miss', of: card('email'), how: 'other-domain' },
		{ kind: 'near-miss', of: card('computer-password'), how: 'case' },
		{ kind: 'near-miss', of: card('user-id'), how: 'one-off' },
		...passwords,
		...tokens,
		...strings,
		{ kind: 'nothing' },
		{ kind: 'clock', skew: 0 },
		{ kind: 'clock', skew: 7_200_000 },
		{ kind: 'clock', skew: -90_000 },
	];
}
