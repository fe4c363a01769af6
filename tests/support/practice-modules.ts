/** What tests need of the practice room, as one module: it is loaded as the build loads it. */
import '../../src/practice/testing/all-courses.ts';

export { devicesOf } from '../../src/practice/devices.ts';
export { isDone, restore } from '../../src/practice/exercise.ts';
export { hintFor } from '../../src/practice/hints.ts';
export { keepIn } from '../../src/practice/keeping.ts';
export { checkedFile } from '../../src/practice/scenario-check.ts';
export { readScenarioFile } from '../../src/practice/scenario-file.ts';
export { allScenarios, scenarioOf, type Scenario } from '../../src/practice/scenarios.ts';
export { openWorkspace, type Bench } from '../../src/practice/workspace.ts';
export {
	facts,
	hash,
	hasDevice,
	screenOf,
	textOf,
	tokenOf,
	type Control,
	type DeviceId,
	type Entry,
	type World,
} from '../../src/simulator/world.ts';
export { foundText } from '../../src/simulator/console/index.ts';
export { resultOf } from '../../src/practice/result-file.ts';
export { flown } from '../../src/practice/testing/tries.ts';
