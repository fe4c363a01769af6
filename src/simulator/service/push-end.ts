import { pushRequestOf, withRequest } from './push-requests.ts';
import type { Service, UserId } from './state.ts';

/** The time of a request is over: nobody answered. No failure: the person may be away (facts 8.2, assumed). */
export function expirePush(service: Service, user: UserId, id: string): Service {
	const request = pushRequestOf(service, user, id);
	if (request?.state !== 'waiting') return service;
	return withRequest(service, { ...request, state: 'expired', endedAt: service.now });
}
