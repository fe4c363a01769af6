import { json } from '@sveltejs/kit';
import { maps } from 'virtual:map';

export const prerender = true;

/** The certificates of all procedures, as data. */
export const GET = () => json(maps.map(({ id, certificate }) => ({ id, ...certificate })));
