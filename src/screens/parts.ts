import type { Control, Screen } from '../simulator/world.ts';

/** What lies behind the front screen: nothing, the logon picture, or the desktop of one of two computers. */
type Stage = 'dark' | 'logon' | 'desktop' | 'other';
/** How the choices of a group are drawn and operated. */
export type Choosing = 'tab' | 'radio' | 'check' | 'item';

/** A piece of a screen, in the order in which it is read. */
export type Block =
	| { readonly kind: 'heading' | 'alert'; readonly control: Control }
	/** A value, with the one that names it if there is one. */
	| { readonly kind: 'value'; readonly control: Control; readonly name: Control | undefined }
	| { readonly kind: 'field'; readonly control: Control; readonly content: Control | undefined }
	| { readonly kind: 'buttons' | 'links' | 'keys'; readonly controls: readonly Control[] }
	| { readonly kind: 'choices'; readonly how: Choosing; readonly controls: readonly Control[] };

/** A screen sorted by where on the device each control stands. Every control is in exactly one place. */
export type Parts = {
	readonly stage: Stage;
	/** The app in front: the first word of the screen's name. */
	readonly app: string;
	readonly taskBar: readonly Control[];
	/** Minimize and close, at the top right of a window. */
	readonly frame: readonly Control[];
	/** What stands in the corner of the logon picture. */
	readonly corner: readonly Control[];
	/** Where a browser stands, and where it can be sent. */
	readonly address: readonly Block[];
	readonly body: readonly Block[];
	/** The bar of what was downloaded. */
	readonly downloads: readonly Block[];
	/** What came in, over whatever is in front. */
	readonly notice: readonly Block[];
};

const appOf = ({ name }: Screen): string => name.slice(0, name.indexOf('.'));

const stages: Readonly<Record<string, Stage>> = {
	power: 'dark',
	logon: 'logon',
	catalog: 'other',
	mail: 'other',
};

/** Sorts a screen. */
export function partsOf(screen: Screen): Parts {
	const app = appOf(screen);
	const stage = screen.name === 'desktop.black' ? 'dark' : (stages[app] ?? 'desktop');
	const taskBar: Control[] = [];
	const frame: Control[] = [];
	const corner: Control[] = [];
	const address: Control[] = [];
	const downloads: Control[] = [];
	const notice: Control[] = [];
	const body: Control[] = [];
	const hasFrame = new Set(
		screen.controls.filter(({ id }) => id.endsWith('.minimize')).map(({ id }) => prefixOf(id)),
	);
	for (const control of screen.controls) {
		const { id } = control;
		if (/^(taskbar|other)\./.test(id)) taskBar.push(control);
		else if (id.startsWith('notification.')) notice.push(control);
		else if (/\.(minimize|close)$/.test(id) && hasFrame.has(prefixOf(id))) frame.push(control);
		else if (stage === 'logon' && /^(logon\.(network|network-sign-in|restart)|keyboard\.)/.test(id))
			corner.push(control);
		else if (/^browser\.(page-address|address(:content)?|go)$/.test(id)) address.push(control);
		else if (/^browser\.(file|downloading|downloads|open-file|keep)/.test(id)) downloads.push(control);
		else body.push(control);
	}
	return {
		stage,
		app,
		taskBar,
		frame,
		corner,
		address: blocksOf(address),
		body: blocksOf(body),
		downloads: blocksOf(downloads),
		notice: blocksOf(notice),
	};
}

const prefixOf = (id: string): string => id.slice(0, id.indexOf('.'));

const choosing: readonly (readonly [RegExp, Choosing])[] = [
	[/^outlook\.(focused|other|junk)$/, 'tab'],
	[
		/^(installer\.(standard|shared)|settings\.zone-|(login|portal)\.(autosend|manual(ly)?|authenticator-app)$)/,
		'radio',
	],
	[/^(outlook\.phone-box|installer\.accept|prompt\.always|settings\.auto-)/, 'check'],
];
const howOf = (id: string): Choosing => choosing.find(([ids]) => ids.test(id))?.[1] ?? 'item';

/**
 * Controls as they are read: fields with what they hold, names with their values, groups of one kind.
 *
 * @param how the way of each choice, by its id; as on a computer unless given
 */
export function blocksOf(controls: readonly Control[], how = howOf): Block[] {
	const blocks: Block[] = [];
	const taken = new Set<string>();
	const byId = new Map(controls.map((control) => [control.id, control]));
	for (const control of controls) {
		if (taken.has(control.id)) continue;
		const block = blockOf(control, byId, how);
		for (const one of controlsOf(block)) taken.add(one.id);
		const last = blocks.at(-1);
		const joined = last && join(last, block);
		if (joined) blocks[blocks.length - 1] = joined;
		else blocks.push(block);
	}
	return blocks;
}

function blockOf(control: Control, byId: ReadonlyMap<string, Control>, how: typeof howOf): Block {
	switch (control.kind) {
		case 'heading':
			return { kind: 'heading', control };
		case 'field':
			return { kind: 'field', control, content: byId.get(`${control.id}:content`) };
		case 'value': {
			const named = byId.get(`${control.id}-value`);
			if (named) return { kind: 'value', control: named, name: control };
			if (control.id.endsWith('.message')) return { kind: 'alert', control };
			return { kind: 'value', control, name: undefined };
		}
		case 'choice':
			return { kind: 'choices', how: how(control.id), controls: [control] };
		case 'button':
			return { kind: 'buttons', controls: [control] };
		case 'link':
			return { kind: 'links', controls: [control] };
		case 'typed':
			return { kind: 'keys', controls: [control] };
	}
}

/** Two pieces as one group, where they are of the same kind. */
function join(one: Block, other: Block): Block | undefined {
	if (!('controls' in one) || !('controls' in other) || one.kind !== other.kind) return undefined;
	if (one.kind === 'choices' && other.kind === 'choices' && one.how !== other.how) return undefined;
	return { ...one, controls: [...one.controls, ...other.controls] };
}

/** The controls of a block, in their order. */
export function controlsOf(block: Block): readonly Control[] {
	if ('controls' in block) return block.controls;
	const extra = block.kind === 'field' ? block.content : block.kind === 'value' ? block.name : undefined;
	return extra ? [block.control, extra] : [block.control];
}
