import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/**
		 * A page as it arrives, before any script: also what is for browsers without scripts is read as theirs.
		 *
		 * @throws Error when it does not come
		 */
		arrived(address: string): Promise<Document>;
	}
}

/** Lets the pages that are opened from now on read others as they arrive, with `window.arrived`. */
export const readArrived = (page: Page): Promise<unknown> =>
	page.addInitScript(() => {
		window.arrived = (address) =>
			new Promise((resolve, reject) => {
				const request = new XMLHttpRequest();
				request.open('GET', address);
				request.responseType = 'document';
				request.onload = () =>
					request.status === 200
						? resolve(request.response as Document)
						: reject(new Error(`${address}: ${request.status}`));
				request.onerror = () => reject(new Error(address));
				request.send();
			});
	});
