import { entryOf } from 'virtual:entry';
import {
	drillFaultWords,
	drillTable,
	readDrill,
	scenarioOfDrill,
	writeDrill,
	type Drill,
	type DrillCourse,
} from '../../../practice/drill-link.ts';
import { checkDrill, rehearse, withDrawnFaults } from '../../../practice/drill-making.ts';
import type { GoalId } from '../../../practice/scenario.ts';
import { faultOf, type AnyFaultId } from '../../../simulator/world.ts';
import { loadCourse } from '../../practice/load-course.ts';

/** A drill that was made: its link's text, and what the class meets. */
export type Made = {
	readonly drill: Drill;
	readonly text: string;
	/** In the order in which a person without mistakes meets it. */
	readonly met: readonly { readonly id: AnyFaultId; readonly shows: string; readonly cure: string }[];
	/** Fewer surprises than were asked for can show between these steps. */
	readonly fewer: boolean;
};
type Answer = { readonly ok: true; readonly made: Made } | { readonly ok: false; readonly words: string };

/** What a course has to choose from. */
export type Choices = {
	readonly steps: readonly { readonly slug: GoalId; readonly number: number; readonly title: string }[];
	readonly faults: readonly { readonly id: AnyFaultId; readonly shows: string }[];
};

/** The steps and surprises of a course, which is loaded for it. */
export async function choicesOf(course: DrillCourse): Promise<Choices> {
	await loadCourse({ course });
	const steps = (await entryOf(course))?.steps ?? [];
	const table = drillTable(course);
	return {
		steps: steps
			.filter(({ slug }) => table.steps.includes(slug))
			.map(({ slug, number, title }) => ({ slug, number, title })),
		faults: table.faults.map((id) => ({ id, shows: faultOf(id).shows })),
	};
}

/**
 * Makes a drill, and goes through it once, so that no class gets one without an end.
 *
 * @param byChance how many surprises the number draws; nothing where they were chosen
 */
export async function makeDrill(asked: Drill, byChance?: number): Promise<Answer> {
	await loadCourse(asked);
	const bare = checkDrill(scenarioOfDrill({ ...asked, faults: byChance === undefined ? asked.faults : [] }));
	if (!bare.ok) {
		const words = {
			...drillFaultWords,
			clash: 'Two of these surprises cannot both happen. Take one of them out.',
			impossible:
				'This cannot be set up: the drill ends before it begins, or a surprise cannot happen any more at its first step.',
		};
		return { ok: false, words: words[bare.reason] };
	}
	const drill = byChance === undefined ? asked : withDrawnFaults(asked, byChance);
	const scenario = scenarioOfDrill(drill);
	const { ends, met } = rehearse(scenario);
	if (!ends) return { ok: false, words: 'This drill has nothing to do, or no end. Choose other steps.' };
	const unseen = drill.faults.find((fault) => !met.includes(fault));
	if (unseen)
		return {
			ok: false,
			words: `Between these steps nobody would meet this: ${faultOf(unseen).shows} Take it out, or choose other steps.`,
		};
	return {
		ok: true,
		made: {
			drill,
			text: writeDrill(drill),
			met: met.map((id) => ({ id, shows: faultOf(id).shows, cure: faultOf(id).cure })),
			fewer: byChance !== undefined && met.length < byChance,
		},
	};
}

/** The drill in the page's own address: what was made last, after a reload. */
export function drillInHash(hash: string): Drill | undefined {
	const read = readDrill(hash);
	return read.ok ? read.value : undefined;
}
