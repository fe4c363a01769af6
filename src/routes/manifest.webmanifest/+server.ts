import { organization } from '../../domain/organization.ts';

export const prerender = true;

/** The web app manifest. Addresses are relative, so that any sub-folder will do. */
export const GET = () =>
	new Response(
		JSON.stringify({
			name: organization.app,
			short_name: organization.app,
			description: 'Set up your new computer, one step at a time.',
			start_url: './',
			scope: './',
			display: 'standalone',
			background_color: '#fdfcfa',
			theme_color: '#17406b',
			icons: [
				{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
				{ src: './icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
				{ src: './icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
				{ src: './icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
			],
			shortcuts: [
				{ name: 'Set up my computer', url: './desktop/' },
				{ name: 'Find what you see', url: './search/' },
				{ name: 'Practice', url: './practice/' },
				{ name: 'Service desk', url: './desk/' },
			],
		}),
		{ headers: { 'content-type': 'application/manifest+json' } },
	);
