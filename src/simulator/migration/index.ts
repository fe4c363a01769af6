/** The door to the migration of a population: what people do by themselves, and what an operator does about it. */
export { workingDay } from './calendar.ts';
export { beginDrill, commandDrill, MOST_DAYS, MOST_USERS, OPERATOR, type DrillReply } from './drill.ts';
export {
	isMigrated,
	oldTokensOf,
	scoreOf,
	stageOf,
	unusedSerials,
	type Score,
	type Stage,
} from './figures.ts';
export { habits, SECOND_MAIL, type Habit } from './habits.ts';
export { byShare, movedTargets } from './people.ts';
export { type Drill, type DrillCommand, type DrillOptions, type Evening } from './state.ts';
