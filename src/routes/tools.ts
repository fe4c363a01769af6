import type { DetourSlug, StepSlug } from '../domain/slugs.ts';
import { keeping } from './keeping.ts';
import type { Tool } from './tool.ts';

const clock = keeping<Tool>(() => import('./clock-tool.ts'));
const age = keeping<Tool>(() => import('./age-tool.ts'));
const others = keeping<Tool>(() => import('./other-guides-tool.ts'));
const goOn = keeping<Tool>(() => import('./go-on-tool.ts'));

const toolOf: Partial<Record<StepSlug | DetourSlug, () => Promise<Tool>>> = {
	'enter-static-password': age,
	'outlook-static-password': age,
	'wait-for-globalprotect': goOn,
	'open-mfa-email': age,
	'use-passcode-on-vpn': others,
	'allow-push': others,
	'prove-enrollment': others,
	'keep-phone-ready': others,
	'check-time-zone': clock,
	'passcode-refused': clock,
	'clock-hours-off': clock,
	'changed-time-by-hand': clock,
};

/** The tool of a page, loaded; most have none. */
export const loadTool = (slug: StepSlug | DetourSlug): Promise<Tool> | undefined => toolOf[slug]?.();
