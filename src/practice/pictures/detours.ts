import type { PictureMark } from '../../domain/pages.ts';
import type { DetourSlug, StepSlug } from '../../domain/slugs.ts';
import {
	advance,
	createWorld,
	faults,
	type AnyFaultId,
	type FaultId,
	type NewWorld,
	type ScreenName,
	type World,
} from '../../simulator/world.ts';
import { STARTS_AT, worldOf } from '../course.ts';
import { fly } from '../pilot/pilot.ts';
import type { Scenario } from '../scenario.ts';
import { scenarioOf } from '../scenarios.ts';
import { straightRoad, type Leg } from '../straight-road.ts';
import { standingAt, walk } from '../walk.ts';
import { depicted, markedOn, missing, sightOf, type Depicted } from './moment.ts';
import { momentsOfExercise } from './steps.ts';

/** How a World comes to show what a detour is about. */
export type Way =
	/** Made with the fault; flown until it shows. `afterwards`: on to the screen where something is done about it. */
	| { readonly fault: FaultId; readonly afterwards?: true }
	/** Stands at a step, does the first `taken` acts of its road, has a fault put in, and does these acts. */
	| { readonly step: StepSlug; readonly taken?: number; readonly put?: FaultId; readonly then?: Leg['acts'] }
	| ExerciseWay;

/** An exercise, looked at on its pilot's way; also how it comes to be practiced. */
export type ExerciseWay = {
	/** Its id. */
	readonly exercise: string;
	/** Other surprises than its own. */
	readonly faults?: readonly AnyFaultId[];
	/** Another beginning than its own. */
	readonly made?: Omit<NewWorld, 'seed' | 'startsAt' | 'faults'>;
	/** The pilot goes on until this screen is in front for the first time; from the start, if it is not given. */
	readonly until?: ScreenName;
	/** What a person then does, instead of what the pilot would. */
	readonly then?: Leg['acts'];
};

export type DetourPicture = {
	readonly screen: ScreenName;
	/** `null`: what the person looks for is not there. */
	readonly mark: PictureMark | null;
	/** A text that must be on the screen as well. */
	readonly says?: string;
	/** The number of the instruction, in the list below which the text has its picture. */
	readonly instruction?: number;
	readonly way: Way;
};
/** Why there is nothing to be seen of a detour. */
export type NoPicture = { readonly nothing: string };

export type DetourPictures<Slug extends DetourSlug = DetourSlug> = Readonly<
	Partial<Record<Slug, DetourPicture | NoPicture>>
>;

/**
 * The screens of the pictures of detours: a World with the fitting fault is flown to where it shows, or a person
 * does what leads there. Detours with nothing to see have none.
 *
 * @throws Error naming the detour, where a screen or control of its data is not met on its way
 */
export function detourPicturesOf(data: DetourPictures): ReadonlyMap<DetourSlug, Depicted> {
	return new Map(
		Object.entries(data).flatMap(([slug, picture]) =>
			'nothing' in picture ? [] : [[slug as DetourSlug, depictedOf(slug, picture)] as const],
		),
	);
}

function depictedOf(slug: string, { screen: name, mark, says, instruction, way }: DetourPicture): Depicted {
	const seen: World[] = [];
	for (const world of worldsOf(slug, way)) {
		seen.push(world);
		const sight = sightOf(world, name);
		if (!sight) continue;
		if ('fault' in way && !way.afterwards && !faults[way.fault].seen(world)) continue;
		if (says !== undefined && !sight.screen.controls.some(({ text }) => text === says)) continue;
		const control = mark ? markedOn(sight.screen, mark) : undefined;
		if (mark && !control) continue;
		return depicted(sight, control, instruction, practiceOf(way));
	}
	throw missing(`detour ${slug}`, name, mark, seen, says);
}

function practiceOf(way: Way): string {
	if ('exercise' in way) return way.exercise;
	return `at-${'fault' in way ? faults[way.fault].step : way.step}`;
}

/** Where the screen of a detour is looked for. */
function worldsOf(slug: string, way: Way): Iterable<World> {
	if ('exercise' in way) return worldsOfExercise(slug, way);
	if ('fault' in way) return flown(made(way.fault));
	const start = standingAt(made(), way.step);
	const { acts = [] } = straightRoad.find(({ step }) => step === way.step) ?? {};
	const begun = walk(start, { acts: acts.slice(0, way.taken ?? 0) }).at(-1)?.world ?? start;
	const broken = way.put
		? advance(begun, { do: 'break', fault: way.put, at: begun.now })
		: { world: begun, reply: { ok: true } };
	if (!broken.reply.ok) throw new Error(`Picture of detour ${slug}: ${way.put} cannot be put in there`);
	const end = done(slug, broken.world, way.then ?? []).at(-1) ?? broken.world;
	return way.put ? flown(end) : [end];
}

function worldsOfExercise(slug: string, { exercise, until, then, ...other }: ExerciseWay): World[] {
	const known = scenarioOf(exercise);
	if (!known) throw new Error(`Picture of detour ${slug}: there is no exercise ${exercise}`);
	const scenario: Scenario = { ...known, ...other };
	const start = worldOf(scenario);
	const onTheWay = momentsOfExercise(scenario, start).map(({ world }) => world);
	const from = until ? onTheWay.findIndex((world) => sightOf(world, until)) : 0;
	const begun = onTheWay[from];
	if (!begun) throw missing(`detour ${slug}`, until ?? '', null, onTheWay);
	return then ? done(slug, begun, then) : onTheWay.slice(from);
}

/** The Worlds after each of these acts. */
function done(slug: string, start: World, acts: Leg['acts']): World[] {
	const walked = walk(start, { acts });
	const refused = walked.find(({ reply }) => !reply.ok);
	if (refused) throw new Error(`Picture of detour ${slug}: ${JSON.stringify(refused.command)} is refused`);
	return walked.map(({ world }) => world);
}

const made = (...ids: FaultId[]): World => createWorld({ seed: 1, startsAt: STARTS_AT, faults: ids });

function* flown(start: World): Generator<World> {
	yield start;
	for (const { world } of fly(start)) yield world;
}
