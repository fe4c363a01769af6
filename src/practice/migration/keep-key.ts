/** Where a migration drill stands in the browser's own small store. */
export const migrationKey = 'handrail-migration';
