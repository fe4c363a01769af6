import type { DesktopDetour, DesktopPhase, DesktopStep, DesktopSymptom } from './desktop.ts';

export const procedures = ['desktop', 'android', 'push', 'migration'] as const;
export type ProcedureId = (typeof procedures)[number];

export type PhaseSlug = DesktopPhase;
export type StepSlug = DesktopStep;
export type SymptomSlug = DesktopSymptom;
export type DetourSlug = DesktopDetour;

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
} as const;
export type Question = keyof typeof questions;
export type Answer = (typeof questions)[Question][number];
