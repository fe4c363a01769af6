import type { ParamMatcher } from '@sveltejs/kit';

/** Procedures that have a guide. */
export const match: ParamMatcher = (param) => ['desktop'].includes(param);
