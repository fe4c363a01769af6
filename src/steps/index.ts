import type { GuideId } from '../domain/slugs.ts';
import type { Label } from '../domain/label.ts';
import { androidDetourLabels } from './android/detour-labels.ts';
import { androidStepFacts } from './android/index.ts';
import { desktopDetourLabels } from './desktop/detour-labels.ts';
import { desktopStepFacts } from './desktop/index.ts';
import { migrationDetourLabels } from './migration/detour-labels.ts';
import { migrationStepFacts } from './migration/index.ts';
import { pushDetourLabels } from './push/detour-labels.ts';
import { pushStepFacts } from './push/index.ts';
import type { Step } from './step.ts';

/** What each guide's steps are made of, in the order of their numbers, and the labels that only its detours quote. */
export const stepsOf: Readonly<Record<GuideId, { facts: readonly Step[]; detourLabels: readonly Label[] }>> =
	{
		desktop: { facts: desktopStepFacts, detourLabels: desktopDetourLabels },
		android: { facts: androidStepFacts, detourLabels: androidDetourLabels },
		push: { facts: pushStepFacts, detourLabels: pushDetourLabels },
		migration: { facts: migrationStepFacts, detourLabels: migrationDetourLabels },
	};
