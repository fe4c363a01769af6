import { tokenOf, withToken } from './stock.ts';
import type { Serial, Service } from './state.ts';

/** As if push had not been permitted when the token was enrolled ("No Thanks"). */
export function pushForbidden(service: Service, serial: Serial): Service {
	const token = tokenOf(service, serial);
	if (token?.device?.push !== 'Enabled') return service;
	return withToken(service, { ...token, device: { ...token.device, push: 'Disabled' } });
}
