import type { Entry } from '../entries.ts';
import { deviceScreen } from '../device-screen.ts';
import { readQr } from '../service/user-portal.ts';
import type { World } from '../state.ts';

/** The QR code that the laptop shows right now: exactly the text that its screen's control carries. */
export const qrInSight = (world: World): string | undefined =>
	deviceScreen(world, 'laptop').live.find(({ qr }) => qr !== undefined)?.qr;

/**
 * What the phone's camera reads from the computer's screen.
 *
 * @returns the activation string by reference, or what to say instead
 */
export function scanned(
	world: World,
): Extract<Entry, { kind: 'activation-string' }> | 'qr-not-seen' | 'qr-not-read' {
	const text = qrInSight(world);
	if (text === undefined) return 'qr-not-seen';
	const read = readQr(world.service, text);
	return read ? { kind: 'activation-string', ...read } : 'qr-not-read';
}
