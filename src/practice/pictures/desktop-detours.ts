import type { DesktopDetour } from '../../domain/desktop.ts';
import { untilOutlook } from './desktop/until-outlook.ts';
import { untilTheApp } from './desktop/until-the-app.ts';
import { untilTheEnd } from './desktop/until-the-end.ts';
import type { DetourPicture, NoPicture } from './detours.ts';

/**
 * What each detour of procedure A looks like. The alternative text stands in the detour's own file, and so
 * does the place of a picture whose ring has a number.
 */
export const desktopDetourPictures: Readonly<Record<DesktopDetour, DetourPicture | NoPicture>> = {
	...untilOutlook,
	...untilTheApp,
	...untilTheEnd,
};
