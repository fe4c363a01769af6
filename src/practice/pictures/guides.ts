/** The pictures of every guide. Loading this loads every course, and every part of the World. */
import '../android-course.ts';
import '../desktop-course.ts';
import '../push-course.ts';
import {
	isPracticed,
	type DetourSlug,
	type GuideId,
	type PracticedGuide,
	type StepSlug,
} from '../../domain/slugs.ts';
import { stepsOf } from '../../steps/index.ts';
import { androidDetourPictures } from './android-detours.ts';
import { desktopDetourPictures } from './desktop-detours.ts';
import { detourPicturesOf, type DetourPictures } from './detours.ts';
import type { Depicted } from './moment.ts';
import { pushDetourPictures } from './push-detours.ts';
import { momentsOfExercises, momentsOfRoad, stepPictures } from './steps.ts';

/** What the detours of each guide look like that is practiced. */
export const detourPictures: Readonly<Record<PracticedGuide, DetourPictures>> = {
	desktop: desktopDetourPictures,
	android: androidDetourPictures,
	push: pushDetourPictures,
};

export type GuidePictures = {
	readonly steps: ReadonlyMap<StepSlug, readonly Depicted[]>;
	readonly detours: ReadonlyMap<DetourSlug, Depicted>;
};

/**
 * All pictures of a guide; none of one that is not practiced yet.
 *
 * @throws Error naming the step or detour, where a screen or control of its data is not there
 */
export function picturesOf(guide: GuideId): GuidePictures {
	if (!isPracticed(guide)) return { steps: new Map(), detours: new Map() };
	const { facts } = stepsOf[guide];
	const moments = guide === 'desktop' ? momentsOfRoad() : momentsOfExercises(facts);
	return { steps: stepPictures(facts, moments), detours: detourPicturesOf(detourPictures[guide]) };
}
