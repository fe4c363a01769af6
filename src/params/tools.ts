import type { ParamMatcher } from '@sveltejs/kit';

/** Groups of pages that share one route: for trainers, for operators, and those below the service desk. */
export const match: ParamMatcher = (param) => ['trainer', 'console', 'desk'].includes(param);
