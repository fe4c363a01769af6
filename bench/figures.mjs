/** @typedef {{ name: string, value: number, unit: string, limit?: number, least?: number, note?: string }} Figure */

/**
 * @param {number[]} values
 * @param {number} percent
 */
export function percentile(values, percent) {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
