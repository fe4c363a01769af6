import { readFileSync, readdirSync } from 'node:fs';
import { deskDetoursSchema, deskStepSchema, readDesk, type DeskStepWords } from '../../src/content/desk.ts';
import { detourMatterSchema, itemsOf, readContent, stepMatterSchema } from '../../src/content/read.ts';
import { phaseTitles, procedureTitles } from '../../src/content/phases.ts';
import { factsOf } from '../../src/domain/facts.ts';
import type { Label } from '../../src/domain/label.ts';
import { organization } from '../../src/domain/organization.ts';
import type { DetourPage, PagePicture, ProcedureEntry, StepPage } from '../../src/domain/pages.ts';
import type { PaperWords } from '../../src/domain/paper.ts';
import {
	guides,
	type DetourSlug,
	type GuideId,
	type PhaseSlug,
	type StepSlug,
	type SymptomSlug,
} from '../../src/domain/slugs.ts';
import { graphOf } from '../../src/machines/graph.ts';
import { machineOf } from '../../src/machines/index.ts';
import { prove } from '../../src/machines/proof.ts';
import { detoursOf, followingOf, troublesOf } from '../../src/machines/read.ts';
import { stepsOf } from '../../src/steps/index.ts';
import { attempts, locatorOf, type LocatorPlace } from '../../src/sharing/locator.ts';
import type { Step } from '../../src/steps/step.ts';

/** The items of a text by its headings. */
type Items = ReturnType<typeof itemsOf>;

/** A procedure as pages need it, and the content file behind each page. */
export type CompiledProcedure = {
	entry: ProcedureEntry;
	steps: {
		page: StepPage;
		file: string;
		items: Items;
		labels: readonly Label[];
		desk: DeskStepWords;
		pictures: readonly PagePicture[];
		/** Alternative texts of the pictures. */
		alts: readonly string[];
	}[];
	detours: {
		page: DetourPage;
		file: string;
		items: Items;
		paper: PaperWords;
		/** Alternative text of its picture, if it has one. */
		alts: readonly string[];
		/** What the manager has to do there. */
		manager: string | undefined;
		/** What the desk should suggest at no detour. */
		neverAtDesk: readonly string[];
		/** How callers and screens put it, beside the symptoms of steps. */
		heard: readonly string[];
	}[];
};

/** The facts of the organization by name, for texts. */
export const facts = factsOf(organization);

/**
 * Joins machine, step facts and content of every procedure.
 *
 * @param root the project's folder, absolute
 * @param codeOf gives a place its code; only what numbers new places has another one
 * @throws Error naming what is missing, double or unsound: the build stops there
 */
export function compileProcedures(
	root: string,
	codeOf: (place: LocatorPlace) => string = locatorOf,
): CompiledProcedure[] {
	return guides.map((id) => compile(id, root, codeOf));
}

/** Graph and certificate of every procedure, for the map. */
export function proveProcedures() {
	return guides.map((id) => {
		const machine = soundMachine(id);
		return { id, certificate: prove(machine), graph: graphOf(machine) };
	});
}

function soundMachine(id: GuideId) {
	const machine = machineOf[id];
	if (!machine) throw new Error(`${id} has no machine`);
	return machine;
}

function compile(id: GuideId, root: string, codeOf: (place: LocatorPlace) => string): CompiledProcedure {
	const machine = soundMachine(id);
	const folder = `${root}/src/content/${id}`;
	const { facts: known } = stepsOf[id];
	const following = followingOf(machine);
	const unknown = Object.keys(following).filter((slug) => !known.some((step) => step.slug === slug));
	if (unknown.length > 0) throw new Error(`${id}: steps/ does not know ${unknown.join(', ')}`);
	const troubles = troublesOf(machine);
	const detours = detoursOf(machine);

	const steps = known.map((step, at) => {
		const next = following[step.slug];
		if (next === undefined || step.number !== at + 1)
			throw new Error(`${id}: step ${step.slug} is not number ${at + 1}, or not in the machine`);
		const code = codeOf({ procedure: id, step: step.slug, attempt: 0 });
		return compileStep(code, step, folder, troubles[step.slug] ?? {}, pageAfter(next));
	});
	const deskFile = `${folder}/desk/detours.yaml`;
	const desk = readDesk(deskFile, readFileSync(deskFile, 'utf8'), deskDetoursSchema, facts);
	const phases = [...new Set(steps.map(({ page }) => page.phase))];
	return {
		entry: {
			id,
			title: procedureTitles[id],
			phases: phases.map((slug: PhaseSlug) => ({ slug, title: phaseTitles[slug] })),
			steps: steps.map(({ page: { slug, number, title, phase, place } }) => ({
				slug,
				number,
				title,
				phase,
				place,
			})),
		},
		steps,
		detours: Object.entries(detours).map(([slug, outline]) => {
			const file = `${folder}/detours/${slug}.md`;
			const { matter, body } = readContent(file, readFileSync(file, 'utf8'), detourMatterSchema, facts);
			const { tries, deskOnly, from, to, then } = outline;
			return {
				file,
				items: itemsOf(body, facts),
				paper: matter.paper,
				alts: matter.pictures,
				manager: desk.manager[slug],
				neverAtDesk: desk.always,
				heard: desk.heard[slug] ?? [],
				page: {
					slug: slug as DetourSlug,
					title: matter.title,
					tries,
					deskOnly,
					illustrated: body.includes('<Picture part='),
					from,
					codes: from.map((caller) =>
						attempts
							.slice(0, tries)
							.map((attempt) => codeOf({ procedure: id, step: caller, detour: slug as DetourSlug, attempt })),
					),
					to,
					then,
					fixed: matter.fixed,
					notFixed: matter.notFixed,
					answers: outline.answers.map((one) => {
						const words = matter.answers[`${one.question}=${one.answer}`];
						if (!words) throw new Error(`${file}: has no words for the answer ${one.question}=${one.answer}`);
						return { ...one, words };
					}),
				},
			};
		}),
	};
}

/** The page of a state that a step leads to: questions are asked on the procedure's first page. */
const pageAfter = (state: string): StepPage['next'] =>
	state.startsWith('asking-') ? 'start' : (state as StepSlug | 'done');

function compileStep(
	code: string,
	step: Step,
	folder: string,
	troubles: Partial<Record<SymptomSlug, DetourSlug>>,
	next: StepPage['next'],
) {
	const files = readdirSync(`${folder}/steps`).filter(
		(name) => name.replace(/^\d\d-|\.md$/g, '') === step.slug,
	);
	if (files.length !== 1) throw new Error(`${folder}: step ${step.slug} has ${files.length} content files`);
	const file = `${folder}/steps/${files[0]}`;
	const deskFile = `${folder}/desk/${files[0]?.replace(/md$/, 'yaml')}`;
	const { matter, body } = readContent(file, readFileSync(file, 'utf8'), stepMatterSchema, facts);
	const { slug, number, phase, place, who, safeToStop, wait, minutes } = step;
	const page: StepPage = {
		slug,
		number,
		title: matter.title,
		phase,
		place,
		who,
		see: matter.see,
		done: matter.done,
		question: matter.question,
		minutes,
		wait: wait && {
			...wait,
			meanwhile: matter.meanwhile ?? '',
			symptom: matter.tooLong as SymptomSlug,
		},
		stop: safeToStop ? undefined : (matter.stop ?? ''),
		symptoms: Object.entries(troubles).map(([symptom, detour]) => ({
			symptom: symptom as SymptomSlug,
			words: symptom === 'something-else' ? 'I see something else' : (matter.symptoms[symptom] ?? ''),
			detour,
		})),
		lettered: body.includes('<Picture part='),
		code,
		next,
	};
	const desk = readDesk(deskFile, readFileSync(deskFile, 'utf8'), deskStepSchema, facts);
	const pictures = step.pictures.map(({ screen, mark }, at) => ({
		screen,
		mark,
		alt: matter.pictures[at] ?? '',
	}));
	return {
		page,
		file,
		items: itemsOf(body, facts),
		labels: step.labels,
		desk,
		pictures,
		alts: matter.pictures,
	};
}
