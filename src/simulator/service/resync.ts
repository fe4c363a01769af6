import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { tokenFor, type OnToken, type TokenRefusal } from './life-cycle.ts';
import { findPair, stepAt } from './passcodes.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome } from './state.ts';
import { withToken } from './stock.ts';

/**
 * Two consecutive codes bring a token into step again, far beyond the outer window (facts 5.7: the manual form is
 * assumed, as are the sizes). Both are used up. Neither success nor failure touches the login counter (assumed).
 *
 * @returns the drift learned, in steps, device minus server; 0 for event tokens
 */
export const resync = act(
	'resync',
	({ operator, serial }: OnToken) => ({ by: operator, to: serial }),
	(
		service,
		input: OnToken & { readonly first: Entry; readonly second: Entry },
	): Outcome<{ readonly drift: number }, TokenRefusal | 'no-match'> => {
		const token = tokenFor(service, input, ['Active', 'Locked']);
		if (typeof token === 'string') return deny(service, token);
		const { seed } = token;
		const owner = token.owner ?? '';
		const [first, second] = [textOf(service, owner, input.first), textOf(service, owner, input.second)];
		if (!seed || first === null || second === null) return deny(service, 'no-match');
		const mark = findPair(seed, token, [first, second], service.now, service.policy.window.resync);
		if (mark === null) return deny(service, 'no-match');
		const drift = seed.mode === 'time' ? mark - stepAt(seed, service.now) : 0;
		return done(withToken(service, { ...token, mark, drift }), { drift });
	},
);
