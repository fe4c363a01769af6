/** The alphabet of RFC 4648, section 6. */
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as base32 without padding (RFC 4648, section 6). */
export function toBase32(bytes: readonly number[]): string {
	let text = '';
	let held = 0;
	let bits = 0;
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 0xfff;
		for (bits += 8; bits >= 5; bits -= 5) text += BASE32.charAt((held >>> (bits - 5)) & 31);
	}
	return bits > 0 ? text + BASE32.charAt((held << (5 - bits)) & 31) : text;
}
