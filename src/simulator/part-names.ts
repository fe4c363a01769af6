import type { ConsoleScreenName, NewConsole } from './console/names.ts';
import type { NewOwnApp, OwnAppScreenName } from './own-app/names.ts';
import type { NewPhone, PhoneDeskTopic, PhoneDueId, PhoneFaultId, PhoneScreenName } from './phone/names.ts';
import type { NewPush, PushDueId, PushFaultId, PushScreenName } from './push/names.ts';

/** Parts that a World may have beside the laptop, in the order in which they begin and are asked. */
export const partIds = ['push', 'phone', 'own-app', 'console'] as const;
export type PartId = (typeof partIds)[number];

/** What `createWorld` takes for each part: `true` for its own defaults. */
export type PartOptions = {
	readonly push?: true | NewPush;
	readonly phone?: true | NewPhone;
	readonly 'own-app'?: true | NewOwnApp;
	readonly console?: true | NewConsole;
};

export type PartScreenName = ConsoleScreenName | OwnAppScreenName | PhoneScreenName | PushScreenName;
export type PartDueId = PhoneDueId | PushDueId;
export type PartFaultId = PhoneFaultId | PushFaultId;
export type PartDeskTopic = PhoneDeskTopic;
