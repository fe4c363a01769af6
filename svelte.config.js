import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { contentComponents, headingIds, literalText } from './scripts/vite/content-markup.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.md'],
	preprocess: [
		contentComponents(fileURLToPath(new URL('./src/content', import.meta.url))),
		vitePreprocess(),
		mdsvex({
			extensions: ['.md'],
			highlight: false,
			smartypants: false,
			rehypePlugins: [headingIds, literalText],
		}),
	],
	// mdsvex emits context="module": runes everywhere but there
	vitePlugin: {
		dynamicCompileOptions: ({ filename }) =>
			/node_modules|\.md$/.test(filename) ? undefined : { runes: true },
	},
	kit: {
		adapter: adapter({ pages: process.env.BUILD_DIR || 'build', strict: true }),
		// a second build beside the first, in tests, keeps to its own folders
		outDir: process.env.KIT_OUT_DIR || '.svelte-kit',
		files: { assets: 'static' },
		paths: { relative: true },
		version: { name: process.env.BUILD_VERSION ?? 'dev' },
		inlineStyleThreshold: 64_000,
		// src/routes/offline.ts does, which also sees when it fails
		serviceWorker: { register: false },
		prerender: {
			handleHttpError: 'fail',
			handleMissingId({ path, message }) {
				// what stands behind # there is a place, which its script reads
				if (path !== '/desk/' && path !== '/console/') throw new Error(message);
			},
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// the one style attribute that SvelteKit sets itself (route announcer)
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'handrail-worker'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
			},
		},
	},
};
