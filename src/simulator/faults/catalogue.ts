import { desktopRows } from './catalogue-desktop.ts';
import { enrollRows } from './catalogue-enroll.ts';
import { logonRows } from './catalogue-logon.ts';
import type { CatalogueRow } from './catalogue-row.ts';

/** All 96 rows, in the catalogue's order. */
export const catalogue: readonly CatalogueRow[] = [...logonRows, ...desktopRows, ...enrollRows];
