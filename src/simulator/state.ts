import type { Entry } from './entries.ts';
import type { FaultId, Faults } from './faults/ids.ts';
import type { Laptop, OtherComputer } from './laptop/state.ts';
import type {
	ActivationRefusal,
	ChangePasswordRefusal,
	ComputerPasswordRefusal,
	LineRefusal,
	LoginRefusal,
	ProvisionRefusal,
	Service,
	SetPinRefusal,
	StaticPasswordRefusal,
} from './service/service.ts';

/** Devices that a person can act on. */
export const deviceIds = ['laptop', 'other'] as const;
export type DeviceId = (typeof deviceIds)[number];

/**
 * The practice World: plain JSON. It holds UTC, skews and zone names; local text is made in screens.
 * The same seed and the same commands give the same World, byte for byte.
 */
export type World = {
	readonly version: 1;
	readonly seed: string;
	/** When it was made, and its clock: true time, epoch ms UTC. */
	readonly startsAt: number;
	readonly now: number;
	readonly faults: Faults;
	/** Faults whose symptom was on a screen, in the order in which they showed. */
	readonly shown: readonly FaultId[];
	/** The control that was used last: what a person waits for an answer to. */
	readonly last: { readonly device: DeviceId; readonly control: string } | null;
	/** What comes due on the devices, soonest first. The service keeps its own list. */
	readonly queue: readonly Due[];
	/** Number of the next due thing: equal times come due in this order. */
	readonly nextDue: number;
	readonly service: Service;
	readonly people: People;
	readonly laptop: Laptop;
	readonly other: OtherComputer;
	/** What the last login at the service truly ended with: for the coach, never for the device. */
	readonly truth: Truth | null;
};

/** User ids at the service. */
export type People = { readonly user: string; readonly manager: string; readonly operator: string };

/** Why the service refused what a device asked of it. */
export type TrueReason = {
	readonly login: LoginRefusal | ChangePasswordRefusal | SetPinRefusal;
	readonly 'computer-login': ComputerPasswordRefusal;
	readonly request: StaticPasswordRefusal | ProvisionRefusal;
	readonly page: LineRefusal;
	readonly enrollment: ActivationRefusal;
};

export type Truth = {
	readonly at: number;
	readonly what: keyof TrueReason;
	readonly outcome: 'ok' | TrueReason[keyof TrueReason];
	readonly entry: Entry | null;
};

export type Due = {
	readonly at: number;
	readonly order: number;
	readonly what: DueId;
	/** The run of the laptop that it belongs to: a restart loses it. `null`: it outlives restarts. */
	readonly boot: number | null;
};

export const dueIds = [
	'started',
	'portal-answers',
	'box-loads',
	'wifi-drops',
	'profile-built',
	'globalprotect-message',
	'globalprotect-welcome',
	'loadset-message',
	'session-ends',
	'outlook-set-up',
	'download-ready',
	'install-free',
	'install-ends',
	'teams-shown',
	'app-locks',
	'token-provisioned',
] as const;
export type DueId = (typeof dueIds)[number];
