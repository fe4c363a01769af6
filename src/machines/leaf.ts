/** The innermost active state of a snapshot's value. */
export function leafOf(value: unknown): string {
	if (typeof value === 'string') return value;
	const [inner] = Object.entries(value as Record<string, unknown>);
	if (inner === undefined) return '';
	return inner[1] === undefined ? inner[0] : leafOf(inner[1]);
}
