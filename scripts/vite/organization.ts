import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { checkOrganization, type Organization } from '../../src/domain/organization.schema.ts';

/** The organization file that a build is made for: `ORGANIZATION` or the one in the repository. */
export const organizationFile = resolve(process.env.ORGANIZATION ?? 'organization.json');

/** @throws Error with one readable line for each fault */
export function readOrganization(): Organization {
	return checkOrganization(JSON.parse(readFileSync(organizationFile, 'utf8')), organizationFile);
}

/** Gives `virtual:organization`, checked. A fault in the file stops the build. */
export function organizationModule(): Plugin {
	const id = 'virtual:organization';
	return {
		name: 'handrail:organization',
		resolveId: (source) => (source === id ? `\0${id}` : null),
		load(resolved) {
			if (resolved !== `\0${id}`) return null;
			this.addWatchFile(organizationFile);
			return `export default ${JSON.stringify(readOrganization())};`;
		},
	};
}
