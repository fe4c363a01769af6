// Draws docs/look.md and the pictures of README anew, from the built site. Run it after a change of how things look.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
	process.execPath,
	[fileURLToPath(import.meta.resolve('@playwright/test/cli')), 'test', 'look', ...process.argv.slice(2)],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, LOOK: '1' } },
);
process.exitCode = status ?? 1;
