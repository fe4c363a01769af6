/** The door to the migration of a population: what people do by themselves, and what an operator does about it. */
export { workingDay } from './calendar.ts';
export {
	beginDrill,
	commandDrill,
	MOST_DAYS,
	MOST_USERS,
	OPERATOR,
	type Done,
	type DrillReply,
} from './drill.ts';
export {
	canSignIn,
	isMigrated,
	oldTokensOf,
	scoreOf,
	stageOf,
	unusedSerials,
	type Score,
	type Stage,
} from './figures.ts';
export { habits, SECOND_MAIL, type Habit, type HabitId } from './habits.ts';
export { byShare, movedTargets, type Person } from './people.ts';
export { drillCommands, type Drill, type DrillCommand, type DrillOptions, type Evening } from './state.ts';
