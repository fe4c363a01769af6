import type { ParamMatcher } from '@sveltejs/kit';
import { guides } from '../domain/slugs.ts';

/** Procedures that have a guide. */
export const match: ParamMatcher = (param) => guides.some((id) => id === param);
