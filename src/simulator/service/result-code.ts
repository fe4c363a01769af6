import type { Result } from '../../domain/result.ts';

/**
 * Facts 5.10: 0 fail, 1 success, 2 challenge, 3 server gave a PIN, 4 user must set a PIN, 5 outer window,
 * 6 change static password, 7 change refused, 8 PIN refused, 9 fake challenge. 2 and 9 come with challenges,
 * which need push.
 */
export type ResultCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const QUESTIONS: Readonly<Record<string, ResultCode>> = {
	challenge: 2,
	'pin-given': 3,
	'set-pin': 4,
	again: 5,
	'change-password': 6,
	'fake-challenge': 9,
};
/** Refusals of an answer that are no comment on the answer itself. */
const PLAIN = ['unknown-user', 'account-locked', 'not-asked'];

/** The result code of a login, or of the answer to code 6 or 4. */
export function resultCode(
	reply: Result<unknown, string>,
	act: 'login' | 'change-static-password' | 'set-server-pin' = 'login',
): ResultCode {
	if (reply.ok) return 1;
	if (act === 'login') return Object.hasOwn(QUESTIONS, reply.reason) ? (QUESTIONS[reply.reason] ?? 0) : 0;
	if (PLAIN.includes(reply.reason)) return 0;
	return act === 'change-static-password' ? 7 : 8;
}
