import { assign, setup } from 'xstate';
import type { GoalId } from '../../practice/scenario.ts';
import type { AnyFaultId, Control, DeviceId } from '../../simulator/world.ts';
import {
	broken,
	demoOf,
	flownOn,
	jumpedTo,
	jumpedToProblem,
	planOf,
	steppedBack,
	usedByHand,
	type Demo,
	type Plan,
} from './demo.ts';

export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

/** How long each part of an act takes at 1x, ms: time to find the control, to see it used, and to see what came of it. */
export const takes = { pointing: 1600, pressing: 500, resting: 900, ending: 5000 } as const;

export type PlayerEvent =
	| { readonly type: 'PLAY' }
	| { readonly type: 'PAUSE' }
	/** One act on, or back. */
	| { readonly type: 'STEP' }
	| { readonly type: 'BACK' }
	| { readonly type: 'RESET' }
	| { readonly type: 'JUMP'; readonly goal: GoalId }
	| { readonly type: 'JUMP_TO_PROBLEM'; readonly fault: AnyFaultId }
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
	/** What the autopilot does next. */
	readonly plan: Plan | undefined;
	readonly speed: Speed;
	/** Does it begin anew at its end? */
	readonly loop: boolean;
};

const at = (demo: Demo) => ({ demo, plan: planOf(demo) });

/**
 * Plays a demo: points at a control, uses it, lets its result be seen, and goes on. A person may take over in any
 * state; whatever they did, the autopilot goes on from there.
 */
export const playerMachine = setup({
	types: {
		context: {} as PlayerContext,
		events: {} as PlayerEvent,
		input: {} as {
			readonly demo: Demo;
			readonly speed?: Speed | undefined;
			readonly loop?: boolean | undefined;
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
	},
	actions: {
		flyOn: assign(({ context }) => at(flownOn(context.demo))),
		stepBack: assign(({ context }) => at(steppedBack(context.demo))),
		begin: assign(({ context }) => at(demoOf(context.demo.exercise.scenario))),
		jump: assign(({ context, event }) =>
			event.type === 'JUMP' ? at(jumpedTo(context.demo, event.goal)) : {},
		),
		jumpToProblem: assign(({ context, event }) =>
			event.type === 'JUMP_TO_PROBLEM' ? at(jumpedToProblem(context.demo, event.fault)) : {},
		),
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
	context: ({ input: { demo, speed = 1, loop = false } }) => ({ ...at(demo), speed, loop }),
	initial: 'paused',
	on: {
		SPEED: { actions: 'setSpeed' },
		LOOP: { actions: 'setLoop' },
		// what goes wrong does so at once, in whatever state
		BREAK: { actions: 'break' },
		RESET: { target: '.paused', actions: 'begin' },
		JUMP: { target: '.paused', actions: 'jump' },
		JUMP_TO_PROBLEM: { target: '.paused', actions: 'jumpToProblem' },
		STEP: { target: '.paused', actions: 'flyOn' },
		BACK: { target: '.paused', actions: 'stepBack' },
		TAKE_OVER: '.byHand',
	},
	states: {
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
		byHand: { on: { USE: { actions: 'use' }, GIVE_BACK: 'paused' } },
	},
});
