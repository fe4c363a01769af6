import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../build', import.meta.url));

/** Leads elsewhere at once, so there is nothing to look at; or is looked at by tests of its own. */
const redirects = /^(step|embed)\//;

/** Exercises share a page; their screens are looked at where the exercises are done. */
const exercises = /^practice\/(?!all-steps\/|drill\/|progress\/)[^/]+\//;

/** Every page that differs from all others: a detour stands for all its callers. Paths from the site's root. */
export type DistinctPages = { steps: string[]; detours: string[]; others: string[] };

/** What pages of steps and problems may have or not: those that have the same are of one kind. */
const features = [
	/data-detour=/,
	/data-answer=/,
	/data-not-fixed/,
	/Only they can solve this/,
	/Do not stop here/,
	/data-place="phone"/,
	/class="question/,
];

/** Reads them from the built site: of the first procedure all, of the others one of each kind; with `LONG` all. */
export function distinctPages(): DistinctPages {
	const seen = new Set<string>();
	const isFirstOfItsKind = (path: string, html: string) => {
		const content = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
		const kind = [path.split('/')[0], ...features.map((one) => one.test(content))].join();
		return Boolean(process.env.LONG) || (!seen.has(kind) && Boolean(seen.add(kind)));
	};
	const steps: [number, string][] = [];
	const detours = new Map<string, [number, string]>();
	const others: string[] = [];
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('index.html')) continue;
		const path = dirname(file) === '.' ? '' : `${dirname(file)}/`;
		if (redirects.test(path) || exercises.test(path)) continue;
		const html = readFileSync(join(folder, file), 'utf8');
		const main = /<main\b[^>]*>/.exec(html)?.[0] ?? '';
		const number = Number(/data-step-number="(\d+)"/.exec(main)?.[1]);
		const detour = /data-detour="([^"]+)"/.exec(main)?.[1];
		if (number && !path.startsWith('desktop/') && !isFirstOfItsKind(path, html)) continue;
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
	'android/done/',
	'android/scan-qr-code/',
	'android/open-enrollment-link/mail-link-opens-nothing/',
	'push/',
	'push/done/',
	'push/confirm-it-is-you/',
	'push/open-request/two-requests-wait/',
	'migration/verify-caller/',
];
