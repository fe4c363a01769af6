import type { PushDetour } from '../../domain/push.ts';
import type { DetourPictures } from './detours.ts';

/** What each detour of procedure C looks like. The alternative text stands in the detour's own file. */
export const pushDetourPictures: DetourPictures<PushDetour> = {};
