import { act, deny, done } from './settle.ts';
import type { Outcome, Serial, UserId } from './state.ts';
import { tokenOf, withToken } from './stock.ts';

/**
 * The app tells the service whether a token may be pushed to: the switch "Autosend Passcode" (procedure D). That the
 * service then knows of it is assumed; where the target has no push nothing changes.
 */
export const permitPush = act(
	'permit-push',
	(input: { readonly user: UserId; readonly serial: Serial; readonly on: boolean }) => ({
		by: input.user,
		to: input.serial,
	}),
	(service, input): Outcome<null, 'unknown-token' | 'push-off'> => {
		const token = tokenOf(service, input.serial);
		if (token?.owner !== input.user || !token.device) return deny(service, 'unknown-token');
		const { device } = token;
		if (device.push === 'Not Applicable' || !service.policy.targets[device.target].push)
			return deny(service, 'push-off');
		const push = input.on ? 'Enabled' : 'Disabled';
		// the console shows what held at enrollment (facts 5.12)
		const enrolled = service.console && { enrolledPush: device.enrolledPush ?? device.push };
		return done(withToken(service, { ...token, device: { ...device, push, ...enrolled } }), null);
	},
);
