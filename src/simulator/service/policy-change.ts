import { policyWith, type PolicyOverrides } from '../policy.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, UserId } from './state.ts';
import { operatorOf } from './users.ts';

/** An operator applies new policy values. They hold for what comes; what was given out stays (facts 5.1). */
export const changePolicy = act(
	'change-policy',
	(input: { readonly operator: UserId; readonly policy: PolicyOverrides }) => ({
		by: input.operator,
		to: Object.keys(input.policy).join(', '),
	}),
	(service, input): Outcome<null, 'unknown-operator'> =>
		operatorOf(service, input.operator)
			? done({ ...service, policy: policyWith(input.policy, service.policy) }, null)
			: deny(service, 'unknown-operator'),
);
