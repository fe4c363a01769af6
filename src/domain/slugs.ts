import type { AndroidDetour, AndroidPhase, AndroidStep, AndroidSymptom } from './android.ts';
import type { DesktopDetour, DesktopPhase, DesktopStep, DesktopSymptom } from './desktop.ts';
import type { MigrationDetour, MigrationPhase, MigrationStep, MigrationSymptom } from './migration.ts';
import type { PushDetour, PushPhase, PushStep, PushSymptom } from './push.ts';

export const procedures = ['desktop', 'android', 'push', 'migration'] as const;
export type ProcedureId = (typeof procedures)[number];

/** The procedures that have a guide: each has a folder in `machines`, `steps` and `content`. */
export const guides = ['desktop', 'android', 'push', 'migration'] as const satisfies readonly ProcedureId[];
export type GuideId = (typeof guides)[number];

export type PhaseSlug = DesktopPhase | AndroidPhase | PushPhase | MigrationPhase;
export type StepSlug = DesktopStep | AndroidStep | PushStep | MigrationStep;
export type SymptomSlug = DesktopSymptom | AndroidSymptom | PushSymptom | MigrationSymptom;
export type DetourSlug = DesktopDetour | AndroidDetour | PushDetour | MigrationDetour;

/** Where a step happens. Each place has one color, one icon and one name. */
export const places = ['other-computer', 'logon', 'desktop', 'phone', 'console'] as const;
export type Place = (typeof places)[number];

/** What the guide may ask, and the answers it knows. */
export const questions = {
	/** Can this person use a phone to authenticate? */
	phone: ['yes', 'no'],
	/** Which screen will the guide be read on? */
	screen: ['other', 'paper', 'this'],
	role: ['user', 'manager'],
	/** Does the person have a static password already? */
	'static-password': ['yes', 'no'],
	/** In a detour: is the time zone or the clock wrong? */
	clock: ['wrong'],
	/** In a detour: did the computer restart? */
	restart: ['done'],
	/** In a detour: does MobilePASS+ list a token? */
	'token-listed': ['no'],
	/** Is the app on the phone already? */
	'phone-app': ['yes', 'no'],
	/** Where can the enrollment e-mail be read? */
	'enrollment-mail': ['phone', 'computer', 'none'],
	/** Does the link of that e-mail open on the phone? */
	'phone-link': ['yes', 'no'],
	/** May the phone's camera be used? */
	'phone-camera': ['yes', 'no'],
	/** In a detour: which way to enroll next? */
	'enrollment-way': ['portal', 'link', 'qr', 'copy'],
	/** What is push wanted for? */
	'push-wish': ['turn-on', 'sign-in', 'request', 'turn-off'],
	/** At the start and in a detour: did this person start the sign-in that a request is about? */
	'request-mine': ['yes', 'no'],
	/** Is this operator signed in to the console? */
	'console-open': ['yes', 'no'],
	/** What is the console wanted for? */
	'console-wish': ['user', 'migrate', 'report'],
	/** What has to be done to a user's token? */
	'token-act': ['suspend', 'activate', 'unlock', 'pin', 'resync', 'revoke', 'provision'],
	/** In a detour: is the PIN of the token asked in the app? */
	'pin-in-app': ['yes'],
} as const;
export type Question = keyof typeof questions;
export type Answer = (typeof questions)[Question][number];
