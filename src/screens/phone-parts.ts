import type { Control, Screen } from '../simulator/world.ts';
import { blocksOf, type Block, type Choosing } from './parts.ts';

/**
 * What fills the face of a phone: a picture with the clock, one with icons, what the camera sees, a question of
 * Android over what was there, an app.
 */
type PhoneStage = 'lock' | 'home' | 'camera' | 'question' | 'app';

/** A phone's screen sorted by where each control stands. Every control is in exactly one place. */
export type PhoneParts = {
	readonly stage: PhoneStage;
	/** The app in front: the first word of the screen's name. */
	readonly app: string;
	/** What came in, each with its buttons: it lies over whatever is in front. */
	readonly notices: readonly (readonly Block[])[];
	/** Leads back, at the left end of the app's bar. */
	readonly up: readonly Control[];
	/** Where a browser stands, and where it can be sent. */
	readonly address: readonly Block[];
	/** At the right end of the app's bar. */
	readonly actions: readonly Control[];
	readonly body: readonly Block[];
	/** The keys at the lower edge, which are there in every app. */
	readonly keys: readonly Control[];
};

const stages: readonly (readonly [RegExp, PhoneStage])[] = [
	[/^phone\.lock$/, 'lock'],
	[/^phone\.home$/, 'home'],
	[/^phone\.camera$/, 'camera'],
	[/\.((camera|open)-question|allow-push)$/, 'question'],
];
const stageOf = (name: string): PhoneStage => stages.find(([names]) => names.test(name))?.[1] ?? 'app';

/** What stands in the bar of an app; what its page is called stands on the page. */
const titles: Readonly<Record<string, string>> = {
	mail: 'Mail',
	browser: 'Browser',
	portal: 'Browser',
	store: 'Google Play',
	settings: 'Settings',
	mobilepass: 'MobilePASS+',
};
/** @param app the first word of a screen's name, without that of its device */
export const appTitle = (app: string): string => titles[app] ?? '';

/** Pages that say one thing have a drawing above it. */
const drawings: Readonly<Record<string, string>> = {
	'phone-mobilepass.welcome': 'mobilepass',
	'phone-mobilepass.quick-setup': 'scan',
	'phone-mobilepass.one-time-passcode': 'pin',
	'phone-mobilepass.push-authentication': 'bell',
	'phone-mobilepass.success': 'check',
	'phone-mobilepass.approved': 'check',
	'phone-mobilepass.reported': 'check',
	'phone-store.app': 'mobilepass',
	'phone-store.installing': 'mobilepass',
	'phone-store.installed': 'mobilepass',
};
/** The drawing of a page, as a name of `icons` or `AppIcon`. */
export const drawingOf = (name: string): string | undefined => drawings[name];

const choosing: readonly (readonly [RegExp, Choosing])[] = [
	[/^mail\.(focused|other|junk)$/, 'tab'],
	[/^(mobilepass\.name-|portal\.(autosend|manual|authenticator-app)$)/, 'radio'],
	[/\.(airplane|camera|notifications|auto-time|autosend|biometrics)$/, 'check'],
];
const howOf = (id: string): Choosing => choosing.find(([ids]) => ids.test(id))?.[1] ?? 'item';

/** The camera is that of the app which asked for it. */
const appOf = (name: string): string =>
	name === 'phone.camera' ? 'mobilepass' : name.slice(0, name.indexOf('.')).replace(/^phone-/, '');

/** Sorts the screen of a phone. */
export function phonePartsOf({ name, controls }: Screen): PhoneParts {
	const app = appOf(name);
	const notices = new Map<string, Control[]>();
	const up: Control[] = [];
	const address: Control[] = [];
	const actions: Control[] = [];
	const keys: Control[] = [];
	const body: Control[] = [];
	for (const control of controls) {
		const { id } = control;
		const [, notice] = /^notification\.(\w+)/.exec(id) ?? [];
		if (notice) notices.set(notice, [...(notices.get(notice) ?? []), control]);
		else if (/^phone\.(back|home|lock)$/.test(id)) keys.push(control);
		else if (id === `${app}.back`) up.push(control);
		else if (/\.(page-address|address(:content)?|go)$/.test(id)) address.push(control);
		else if (/^(mobilepass\.(add|settings|app-settings)|browser\.close)$/.test(id)) actions.push(control);
		else body.push(control);
	}
	return {
		stage: stageOf(name),
		app,
		notices: [...notices.values()].map((one) => blocksOf(one, howOf)),
		up,
		address: blocksOf(address, howOf),
		actions,
		body: blocksOf(body, howOf),
		keys,
	};
}
