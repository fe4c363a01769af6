import { assign, setup } from 'xstate';
import type { GoalId } from '../../practice/scenario.ts';
import type { AnyFaultId, Control, DeviceId } from '../../simulator/world.ts';
import { broken, flownOn, planOf, steppedBack, usedByHand, type Demo, type Plan } from './demo.ts';
import { wayToStep, whyNoStep, type Flight } from './ways.ts';

export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

/** How long each part of an act takes at 1x, ms: time to find the control, to see it used, and to see what came of it. */
export const takes = { pointing: 1600, pressing: 500, resting: 900, ending: 5000 } as const;

export type PlayerEvent =
	| { readonly type: 'PLAY' }
	| { readonly type: 'PAUSE' }
	/** One act on, or back. By hand there is no act of the autopilot, but what a person did can be taken back. */
	| { readonly type: 'STEP' }
	| { readonly type: 'BACK' }
	/** To where the demo was chosen to begin. */
	| { readonly type: 'RESET' }
	| { readonly type: 'JUMP'; readonly goal: GoalId }
	| { readonly type: 'SPEED'; readonly speed: Speed }
	| { readonly type: 'LOOP'; readonly on: boolean }
	| { readonly type: 'BREAK'; readonly fault: AnyFaultId }
	/** A person operates the World, and gives it back. */
	| { readonly type: 'TAKE_OVER' }
	| { readonly type: 'GIVE_BACK' }
	| {
			readonly type: 'USE';
			readonly device: DeviceId;
			readonly control: Control;
			/** As it was typed: it goes no further than to its entry. */
			readonly typed?: string | undefined;
	  };

export type PlayerContext = {
	readonly demo: Demo;
	/** Where it was chosen to begin. */
	readonly start: Demo;
	/** What jumps are taken from. */
	readonly flight: Flight;
	/** Why nothing came of what was asked for, in plain words. */
	readonly notice: string;
	/** What the autopilot does next. */
	readonly plan: Plan | undefined;
	readonly speed: Speed;
	/** Does it begin anew at its end? */
	readonly loop: boolean;
	/** Does a person operate it from the start, as when it was left? */
	readonly openedByHand: boolean;
};

const at = (demo: Demo, notice = '') => ({ demo, plan: planOf(demo), notice });

/**
 * Plays a demo: points at a control, uses it, lets its result be seen, and goes on. A person may take over in any
 * state; whatever they did, the autopilot goes on from there.
 */
export const playerMachine = setup({
	types: {
		context: {} as PlayerContext,
		events: {} as PlayerEvent,
		input: {} as {
			readonly flight: Flight;
			readonly start: Demo;
			/** As it was left, where it was. */
			readonly demo?: Demo | undefined;
			readonly notice?: string | undefined;
			readonly speed?: Speed | undefined;
			readonly loop?: boolean | undefined;
			readonly byHand?: boolean | undefined;
		},
	},
	delays: {
		pointing: ({ context }) => takes.pointing / context.speed,
		pressing: ({ context }) => takes.pressing / context.speed,
		resting: ({ context }) => takes.resting / context.speed,
		ending: ({ context }) => takes.ending / context.speed,
	},
	guards: {
		isOver: ({ context }) => context.plan === undefined,
		loops: ({ context }) => context.loop,
		hasWay: ({ context, event }) => event.type === 'JUMP' && whyNoStep(context.flight, event.goal) === '',
		isOpenedByHand: ({ context }) => context.openedByHand,
	},
	actions: {
		flyOn: assign(({ context }) => at(flownOn(context.demo))),
		stepBack: assign(({ context }) => at(steppedBack(context.demo))),
		begin: assign(({ context }) => at(context.start)),
		jump: assign(({ context, event }) => {
			if (event.type !== 'JUMP') return {};
			const { demo, not } = wayToStep(context.flight, event.goal);
			return demo ? at(demo) : { notice: not };
		}),
		break: assign(({ context, event }) =>
			event.type === 'BREAK' ? at(broken(context.demo, event.fault)) : {},
		),
		use: assign(({ context, event }) =>
			event.type === 'USE' ? at(usedByHand(context.demo, event.device, event.control, event.typed)) : {},
		),
		setSpeed: assign(({ event }) => (event.type === 'SPEED' ? { speed: event.speed } : {})),
		setLoop: assign(({ event }) => (event.type === 'LOOP' ? { loop: event.on } : {})),
	},
}).createMachine({
	id: 'player',
	context: ({ input: { flight, start, demo, notice, speed = 1, loop = false, byHand = false } }) => ({
		...at(demo ?? start, notice),
		start,
		flight,
		speed,
		loop,
		openedByHand: byHand,
	}),
	initial: 'opened',
	on: {
		SPEED: { actions: 'setSpeed' },
		LOOP: { actions: 'setLoop' },
		// what goes wrong does so at once, in whatever state
		BREAK: { actions: 'break' },
		RESET: { target: '.paused', actions: 'begin' },
		JUMP: [{ guard: 'hasWay', target: '.paused', actions: 'jump' }, { actions: 'jump' }],
		STEP: { target: '.paused', actions: 'flyOn' },
		BACK: { target: '.paused', actions: 'stepBack' },
		TAKE_OVER: '.byHand',
	},
	states: {
		opened: { always: [{ guard: 'isOpenedByHand', target: 'byHand' }, 'paused'] },
		paused: { on: { PLAY: 'playing' } },
		playing: {
			initial: 'pointing',
			on: { PAUSE: 'paused' },
			states: {
				pointing: {
					always: { guard: 'isOver', target: 'over' },
					after: { pointing: 'pressing' },
				},
				pressing: { after: { pressing: { target: 'resting', actions: 'flyOn' } } },
				resting: { after: { resting: 'pointing' } },
				over: {
					always: { guard: ({ context }) => !context.loop, target: '#player.paused' },
					after: { ending: { guard: 'loops', target: 'pointing', actions: 'begin' } },
				},
			},
		},
		// it stays by hand until it is given back: the person goes on from wherever they go to
		byHand: {
			on: {
				USE: { actions: 'use' },
				STEP: {},
				BACK: { actions: 'stepBack' },
				JUMP: { actions: 'jump' },
				RESET: { actions: 'begin' },
				GIVE_BACK: 'paused',
			},
		},
	},
});
