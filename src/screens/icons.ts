const globe = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18';

/** Our own drawings for what only a phone and the pages beside it have, as those of `AppIcon`. */
export const icons: Readonly<Record<string, string>> = {
	portal: globe,
	'self-enrollment': globe,
	store: 'M4 9h16l-1.500 11h-13zM8 9V7a4 4 0 0 1 8 0v2M10 13l4 2.500-4 2.500z',
	home: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z',
	back: 'M20 12H5M11 5l-7 7 7 7',
	lock: 'M12 4v8M7 7a7.500 7.500 0 1 0 10 0',
	close: 'M6 6l12 12M18 6L6 18',
	add: 'M12 4v16M4 12h16',
	scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h3v3H8zM13.500 8H16v3M8 14h2.500v2.500M14 14h2v2',
	check: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12l3 3 5-6',
	bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
	fingerprint:
		'M5 10a8 8 0 0 1 14 0M7 20c1-3 1-5 1-8a4 4 0 0 1 8 0c0 4 0 5-1 8M12 11c0 4 0 6-1 10M4 15c.5-1 .8-2 .8-3M19 12c0 2 0 4-.5 6',
	face: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 9v1.500M15 9v1.500M12 9v4h-1M9 16c2 1.500 4 1.500 6 0',
	pin: 'M4 7h16v10H4zM8 12h.01M12 12h.01M16 12h.01',
	'app-settings': 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
	signal: 'M5 20v-4M10 20v-8M15 20V8M20 20V4',
	battery: 'M3 8h16v8H3zM19 10.500h2v3h-2M6 11h8v2H6z',
};
