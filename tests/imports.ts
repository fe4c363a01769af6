import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

/** A file below `src/` and what stands in it. */
export type Source = { readonly file: string; readonly text: string };

type Import = {
	readonly from: string;
	/** As written. */
	readonly name: string;
	/** The file below `src/` that a relative name means, or one above it that begins with `../`. */
	readonly file: string | undefined;
	readonly typeOnly: boolean;
};

/** What each room may import besides itself. `routes`, with the files beside the rooms, may import all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	machines: ['domain'],
	simulator: ['domain'],
	storage: ['domain'],
	steps: ['domain'],
	content: ['domain', 'steps'],
	sharing: ['domain', 'steps'],
	guide: ['domain', 'machines', 'steps', 'content', 'sharing', 'storage'],
	practice: ['domain', 'simulator', 'machines', 'steps', 'sharing', 'storage'],
	desk: ['domain', 'machines', 'steps', 'content', 'sharing'],
	trainer: ['domain', 'practice', 'simulator', 'steps', 'sharing', 'storage'],
	ui: ['domain'],
	screens: ['domain', 'ui'],
};
const allowedTypes: Readonly<Record<string, readonly string[]>> = { screens: ['simulator'] };

/** Rooms whose logic knows no framework, page, database, real time or chance; their `.svelte` files may. */
const pure = new Set('domain machines simulator steps sharing guide practice desk trainer'.split(' '));
const impureModules = /^(svelte|@xstate\/svelte|dexie|node:|\$)|\.svelte(\.ts)?$/;
const impureNames = new Set(
	`cancelAnimationFrame clearInterval clearTimeout crypto document fetch globalThis history indexedDB
	localStorage location matchMedia navigator performance queueMicrotask requestAnimationFrame
	requestIdleCallback self sessionStorage setInterval setTimeout window BroadcastChannel WebSocket
	XMLHttpRequest Date.now Math.random`.split(/\s+/),
);

/** All source files of a folder. Tests are not read: they may import what they like. */
export function readSources(folder: string): Source[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.split(sep).join('/'))
		.filter((file) => /(?<!\.d|\.test)\.ts$|\.js$|\.svelte$/.test(file))
		.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** Imports that the table of rooms does not allow, in words. */
export function forbiddenImports(sources: readonly Source[]): string[] {
	return sources.flatMap(importsOf).flatMap(({ from, name, file, typeOnly }) => {
		const room = roomOf(from);
		if (name.startsWith('virtual:')) {
			const may = room === 'routes' || (from === 'domain/organization.ts' && name === 'virtual:organization');
			return may ? [] : [`${from} imports ${name}, which only routes may`];
		}
		if (file === undefined) return [];
		if (file.startsWith('../')) return [`${from} imports ${name}, which is outside of src`];
		const target = roomOf(file);
		const may = [room, ...(allowed[room] ?? []), ...(typeOnly ? (allowedTypes[room] ?? []) : [])];
		return room === 'routes' || may.includes(target)
			? []
			: [`${from} imports ${file}: ${room} may not import ${target}`];
	});
}

/** That a room imports from another one, and whether types alone. */
export type RoomArrow = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

/** Which rooms import from which others, as their files do it today; each pair once, in the order of names. */
export function roomArrows(sources: readonly Source[]): RoomArrow[] {
	const arrows = new Map<string, RoomArrow>();
	for (const { from: file, file: target, typeOnly } of sources.flatMap(importsOf)) {
		if (target === undefined || target.startsWith('../')) continue;
		const [from, to] = [roomOf(file), roomOf(target)];
		const key = `${from} ${to}`;
		if (from !== to) arrows.set(key, { from, to, typeOnly: typeOnly && (arrows.get(key)?.typeOnly ?? true) });
	}
	return [...arrows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, arrow]) => arrow);
}

/** What stands in the logic of a pure room and depends on more than what is passed in, in words. */
export function impurities(sources: readonly Source[]): string[] {
	return sources
		.filter(({ file }) => pure.has(roomOf(file)) && !/\.svelte(\.ts)?$/.test(file))
		.flatMap((source) => [
			...importsOf(source)
				.filter(({ name, typeOnly }) => !typeOnly && impureModules.test(name))
				.map(({ name }) => `${source.file} imports ${name}`),
			...impureUses(source).map((name) => `${source.file} uses ${name}`),
		]);
}

/** Circles of imports, each as the files of its way round. Imports of types count too. */
export function cycles(sources: readonly Source[]): string[] {
	const targets = new Map(
		sources.map((source) => [source.file, importsOf(source).flatMap(({ file }) => file ?? [])]),
	);
	const found: string[] = [];
	const finished = new Set<string>();
	const walk = (file: string, way: readonly string[]) => {
		if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
		if (way.includes(file) || finished.has(file)) return;
		for (const target of targets.get(file) ?? []) walk(target, [...way, file]);
		finished.add(file);
	};
	for (const file of targets.keys()) walk(file, []);
	return found;
}

const roomOf = (file: string): string => {
	const [room = ''] = file.split('/');
	return room in allowed ? room : 'routes';
};

function importsOf(source: Source): Import[] {
	const imports: Import[] = [];
	const add = (target: ts.Node | undefined, typeOnly: boolean) => {
		if (!target || !ts.isStringLiteralLike(target)) return;
		const name = target.text;
		const file = name.startsWith('.') ? posix.join(posix.dirname(source.file), name) : undefined;
		imports.push({ from: source.file, name, file, typeOnly });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
		if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false);
		ts.forEachChild(node, visit);
	};
	visit(parse(source));
	return imports;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
	if (!importClause) return false;
	if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const { name, namedBindings } = importClause;
	return (
		!name &&
		namedBindings !== undefined &&
		ts.isNamedImports(namedBindings) &&
		namedBindings.elements.every((element) => element.isTypeOnly)
	);
}

/** Names of the browser, of real time and of chance that a file uses without having declared them. */
function impureUses(source: Source): string[] {
	const declared = new Set<string>();
	const used = new Set<string>();
	const visit = (node: ts.Node): void => {
		const name =
			(ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && node.name;
		if (name && ts.isIdentifier(name)) declared.add(name.text);
		if (ts.isFunctionDeclaration(node) && node.name) declared.add(node.name.text);
		if (ts.isPropertyAccessExpression(node)) used.add(node.getText());
		if (ts.isIdentifier(node) && isReference(node)) used.add(node.text);
		const making = ts.isNewExpression(node) || ts.isCallExpression(node);
		if (
			making &&
			node.expression.getText() === 'Date' &&
			!(ts.isNewExpression(node) && node.arguments?.length)
		)
			used.add('new Date()');
		ts.forEachChild(node, visit);
	};
	visit(parse(source));
	return [...used].filter((name) => name === 'new Date()' || (impureNames.has(name) && !declared.has(name)));
}

/** Does an identifier stand for a value, rather than name a property or a type? */
function isReference(node: ts.Identifier): boolean {
	const { parent } = node;
	const names =
		(ts.isPropertyAccessExpression(parent) && parent.name === node) ||
		(ts.isBindingElement(parent) && parent.propertyName === node) ||
		((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node);
	return !names && !ts.isTypeElement(parent) && !ts.isTypeNode(parent);
}

/** The syntax tree of a file; of a component, that of its scripts. */
function parse({ file, text }: Source): ts.SourceFile {
	const scripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script);
	const code = file.endsWith('.svelte') ? scripts.join('\n') : text;
	return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}
