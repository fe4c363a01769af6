import type { Console } from './console/state.ts';
import type { Entry } from './entries.ts';
import type { AnyFaultId, Faults } from './faults/ids.ts';
import type { Laptop, OtherComputer } from './laptop/state.ts';
import type { PartDueId, PartId } from './part-names.ts';
import type { OwnApp } from './own-app/state.ts';
import type { Phone } from './phone/state.ts';
import type { Push } from './push/state.ts';
import type { ApproveRefusal, AskPushRefusal } from './service/push.ts';
import type { AddRefusal, IdentityRefusal, SendCodeRefusal } from './service/user-portal.ts';
import type { ConfirmRefusal, OfferRefusal } from './service/own-authenticator.ts';
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

/** Devices that a person can act on in every World. */
export const deviceIds = ['laptop', 'other'] as const;
/** Devices that only some Worlds have. */
export const partDevices = ['phone', 'console'] as const;
export type PartDevice = (typeof partDevices)[number];
export type DeviceId = (typeof deviceIds)[number] | PartDevice;

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
	readonly shown: readonly AnyFaultId[];
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
	/** What it has beside these, in the order of `partIds`; absent where it has nothing. */
	readonly parts?: readonly PartId[];
	readonly phone?: Phone;
	readonly push?: Push;
	readonly ownApp?: OwnApp;
	readonly console?: Console;
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
	readonly push: AskPushRefusal | ApproveRefusal;
	/** The user portal: codes, and what is added there. */
	readonly portal: SendCodeRefusal | IdentityRefusal | AddRefusal;
	/** The first code of an app of one's own. */
	readonly 'own-app': OfferRefusal | ConfirmRefusal;
};

type Truth = {
	readonly at: number;
	readonly what: keyof TrueReason;
	readonly outcome: 'ok' | TrueReason[keyof TrueReason];
	readonly entry: Entry | null;
};

export type Due = {
	readonly at: number;
	readonly order: number;
	readonly what: DueId | PartDueId;
	/** The run of the laptop that it belongs to: a restart loses it. `null`: it outlives restarts. */
	readonly boot: number | null;
};

export type DueId =
	| 'started'
	| 'portal-answers'
	| 'box-loads'
	| 'wifi-drops'
	| 'profile-built'
	| 'globalprotect-message'
	| 'globalprotect-welcome'
	| 'loadset-message'
	| 'session-ends'
	| 'outlook-set-up'
	| 'download-ready'
	| 'install-free'
	| 'install-ends'
	| 'teams-shown'
	| 'app-locks'
	| 'token-provisioned';
