/** The pictures of every guide. Loading this loads every course, and every part of the World. */
import '../android-course.ts';
import '../desktop-course.ts';
import '../migration-course.ts';
import '../push-course.ts';
import type { DetourSlug, GuideId, StepSlug } from '../../domain/slugs.ts';
import { stepsOf } from '../../steps/index.ts';
import { androidDetourPictures } from './android-detours.ts';
import { desktopDetourPictures } from './desktop-detours.ts';
import { detourPicturesOf, type DetourPictures } from './detours.ts';
import type { Depicted } from './moment.ts';
import { migrationDetourPictures } from './migration-detours.ts';
import { pushDetourPictures } from './push-detours.ts';
import { momentsOfExercises, momentsOfRoad, stepPictures } from './steps.ts';

/** What the detours of each guide look like. */
export const detourPictures: Readonly<Record<GuideId, DetourPictures>> = {
	desktop: desktopDetourPictures,
	android: androidDetourPictures,
	push: pushDetourPictures,
	migration: migrationDetourPictures,
};

export type GuidePictures = {
	readonly steps: ReadonlyMap<StepSlug, readonly Depicted[]>;
	readonly detours: ReadonlyMap<DetourSlug, Depicted>;
};

/**
 * All pictures of a guide.
 *
 * @throws Error naming the step or detour, where a screen or control of its data is not there
 */
export function picturesOf(guide: GuideId): GuidePictures {
	const { facts } = stepsOf[guide];
	const moments = guide === 'desktop' ? momentsOfRoad() : momentsOfExercises(facts);
	return { steps: stepPictures(facts, moments), detours: detourPicturesOf(detourPictures[guide]) };
}
