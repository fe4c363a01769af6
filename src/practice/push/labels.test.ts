import { describe, expect, test } from 'vitest';
import type { Label } from '../../domain/label.ts';
import { screenOf, type Screen } from '../../simulator/world.ts';
import { pushDetourLabels } from '../../steps/push/detour-labels.ts';
import { pushStepFacts } from '../../steps/push/index.ts';
import { courseOf } from '../course.ts';
import { act, begin, isDone, stepNow } from '../exercise.ts';
import '../push-course.ts';
import { after, choose, press } from '../testing/acts.ts';
import { pushRoads, pushSteps as alone, pushTroubles } from '../scenarios/push.ts';

/** Every screen that the exercises lead over, with the step to be at. */
const met: { readonly step: string; readonly screen: Screen }[] = [];
for (const scenario of [...pushRoads, ...pushTroubles, ...alone]) {
	let exercise = begin(scenario);
	for (let moves = 0; moves < 120 && !isDone(exercise); moves += 1) {
		met.push({ step: stepNow(exercise) ?? '', screen: screenOf(exercise.world) });
		const move = courseOf(scenario).nextMove(exercise.world, scenario)!;
		exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
	}
}

const carries = (screen: Screen, { text, kind }: Label): boolean =>
	screen.controls.some((control) => control.text === text && control.kind === kind);

describe('the labels of procedure C', () => {
	test.each(
		pushStepFacts.flatMap(({ slug, labels }) =>
			labels.map((label) => [slug, label.kind, label.text, label] as const),
		),
	)('%s: %s "%s" is met at that step', (slug, _kind, _text, label) => {
		expect(met.some(({ step, screen }) => step === slug && carries(screen, label))).toBe(true);
	});

	// the written procedure's own words, apart from the steps' data
	test.each([
		['choice', 'Notifications & actions'],
		['choice', 'On'],
		['choice', 'Off'],
		['button', 'Sign in'],
		['choice', 'Use my mobile to autosend a password'],
		['button', 'Submit'],
		['button', 'Approve'],
		['button', 'Deny'],
		['button', 'Report'],
		['button', '<'],
		['button', '>'],
		['heading', 'Hello, Owner!'],
		['button', 'OK'],
		['button', 'More choices'],
		['choice', 'Face'],
		['choice', 'Fingerprint'],
		['choice', 'PIN'],
	] as const)('%s "%s" of the procedure is on a screen', (kind, text) => {
		expect(met.some(({ screen }) => carries(screen, { kind, text }))).toBe(true);
	});

	test('the labels that only its problems quote are on the screens that they lead to', () => {
		const { world } = begin(pushRoads.find(({ id }) => id === 'push-log-in')!);
		const { serial } = world.laptop.mobilepass.tokens[0]!.credential;
		const app = after(world, press('taskbar.mobilepass'), choose(`mobilepass.token-${serial}`));
		const seen = [
			...met.map(({ screen }) => screen),
			screenOf(app),
			screenOf(after(app, choose('mobilepass.settings'))),
		];
		const missing = pushDetourLabels.filter((label) => !seen.some((screen) => carries(screen, label)));
		// the rest belongs to the manager's request catalog and the telephone, as in procedure A
		expect(missing).toEqual(pushDetourLabels.slice(3));
	});
});
