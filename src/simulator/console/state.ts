import type { Entry, Found } from '../entries.ts';
import type { Operation } from '../operation-types.ts';
import type { PolicyPageId, PolicyValue } from '../service/console-records.ts';
import type { TokenState } from '../service/state.ts';
import type { TokenType } from '../service/token-types.ts';
import type { ConsolePage } from './names.ts';

/** What an operator's console shows. All that it changes stands in the service. */
export type Console = {
	readonly page: ConsolePage;
	/** What stands in fields, by their ids. */
	readonly drafts: Readonly<Record<string, Entry>>;
	/** What was searched for on the Assignment page; `everybody` for an empty field, `null` before "Search". */
	readonly search: Found | 'everybody' | null;
	readonly user: string | null;
	/** Users that are ticked for one task, in the order in which they were. */
	readonly ticked: readonly string[];
	readonly serial: string | null;
	readonly task: string | null;
	/** The Token List; `null` before "Search" was pressed (facts 5.13). */
	readonly list: {
		readonly type: TokenType | null;
		readonly state: TokenState | null;
		readonly serial: Found | null;
	} | null;
	/** What is chosen for the list, and what is chosen in a dialog, by the ids of their groups. */
	readonly picked: Readonly<Record<string, string>>;
	/** Where the list on the page begins, from 0. */
	readonly from: number;
	readonly policy: PolicyPageId | null;
	/** Values that are changed and not applied. */
	readonly edits: Readonly<Record<string, PolicyValue>>;
	/** Push by which a caller is verified. */
	readonly request: string | null;
	readonly message: ConsoleMessage | null;
	/** Only of a console beside a running World: the operations of its last act, which that World is still to be told. */
	readonly did?: readonly Operation[];
};

/** A line on the page: what was done, or why it was refused. */
type ConsoleMessage = { readonly kind: 'done' | 'refused'; readonly id: string };
