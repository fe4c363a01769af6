import { resolve, sep } from 'node:path';

/**
 * Lets content use our components without importing them: `<Label>`, `<Fact>`, `<Picture>`. Takes the
 * front matter away, which the build reads by itself: it would go to the browser with each text.
 *
 * @param {string} folder the content folder, absolute
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function contentComponents(folder) {
	return {
		name: 'handrail:content-components',
		markup({ content, filename }) {
			if (!filename?.endsWith('.md') || !resolve(filename).startsWith(folder + sep)) return undefined;
			const used = ['Label', 'Fact', 'Picture'].filter((name) => content.includes(`<${name} `));
			const imports = used.map((name) => `import ${name} from '${folder}/${name}.svelte';`).join(' ');
			const head = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(content)?.[0] ?? '';
			const script = imports && `<script>${imports}</script>`;
			return { code: `${script}\n\n${content.slice(head.length)}` };
		},
	};
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '{': '&#123;', '}': '&#125;' };

/**
 * A rehype plugin that keeps braces and angle brackets in prose as text; components still work.
 * Code spans are left alone, since mdsvex has escaped them already.
 */
export const literalText = () => (/** @type {any} */ tree) => {
	const walk = (/** @type {any} */ node) => {
		for (const child of node.children ?? []) {
			if (child.tagName === 'code' || child.tagName === 'pre') continue;
			if (child.type === 'text') {
				child.type = 'raw';
				child.value = child.value.replace(
					/&(?!#?\w+;)|[<>{}]/g,
					(/** @type {string} */ found) => entities[found],
				);
			} else walk(child);
		}
	};
	walk(tree);
};

/** A rehype plugin that gives each heading an id made of its words, so that pages can lead to it. */
export const headingIds = () => (/** @type {any} */ tree) => {
	for (const node of tree.children ?? []) {
		if (!/^h[23]$/.test(node.tagName ?? '')) continue;
		const words = node.children.map((/** @type {any} */ child) => child.value ?? '').join('');
		node.properties = { ...node.properties, id: words.toLowerCase().replace(/[^a-z0-9]+/g, '-') };
	}
};
