import { mount, unmount } from 'svelte';
import type { Progress } from '../guide/progress.ts';
import type { Session } from '../guide/session.ts';
import InstallOffer from './InstallOffer.svelte';

/** What Chromium sends where a site can be installed; no standard yet. */
export type InstallEvent = Event & { readonly prompt: () => Promise<unknown> };

/** A person who said no is never asked again in this browser. */
const declined = 'install-declined';

/**
 * Offers to install the guide as an app, once a step was finished and never before.
 *
 * @param prompt makes the browser's own offer, which was held back
 */
export async function offerInstall(session: Session, prompt: () => void): Promise<void> {
	if (await session.note(declined)) return;
	let shown = false;
	const look = ({ replayed }: Progress) => {
		if (shown || !replayed || replayed.done.length === 0) return;
		shown = true;
		const offer = mount(InstallOffer, {
			target: document.body,
			props: {
				install: () => {
					end();
					prompt();
				},
				decline: () => {
					end();
					void session.setNote(declined, true);
				},
			},
		});
		const end = () => {
			unsubscribe();
			void unmount(offer);
		};
		addEventListener('appinstalled', end, { once: true });
	};
	const { unsubscribe } = session.subscribe(look);
	// the step may have been finished while the note was read
	look(session.getSnapshot());
}
