import { find } from './buckets.ts';
import type { PortalCode } from './portal-state.ts';
import type { CodeId, Service, UserId } from './state.ts';

/** Every code that the user was sent, oldest first. */
export const codesOf = ({ codes = {} }: Service, user: UserId): readonly PortalCode[] =>
	find(codes, user) ?? [];

export const codeOfId = (service: Service, user: UserId, id: CodeId): PortalCode | undefined =>
	codesOf(service, user).find((code) => code.id === id);

/** The code that counts: the newest. */
export const newestCode = (service: Service, user: UserId): PortalCode | undefined =>
	codesOf(service, user).at(-1);
