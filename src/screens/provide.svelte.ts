import type { Control } from '../simulator/world.ts';
import { setUsing, type DeviceProps, type Using } from './using.ts';

/** Lets the pieces of a device know what they are pieces of. To be called while it is made. */
export function provideUsing(props: () => DeviceProps): Using {
	/** Fields that hold text which is not given yet. */
	let typing = $state.raw<readonly string[]>([]);
	let asked = $state(0);
	const use = (control: Control, typed?: string) => {
		if (control.kind === 'button') asked += 1;
		props().use?.(control, typed);
	};
	return setUsing({
		get screen() {
			return props().screen;
		},
		get id() {
			return props().id;
		},
		get use() {
			return props().use && use;
		},
		get marks() {
			return props().marks ?? {};
		},
		get pieces() {
			return props().pieces;
		},
		get typing() {
			return typing.length > 0;
		},
		get asked() {
			return asked;
		},
		types(control, holds) {
			typing = [...typing.filter((one) => one !== control), ...(holds ? [control] : [])];
		},
	});
}
