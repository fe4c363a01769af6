// Runs validator.ts on a Node that reads no TypeScript by itself: `node bench/validator.mjs`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('./validator.ts', import.meta.url)), {
	configFile: false,
	logLevel: 'error',
});
