import data from 'virtual:organization';
import type { Organization } from './organization.schema.ts';

/** Who deploys this: names, addresses, figures. Checked at build by `organization.schema.ts`. */
export const organization: Organization = data;

/** The service desk's number as a `tel:` address. */
export const deskTel = `tel:${organization.serviceDesk.phone.replace(/[^\d+]/g, '')}`;
