import type { DeviceId } from '../simulator/world.ts';
import Device from './Device.svelte';
import type { Drawings } from './drawing.ts';

/** The component that draws a device. */
export const drawingOf = (device: DeviceId, drawings: Drawings | undefined) =>
	(device === 'phone' ? drawings?.Phone : device === 'console' ? drawings?.Console : undefined) ?? Device;
