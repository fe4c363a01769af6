import { mount, unmount } from 'svelte';
import type { Session } from '../guide/session.ts';

const note = 'search-keys-off';
const writable = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * Opens the search by `/`, by Ctrl+K and by every `[data-search]` link. The keys do nothing inside a field.
 * One that is pressed before it is known whether they were switched off waits for that.
 */
export function listenForSearch(session: () => Promise<Session>): void {
	let keys: 'unknown' | 'on' | 'off' = 'unknown';
	let isOpen = false;
	const known = session()
		.then((opened) => opened.note(note))
		.then(
			(off) => (keys = off === true ? 'off' : 'on'),
			() => (keys = 'on'),
		);
	function setKeys(on: boolean) {
		keys = on ? 'on' : 'off';
		void session().then((opened) => opened.setNote(note, !on));
	}

	async function open() {
		if (isOpen) return;
		isOpen = true;
		try {
			const { default: SearchDialog } = await import('./SearchDialog.svelte');
			// inside the element whose links the router follows
			const target = document.querySelector('main')?.parentElement ?? document.body;
			const dialog = mount(SearchDialog, {
				target,
				props: {
					keysOn: keys !== 'off',
					onKeys: setKeys,
					onClosed: () => {
						isOpen = false;
						void unmount(dialog);
					},
				},
			});
		} catch {
			// gone from the server: a newer version has its own page for it
			isOpen = false;
			const page = document.querySelector<HTMLAnchorElement>('a[data-search]');
			if (page) location.assign(page.href);
		}
	}

	addEventListener('keydown', (event) => {
		if (keys === 'off' || event.defaultPrevented || event.isComposing || event.altKey) return;
		const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k';
		const slash = event.key === '/' && !event.ctrlKey && !event.metaKey;
		if (!command && !slash) return;
		if (event.target instanceof Element && event.target.closest(writable)) return;
		event.preventDefault();
		void known.then(() => {
			if (keys === 'on') void open();
		});
	});
	addEventListener(
		'click',
		(event) => {
			const plain =
				event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
			if (!plain || !(event.target instanceof Element) || !event.target.closest('[data-search]')) return;
			event.preventDefault();
			void open();
		},
		// before the router, which would follow the link
		{ capture: true },
	);
}
