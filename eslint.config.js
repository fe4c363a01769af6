import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	{
		files: ['**/*.js', '**/*.mjs', 'scripts/**', 'tests/**', 'bench/**', '*.ts'],
		languageOptions: { globals: globals.node },
	},
	// parts of these run in the page
	{ files: ['bench/**', 'scripts/pages/height.js'], languageOptions: { globals: globals.browser } },
	{
		files: ['**/*.ts'],
		extends: [typescript.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: { projectService: { allowDefaultProject: ['src/service-worker.ts'] } },
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-deprecated': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// a store in memory answers with promises as well
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		// code over machines of any kind: the library's own types for those are `any`
		files: ['src/machines/*.ts', 'src/guide/replay.ts', 'src/routes/certificate.json/*.ts'],
		rules: {
			'@typescript-eslint/no-unnecessary-type-assertion': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
		},
	},
	{
		files: ['src/**'],
		languageOptions: { globals: globals.browser },
		rules: { 'no-console': 'error' },
	},
	{ files: ['src/service-worker.ts'], languageOptions: { globals: globals.serviceworker } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		extends: [typescript.configs.recommended, svelte.configs.recommended],
		languageOptions: {
			parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig },
		},
		rules: {
			'svelte/button-has-type': 'error',
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': 'error',
			// one helper makes all addresses, with their final slash
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
);
