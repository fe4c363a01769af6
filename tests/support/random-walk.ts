import type { Page } from '@playwright/test';

/** What is typed into every field of a walk: it may be found nowhere. */
export const canary = 'Canary-7731-Zebra';

/** Where a walk came to. */
export type Walked = { readonly screens: string[]; readonly hint: string; readonly passed: boolean };

/**
 * Uses whatever is on the screen, at random: each control is as likely as any other, and what would take long is
 * waited for at once. The walk begins anew where the exercise does, and ends by asking the coach for a way on.
 */
export const walkAtRandom = (page: Page, seed: number, acts: number): Promise<Walked> =>
	page.evaluate(
		async ({ seed, acts, canary }) => {
			let state = seed * 2_654_435_761 + 1;
			const random = () => {
				// mulberry32
				state = (state + 0x6d2b79f5) | 0;
				let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
				mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
				return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
			};
			const drawn = () => new Promise((resolve) => setTimeout(resolve));
			const button = (name: string) =>
				[...document.querySelectorAll('main button')].find(({ textContent }) => textContent?.trim() === name);
			const press = async (target: Element | undefined) => {
				(target as HTMLElement | undefined)?.click();
				await drawn();
			};
			await press(button('Restart'));
			const screens = new Set<string>();
			for (let act = 0; act < acts; act += 1) {
				for (const device of document.querySelectorAll('[data-screen]'))
					screens.add(device.getAttribute('data-screen') ?? '');
				if (random() < 0.1) await press(button(random() < 0.5 ? 'Undo' : 'Skip the wait'));
				if (random() < 0.05) await press(document.querySelector('[aria-pressed=false]') ?? undefined);
				const controls = [...document.querySelectorAll<HTMLElement>('[data-device] :is(button, input)')];
				const target = controls[Math.floor(random() * controls.length)];
				if (target instanceof HTMLInputElement) {
					target.value = canary;
					target.dispatchEvent(new Event('input', { bubbles: true }));
					target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
					// half of the time something that fits
					const fit = [...document.querySelectorAll<HTMLElement>('button.type')];
					if (random() < 0.5) fit[Math.floor(random() * fit.length)]?.click();
					await drawn();
				} else await press(target);
			}
			await press(button('Give me a hint') ?? button('Show me where'));
			return {
				screens: [...screens],
				hint: document.querySelector('[data-coach]')?.textContent?.trim() ?? '',
				passed: document.querySelector('main')?.hasAttribute('data-passed') ?? false,
			};
		},
		{ seed, acts, canary },
	);
