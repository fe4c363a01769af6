import type { ParamMatcher } from '@sveltejs/kit';

/** Groups of pages that share one route: for trainers, and for operators. */
export const match: ParamMatcher = (param) => param === 'trainer' || param === 'console';
