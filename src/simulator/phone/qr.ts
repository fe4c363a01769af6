import type { Entry } from '../entries.ts';
import { value, type Live } from '../screen.ts';
import { textOf } from '../service/service.ts';
import type { World } from '../state.ts';

/**
 * The QR code of an enrollment, where the token may be enrolled by one (procedure B). The control carries the text
 * that the code holds, and the phone's camera reads exactly that.
 */
export function qrCode(
	world: World,
	prefix: string,
	entry: Extract<Entry, { kind: 'activation-string' }>,
): Live[] {
	const qr = textOf(world.service, entry.user, entry);
	if (world.service.policy.task.qr === false || qr === null) return [];
	return [{ ...value(`${prefix}.qr`, 'QR code to scan with MobilePASS+'), qr }];
}
