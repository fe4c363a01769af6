import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Organization } from '../src/domain/organization.schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const otherFile = join(root, 'tests/fixtures/organization.json');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Organization;
const first = read(join(root, 'organization.json'));
const other = read(otherFile);

/** Inside the project, since a build looks for packages from there on. */
const outDir = join(root, '.svelte-kit', `other-organization-${process.pid}`);
const build = join(outDir, 'build');

beforeAll(async () => {
	const env: NodeJS.ProcessEnv = {
		...process.env,
		ORGANIZATION: otherFile,
		KIT_OUT_DIR: outDir,
		BUILD_DIR: build,
	};
	for (const name of ['BUILD_VERSION', 'NODE_ENV', 'VITEST']) Reflect.deleteProperty(env, name);
	const command = ['scripts/build.mjs', '--words-only'];
	await promisify(execFile)(process.execPath, command, { cwd: root, env, maxBuffer: 2 ** 26 });
}, 600_000);
afterAll(() => {
	rmSync(outDir, { recursive: true, force: true });
});

/** Half a product's name. */
const generic = new Set(['Mobile']);

/** Every text of the first organization's file that must not be found where another one is built for. */
function marksOf({ app: _, serviceDesk, ...rest }: Organization): RegExp[] {
	const texts = textsOf(rest).filter((text) => !generic.has(text));
	const hosts = texts.filter((text) => text.includes('://')).map((text) => new URL(text).host);
	const names = [...rest.emailDomains, rest.portal].map((host) => host.split('.').at(-2) ?? '');
	const phone = serviceDesk.phone.replace(/\D/g, '').split('').join('\\D{0,3}');
	return [...new Set([...texts, ...hosts, ...names])]
		.map((text) => new RegExp(`(?<![a-z\\d])${escape(text)}(?![a-z\\d])`, 'i'))
		.concat(new RegExp(`(?<!\\d)${phone}(?!\\d)`));
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text files of a folder, without the compressed copies. */
const filesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(
			(entry) =>
				entry.isFile() && /\.(css|html|js|json|md|svelte|svg|ts|txt|webmanifest|xml|ya?ml)$/.test(entry.name),
		)
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ file: relative(folder, file), text: readFileSync(file, 'utf8') }));

const remains = (folder: string, marks: readonly RegExp[]) =>
	filesOf(folder).flatMap(({ file, text }) =>
		marks.flatMap((mark) => {
			const found = mark.exec(text);
			return found ? [`${file}: ${text.slice(Math.max(0, found.index - 40), found.index + 60)}`] : [];
		}),
	);

test('the source holds nothing of the organization', () => {
	expect(remains(join(root, 'src'), marksOf(first))).toEqual([]);
});

test('a build for another organization holds nothing of the first', () => {
	expect(remains(build, marksOf(first))).toEqual([]);
});

test('its pages do not carry the name that the product has at the first', () => {
	const shown = filesOf(build)
		.filter(({ file }) => /\.(html|webmanifest)$/.test(file))
		.map(({ file, text }) => ({ file, text: text.replace(/<(style|script)\b.*?<\/\1>/gs, '') }));
	expect(shown.filter(({ text }) => text.includes(first.app)).map(({ file }) => file)).toEqual([]);
	expect(shown.find(({ file }) => file === 'index.html')?.text).toContain(other.app);
});

test('its pages carry what is the other one’s', () => {
	const { notice, signInBox, portal, emailDomains, userId, catalog, tokenName, serviceDesk } = other;
	const texts = textsOf([
		notice,
		signInBox,
		portal,
		emailDomains,
		userId.short,
		catalog,
		tokenName,
		serviceDesk,
	]);
	const pages = filesOf(build).filter(({ file }) => file.endsWith('.html'));
	expect(texts.filter((text) => !pages.some((page) => page.text.includes(text)))).toEqual([]);
});

test('figures are the policy’s: no page speaks of a PIN of the first one’s length', () => {
	const wrong = new RegExp(`\\b${first.figures.pinLength}[- ]digit`);
	const pages = filesOf(build).filter(({ file }) => file.endsWith('.html'));
	expect(pages.filter(({ text }) => wrong.test(text)).map(({ file }) => file)).toEqual([]);
});
