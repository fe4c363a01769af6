import { refused, type Result } from '../../domain/result.ts';
import type { Policy } from '../policy.ts';

export type PinProblem = 'too-short' | 'too-long' | 'wrong-characters' | 'trivial';

/** What keeps a text from being a Token PIN: length, characters, and, where switched on, the trivial filter. */
export function pinProblem(policy: Policy['pin'], text: string): PinProblem | null {
	const allowed = policy.characters === 'digits' ? /^\d*$/ : /^[\dA-Za-z]*$/;
	if (!allowed.test(text)) return 'wrong-characters';
	if (text.length < policy.length) return 'too-short';
	if (text.length > policy.length) return 'too-long';
	return policy.refuseTrivial && isTrivial(text) ? 'trivial' : null;
}

/** What keeps a text from being a Server PIN (facts 5.9). The trivial filter is that of Token PINs (assumed). */
export function serverPinProblem(policy: Policy, text: string): PinProblem | null {
	if (!/^[\dA-Za-z]*$/.test(text)) return 'wrong-characters';
	if (text.length < policy.serverPin.minLength) return 'too-short';
	if (text.length > policy.serverPin.maxLength) return 'too-long';
	return policy.pin.refuseTrivial && isTrivial(text) ? 'trivial' : null;
}

/** One character throughout, or each the next (or the one before) of the last: 0000, 1234, dcba. */
export function isTrivial(text: string): boolean {
	const steps = Array.from(text.slice(1), (_, i) => text.charCodeAt(i + 1) - text.charCodeAt(i));
	return [0, 1, -1].some((step) => steps.every((other) => other === step));
}

/** Kept by the app beside its credential; the service never sees it. */
export type TokenPin = { readonly text: string; readonly triesLeft: number };
type Tried<Reason extends string> = { readonly pin: TokenPin; readonly reply: Result<null, Reason> };

/** A new Token PIN, typed twice. Differing entries are no failed login: nothing is counted (facts 3.3, assumed). */
export function createTokenPin(
	policy: Policy['pin'],
	text: string,
	again: string,
): Result<TokenPin, PinProblem | 'entries-differ'> {
	const problem = pinProblem(policy, text);
	if (problem) return refused(problem);
	if (text !== again) return refused('entries-differ');
	return { ok: true, value: { text, triesLeft: policy.maxTries } };
}

/**
 * A Token PIN typed to see a code. Right: the tries start anew (assumed). The last wrong one is `gone`: the
 * app removes the token, only a new enrollment helps (facts 3.3, 8.5).
 */
export function tryTokenPin(policy: Policy['pin'], pin: TokenPin, text: string): Tried<'wrong' | 'gone'> {
	if (pin.triesLeft <= 0) return { pin, reply: refused('gone') };
	if (text === pin.text)
		return { pin: { ...pin, triesLeft: policy.maxTries }, reply: { ok: true, value: null } };
	const triesLeft = pin.triesLeft - 1;
	return { pin: { ...pin, triesLeft }, reply: refused(triesLeft > 0 ? 'wrong' : 'gone') };
}

/** "Change PIN code": the present PIN first, which counts as a try (facts 8.5), then the new one twice. */
export function changeTokenPin(
	policy: Policy['pin'],
	pin: TokenPin,
	input: { readonly current: string; readonly text: string; readonly again: string },
): Tried<'wrong' | 'gone' | PinProblem | 'entries-differ'> {
	const tried = tryTokenPin(policy, pin, input.current);
	if (!tried.reply.ok) return tried;
	const created = createTokenPin(policy, input.text, input.again);
	return created.ok
		? { pin: created.value, reply: { ok: true, value: null } }
		: { pin: tried.pin, reply: created };
}
