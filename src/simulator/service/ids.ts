/** An instant, epoch ms UTC, true time. */
export type Instant = number;
/** The name a person logs in with. */
export type UserId = string;
export type Serial = string;
export type TaskId = string;
export type PasswordId = string;
/** A verification code of the user portal. */
export type CodeId = string;
