import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../build', import.meta.url));

/** Leads elsewhere at once: nothing to look at. */
const redirects = /^step\//;

/** Exercises share a page; their screens are looked at where the exercises are done. */
const exercises = /^practice\/(?!all-steps\/|drill\/|progress\/)[^/]+\//;

/** Every page that differs from all others: a detour stands for all its callers. Paths from the site's root. */
export type DistinctPages = { steps: string[]; detours: string[]; others: string[] };

/** Reads them from the built site. */
export function distinctPages(): DistinctPages {
	const steps: [number, string][] = [];
	const detours = new Map<string, [number, string]>();
	const others: string[] = [];
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('index.html')) continue;
		const path = dirname(file) === '.' ? '' : `${dirname(file)}/`;
		if (redirects.test(path) || exercises.test(path)) continue;
		const main = /<main\b[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '';
		const number = Number(/data-step-number="(\d+)"/.exec(main)?.[1]);
		const detour = /data-detour="([^"]+)"/.exec(main)?.[1];
		if (!number) others.push(path);
		else if (!detour) steps.push([number, path]);
		else if ((detours.get(detour)?.[0] ?? Infinity) > number) detours.set(detour, [number, path]);
	}
	const inOrder = (list: [number, string][]) => list.sort(([a], [b]) => a - b).map(([, path]) => path);
	return { steps: inOrder(steps), detours: inOrder([...detours.values()]), others: others.sort() };
}

/** Cuts a list into so many parts of nearly the same length. */
export const parts = <Item>(list: readonly Item[], count: number): Item[][] =>
	Array.from({ length: count }, (_, part) =>
		list.slice(Math.floor((part * list.length) / count), Math.floor(((part + 1) * list.length) / count)),
	);

/** One page of each kind. */
export const onePerKind = [
	'',
	'desktop/',
	'desktop/request-static-password/',
	'desktop/enroll-and-create-pin/',
	'desktop/use-passcode-on-vpn/passcode-refused/',
	'desktop/use-passcode-on-vpn/service-desk/',
	'desktop/done/',
	'desktop/ask-your-manager/',
	'map/',
	'status/',
	'practice/all-steps/',
	'android/',
];
