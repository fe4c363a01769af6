import { json } from '@sveltejs/kit';
import { books } from 'virtual:desk';
import { procedures } from 'virtual:guide';
import { indexFile } from '../../desk/index-file.ts';
import { organization } from '../../domain/organization.ts';

export const prerender = true;

/** All addresses, slugs, titles, symptoms and codes, for the service desk's own tools. */
export const GET = () =>
	json(indexFile({ app: organization.app, version: organization.procedureDate }, procedures, books));
