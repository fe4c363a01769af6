import type { AnyStateMachine } from 'xstate';
import type { GuideId } from '../domain/slugs.ts';
import { androidMachine } from './android/android.machine.ts';
import { desktopMachine } from './desktop/desktop.machine.ts';
import { migrationMachine } from './migration/migration.machine.ts';
import { pushMachine } from './push/push.machine.ts';

const machines: Readonly<Record<GuideId, AnyStateMachine>> = {
	desktop: desktopMachine,
	android: androidMachine,
	push: pushMachine,
	migration: migrationMachine,
};

/** The machine of a procedure; nothing for one that has no guide. */
export const machineOf: Readonly<Partial<Record<string, AnyStateMachine>>> = machines;
