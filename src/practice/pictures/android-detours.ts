import type { AndroidDetour } from '../../domain/android.ts';
import type { DetourPictures } from './detours.ts';

/** What each detour of procedure B looks like. The alternative text stands in the detour's own file. */
export const androidDetourPictures: DetourPictures<AndroidDetour> = {};
