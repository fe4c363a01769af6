import type { Deed, Entry, FaultId } from '../../../simulator/world.ts';
import type { Way } from '../detours.ts';

/** The words that the ways of procedure A are told in. */
export const press = (control: string): Deed => ({ do: 'press', control });
export const choose = (control: string): Deed => ({ do: 'choose', control });
export const type = (control: string, entry: Entry): Deed => ({ do: 'type', control, entry });
export const card = (value: Extract<Entry, { kind: 'card' }>['value']): Entry => ({ kind: 'card', value });
export const by = (fault: FaultId): Way => ({ fault });
export const after = (fault: FaultId): Way => ({ fault, afterwards: true });
export const startMenu = (entry: string): Deed[] => [
	press('taskbar.start-menu'),
	choose(`start-menu.${entry}`),
];
