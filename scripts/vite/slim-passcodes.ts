import type { Plugin } from 'vite';

/**
 * Gives pages the edition of `otpauth` that shares its hashes with ours: the usual one brings its own copy of them.
 * Elsewhere it keeps those of the platform, which are faster.
 */
export function slimPasscodes(): Plugin {
	return {
		name: 'handrail:slim-passcodes',
		enforce: 'pre',
		apply: 'build',
		async resolveId(source, importer) {
			if (source !== 'otpauth' || this.environment.name !== 'client') return null;
			return this.resolve('otpauth/slim', importer);
		},
	};
}
