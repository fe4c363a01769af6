import { faulty } from '../faults/ids.ts';
import { button, choice, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { inWindow, pushOf, told } from './change.ts';
import { sent } from './request-window.ts';

const said = (world: World): Live[] => told('hello.message', pushOf(world).window?.message ?? null);

/** What the camera or the finger shows. One that is not recognized falls back to another way (facts 8.5). */
const recognized = (world: World): World =>
	faulty(world, 'hello-not-recognized')
		? inWindow(world, { page: 'hello-owner', message: 'not-recognized' })
		: sent(world, null);

/** Windows Hello in the place of the PIN (procedure C). */
export const helloOwner = (world: World): Live[] => [
	heading('hello.title', 'Hello, Owner!'),
	value('hello.text', 'Select OK to continue.'),
	button('hello.ok', 'OK', recognized),
	button('hello.more', 'More choices', (before) => inWindow(before, { page: 'hello-choices' })),
	...said(world),
	button('hello.cancel', 'Cancel', (before) => inWindow(before, { page: 'request' })),
];

export const helloChoices = (): Live[] => [
	heading('hello.title', 'More choices'),
	choice('hello.face', 'Face', recognized),
	choice('hello.fingerprint', 'Fingerprint', recognized),
	choice('hello.pin', 'PIN', (before) => inWindow(before, { page: 'request-pin' })),
	button('hello.cancel', 'Cancel', (before) => inWindow(before, { page: 'request' })),
];
