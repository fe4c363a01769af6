import type { Page } from '@playwright/test';
import jsQR from 'jsqr';

/**
 * What a phone's camera reads from the picture as it is shown now.
 *
 * @param blank a page without a policy, in which the picture is taken apart
 * @param scale `device`: as large as the screen itself shows it
 */
export async function scan(
	page: Page,
	blank: Page,
	scale: 'css' | 'device' = 'css',
): Promise<string | undefined> {
	const shot = (await page.locator('[data-qr]').screenshot({ scale })).toString('base64');
	const { gray, width, height } = await blank.evaluate(async (image) => {
		const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const context = canvas.getContext('2d');
		context?.drawImage(bitmap, 0, 0);
		const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
		let gray = '';
		for (let at = 0; at < pixels.length; at += 4) gray += String.fromCharCode(pixels[at] ?? 0);
		return { gray, width: bitmap.width, height: bitmap.height };
	}, shot);
	const pixels = Uint8ClampedArray.from([...gray].flatMap((one) => Array<number>(4).fill(one.charCodeAt(0))));
	return jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
