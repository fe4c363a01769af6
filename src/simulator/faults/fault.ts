import type { DesktopStep, DesktopSymptom } from '../../domain/desktop.ts';
import { deviceScreen, type ScreenName } from '../device-screen.ts';
import type { PolicyOverrides } from '../policy.ts';
import { acts } from '../service/service.ts';
import type { DeviceId, World } from '../state.ts';
import type { FaultOf } from './fault-type.ts';

/** A fault of procedure A. */
export type Fault = FaultOf<DesktopStep, DesktopSymptom>;

/** A screen is in front, and perhaps a control of it is there. */
export const on =
	(name: ScreenName, control?: string, device: DeviceId = 'laptop') =>
	(world: World): boolean => {
		const screen = deviceScreen(world, device);
		return screen.name === name && (control === undefined || screen.live.some(({ id }) => id === control));
	};

/** A screen is in front, and a control that belongs there is not. */
export const without =
	(name: ScreenName, control: string) =>
	(world: World): boolean =>
		on(name)(world) && !on(name, control)(world);

/** One of these screens is in front, and this text stands on it. */
export const says =
	(names: ScreenName | readonly ScreenName[], text: string, device: DeviceId = 'laptop') =>
	(world: World): boolean => {
		const screen = deviceScreen(world, device);
		return [names].flat().includes(screen.name) && screen.live.some((control) => control.text === text);
	};

/** A screen is in front, and a control of it is gray. */
export const gray =
	(name: ScreenName, control: string) =>
	(world: World): boolean => {
		const screen = deviceScreen(world, 'laptop');
		return screen.name === name && screen.live.some(({ id, enabled }) => id === control && !enabled);
	};

/** A control was used a moment ago, and nothing came of it: the same screen, the same control. */
export const unanswered =
	(name: ScreenName, control: string) =>
	(world: World): boolean =>
		on(name, control)(world) && world.last?.device === 'laptop' && world.last.control === control;

/** New values in the service's policy, by the operator. */
export function policyChanged(world: World, policy: PolicyOverrides): World {
	const input = { operator: world.people.operator, policy };
	return { ...world, service: acts.changePolicy(world.service, input, world.now).service };
}
