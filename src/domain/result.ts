/** A value, or the reason why there is none. What a person can do wrong or meet is a reason, never an exception. */
export type Result<Value, Reason extends string> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
export const refused = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({
	ok: false,
	reason,
});
