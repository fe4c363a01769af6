/** What a person may note the day of. Only the day: never the password, never the link. New ones go to the end. */
export const credentials = ['static-password', 'mfa-email'] as const;
export type Credential = (typeof credentials)[number];
