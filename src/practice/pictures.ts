import type { DesktopDetour } from '../domain/desktop.ts';
import type { PictureMark } from '../domain/pages.ts';
import type { StepSlug } from '../domain/slugs.ts';
import {
	advance,
	createWorld,
	faults,
	screenOf,
	type Control,
	type Deed,
	type DeviceId,
	type FaultId,
	type Screen,
	type World,
} from '../simulator/world.ts';
import { desktopStepFacts } from '../steps/desktop/index.ts';
import type { Step } from '../steps/step.ts';
import { detourPictures, type DetourPicture, type NoPicture, type Way } from './detour-pictures.ts';
import { fly } from './pilot/pilot.ts';
import { straightRoad, type Leg } from './straight-road.ts';
import { standingAt, walk } from './walk.ts';

/** What a picture shows: a device's screen in one moment of a World, and the control that is ringed. */
export type Depicted = {
	readonly screen: Screen;
	readonly device: DeviceId;
	/** Absent where something that should be there is not: nothing can be ringed then. */
	readonly mark: Control | undefined;
	/** The number of the instruction that the ring carries. */
	readonly instruction: number | undefined;
	/** Where it can be practiced. */
	readonly step: StepSlug;
};

/** The morning of every picture: its clock and codes are the same in every build. */
const STARTS_AT = Date.UTC(2026, 2, 2, 14);
const made = (...ids: FaultId[]): World => createWorld({ seed: 1, startsAt: STARTS_AT, faults: ids });

/** What a hand does to the computer: practice has a control for it, a real screen has not. */
const byHand = new Set(['network.cable', 'logon.built-in-keyboard', 'keyboard.caps-lock', 'logon.enter']);
/** A browser that shows its address needs no second field for one. */
const forAnother = new Set(['browser.address', 'browser.go']);
function asSeen(screen: Screen, mark: Control | undefined): Screen {
	const addressed = screen.controls.some(({ id }) => id === 'browser.page-address');
	const left = ({ id }: Control) => byHand.has(id) || (addressed && forAnother.has(id));
	return {
		...screen,
		controls: screen.controls.filter((control) => control.id === mark?.id || !left(control)),
	};
}

const deviceOf = (screen: string): DeviceId => (/^(catalog|mail)\./.test(screen) ? 'other' : 'laptop');

/** The control of a screen that a mark means: by its words and kind, or by its id. */
const markedOn = ({ controls }: Screen, mark: PictureMark): Control | undefined =>
	controls.find((control) =>
		'control' in mark
			? control.id === mark.control
			: control.text === mark.text && control.kind === mark.kind,
	);

/** A World before an act, and the act: `null` at the end. */
type Moment = { readonly world: World; readonly next: Deed | null };

function momentsOf(start: World, leg: Leg): Moment[] {
	const walked = walk(start, leg);
	const worlds = [start, ...walked.map(({ world }) => world)];
	return worlds.map((world, at) => ({ world, next: walked[at]?.command ?? null }));
}

/**
 * The moment in which an instruction stands: just before the marked control is used, with all that was
 * typed before; where it is only read, when it is first there.
 */
function momentOf(moments: readonly Moment[], name: string, mark: PictureMark): Screen | undefined {
	const device = deviceOf(name);
	const there = moments.flatMap(({ world, next }) => {
		const screen = screenOf(world, device);
		const control = screen.name === name ? markedOn(screen, mark) : undefined;
		return control
			? [{ screen, used: next !== null && 'control' in next && next.control === control.id }]
			: [];
	});
	return (there.find(({ used }) => used) ?? there[0])?.screen;
}

/**
 * The screens of the pictures of procedure A's steps, in the order of their data: the straight road is walked
 * and looked at.
 *
 * @throws Error naming the step, where a screen or control of its data is not on the road there
 */
export function stepPictures(
	facts: readonly Pick<Step, 'slug' | 'pictures'>[] = desktopStepFacts,
): ReadonlyMap<StepSlug, readonly Depicted[]> {
	const found = new Map<StepSlug, readonly Depicted[]>();
	let world = made();
	for (const leg of straightRoad) {
		const moments = momentsOf(world, leg);
		const { pictures } = facts.find(({ slug }) => slug === leg.step) ?? { pictures: [] };
		found.set(
			leg.step,
			pictures.map(({ screen: name, mark, instruction }) => {
				const screen = momentOf(moments, name, mark);
				if (!screen)
					throw missing(
						`step ${leg.step}`,
						name,
						mark,
						moments.map(({ world: one }) => one),
					);
				const control = markedOn(screen, mark);
				return {
					screen: asSeen(screen, control),
					device: deviceOf(name),
					mark: control,
					instruction,
					step: leg.step,
				};
			}),
		);
		world = moments.at(-1)?.world ?? world;
	}
	return found;
}

/**
 * The screens of the pictures of procedure A's detours: a World with the fitting fault is flown to where it
 * shows, or a person does what leads there. Detours with nothing to see have none.
 *
 * @throws Error naming the detour, where a screen or control of its data is not met on its way
 */
export function detourPicturesOf(
	slugs: readonly DesktopDetour[],
	data: Readonly<Partial<Record<DesktopDetour, DetourPicture | NoPicture>>> = detourPictures,
): ReadonlyMap<DesktopDetour, Depicted> {
	return new Map(
		slugs.flatMap((slug) => {
			const picture = data[slug];
			return !picture || 'nothing' in picture ? [] : [[slug, depictedOf(slug, picture)] as const];
		}),
	);
}

function depictedOf(
	slug: DesktopDetour,
	{ screen: name, mark, says, instruction, way }: DetourPicture,
): Depicted {
	const device = deviceOf(name);
	const seen: World[] = [];
	for (const world of worldsOf(slug, way)) {
		seen.push(world);
		const screen = screenOf(world, device);
		if (screen.name !== name) continue;
		if ('fault' in way && !way.afterwards && !faults[way.fault].seen(world)) continue;
		if (says !== undefined && !screen.controls.some(({ text }) => text === says)) continue;
		const control = mark ? markedOn(screen, mark) : undefined;
		if (mark && !control) continue;
		const step = 'fault' in way ? faults[way.fault].step : way.step;
		return { screen: asSeen(screen, control), device, mark: control, instruction, step };
	}
	throw missing(`detour ${slug}`, name, mark, seen, says);
}

/** Where the screen of a detour is looked for. */
function worldsOf(slug: DesktopDetour, way: Way): Iterable<World> {
	if ('fault' in way) return flown(made(way.fault));
	const start = standingAt(made(), way.step);
	const { acts = [] } = straightRoad.find(({ step }) => step === way.step) ?? {};
	const begun = walk(start, { step: way.step, acts: acts.slice(0, way.taken ?? 0) }).at(-1)?.world ?? start;
	const broken = way.put
		? advance(begun, { do: 'break', fault: way.put, at: begun.now })
		: { world: begun, reply: { ok: true } };
	if (!broken.reply.ok) throw new Error(`Picture of detour ${slug}: ${way.put} cannot be put in there`);
	const walked = walk(broken.world, { step: way.step, acts: way.then ?? [] });
	const refused = walked.find(({ reply }) => !reply.ok);
	if (refused) throw new Error(`Picture of detour ${slug}: ${JSON.stringify(refused.command)} is refused`);
	const end = walked.at(-1)?.world ?? broken.world;
	return way.put ? flown(end) : [end];
}

function* flown(start: World): Generator<World> {
	yield start;
	for (const { world } of fly(start)) yield world;
}

/** What is wrong with the data of a picture, and what there is instead. */
function missing(
	of: string,
	name: string,
	mark: PictureMark | null,
	worlds: readonly World[],
	says?: string,
): Error {
	const screens = worlds.map((world) => screenOf(world, deviceOf(name)));
	const same = screens.filter((screen) => screen.name === name).at(-1);
	if (!same) {
		const names = [...new Set(screens.map((screen) => screen.name))].join(', ');
		return new Error(`Picture of ${of}: there is no screen ${name} there, only ${names}`);
	}
	const controls = same.controls.map(({ id, kind, text }) => `${kind} "${text}" (${id})`).join(', ');
	const wanted = mark && ('control' in mark ? mark.control : `${mark.kind} "${mark.text}"`);
	const both = [wanted, says && `"${says}"`].filter(Boolean).join(' with ') || 'its fault';
	return new Error(`Picture of ${of}: ${name} never shows ${both}; it has ${controls}`);
}
