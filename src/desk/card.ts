import type { DeskBook, DeskDetour, DeskQuestion, DeskStep } from '../domain/desk.ts';
import type { DetourSlug } from '../domain/slugs.ts';
import type { LocatorPlace } from '../sharing/locator.ts';

/** Something to try: what it is called, how it is done, and the problem of the guide that it is. */
type Fix = {
	readonly words: string;
	/** In few words; labels in square brackets. */
	readonly how?: string | undefined;
	readonly detour?: DetourSlug | undefined;
};
/** Fixes that belong together, in order. */
type Fixes = { readonly heading: string; readonly fixes: readonly Fix[] };

/** The detour that every step ends at when nothing else helps. */
const desk: DetourSlug = 'service-desk';

/** A problem's title and, where they are known, the words that the caller chose. */
type Problem = { readonly title: string; readonly words?: string | undefined };

/** What a person at the service desk has before them during a call. */
export type CallCard = {
	readonly place: LocatorPlace;
	readonly step: DeskStep;
	readonly detour: DeskDetour | undefined;
	/** What troubles the caller, as far as it is known: the call itself is no problem. */
	readonly problem: Problem | undefined;
	/** How the caller came here, as far as the place tells. */
	readonly way: readonly string[];
	/** Three. */
	readonly questions: readonly DeskQuestion[];
	readonly fixes: readonly Fixes[];
	readonly never: readonly string[];
	/** When the caller was told to call: then it is for the desk to act. */
	readonly yours: readonly string[];
	readonly manager: string | undefined;
};

/**
 * The card of a place.
 *
 * @param book of the place's procedure
 * @returns nothing for a place that the book does not have
 */
export function callCard(place: LocatorPlace, book: DeskBook): CallCard | undefined {
	const step = book.steps[place.step];
	const detour = place.detour && book.detours[place.detour];
	if (!step || (place.detour && !detour)) return undefined;
	const common = { place, step, detour, way: wayOf(place, step, book), problem: problemOf(step, detour) };
	if (!detour || detour.slug === desk)
		return {
			...common,
			questions: step.ask,
			fixes: [{ heading: 'Find out which of these it is', fixes: problemsOf(step) }],
			never: step.never,
			yours: [],
			manager: step.manager,
		};
	return {
		...common,
		questions: [...detour.check.map((ask) => ({ ask })), ...step.ask].slice(0, 3),
		fixes: fixesOf(place, detour, book),
		never: detour.never,
		yours: detour.call,
		manager: detour.manager,
	};
}

function problemOf(step: DeskStep, detour: DeskDetour | undefined): Problem | undefined {
	if (!detour || detour.slug === desk) return undefined;
	return { title: detour.title, words: step.symptoms.find((one) => one.detour === detour.slug)?.words };
}

/** A step's problems, in the order of the guide: the first are the likeliest. */
const problemsOf = (step: DeskStep): Fix[] =>
	step.symptoms
		.filter(({ symptom }) => symptom !== 'something-else')
		.map(({ words, detour }) => ({ words, how: step.fixes[detour], detour }));

/** By how many tries have failed. */
const againHeadings = ['If it happens again', 'Do this now', 'Tried already, the second time'] as const;

function fixesOf({ attempt }: LocatorPlace, detour: DeskDetour, book: DeskBook): Fixes[] {
	const tried = attempt > 0;
	const items = (words: readonly string[]) => words.map((one) => ({ words: one }));
	const further = detour.then && book.detours[detour.then];
	const groups: Fixes[] = [
		{ heading: tried ? 'Tried already' : 'Do this first', fixes: items(detour.fix) },
		...(detour.again.length > 0 ? [{ heading: againHeadings[attempt], fixes: items(detour.again) }] : []),
	];
	const then =
		further && further.slug !== desk
			? [
					{
						heading: attempt > 1 ? 'Do this now' : 'If that does not help',
						fixes: [{ words: further.title, detour: further.slug }],
					},
				]
			: [];
	// what is to be done now comes first
	if (tried) groups.reverse();
	return attempt > 1 ? [...then, ...groups] : [...groups, ...then];
}

/** The way that leads to a place: in order until the step, then by what the caller chose. */
function wayOf({ detour, attempt }: LocatorPlace, step: DeskStep, book: DeskBook): string[] {
	const way = [beforeOf(step, book)];
	if (!detour) return way;
	if (detour === desk) way.push('The guide has sent the caller to you. The place does not tell why.');
	else way.push(...choicesOf(detour, step, book));
	return [...way, ...triesWords(attempt)];
}

const triesWords = (attempt: number): string[] =>
	attempt === 0 ? [] : [attempt === 1 ? 'The first try has failed.' : `${attempt} tries have failed.`];

/** What was done before a step, as far as all ways of the guide to it have it in common. */
function beforeOf(step: DeskStep, book: DeskBook): string {
	const steps = Object.values(book.steps).filter((one) => one !== undefined);
	const leadingTo = (slug: string) => steps.filter(({ next }) => next === slug);
	const done: number[] = [];
	let before = leadingTo(step.slug);
	for (let [only] = before; before.length === 1 && only && !done.includes(only.number); [only] = before) {
		done.push(only.number);
		before = leadingTo(only.slug);
	}
	const forked = before.map(({ number }) => number).filter((number) => !done.includes(number));
	if (done.length === 0 && forked.length === 0)
		return step.number === 1 ? 'This is the first step.' : 'A way of the guide begins with this step.';
	const last = forked.length > 0 ? [`step ${forked.join(' or ')}, by the way that was taken`] : [];
	const common = done.length > 0 ? [`${done.length === 1 ? 'step' : 'steps'} ${ranges(done)}`] : [];
	return `Done before it, in the order of the guide: ${[...last, ...common].join(', then ')}.`;
}

/** What the caller must have chosen at the step: often one thing, sometimes one of several. */
function choicesOf(detour: DetourSlug, step: DeskStep, book: DeskBook): string[] {
	const direct = step.symptoms.filter((one) => one.detour === detour);
	const found = direct.length > 0 ? direct : step.symptoms.filter((one) => leadsTo(one.detour, detour, book));
	const [only] = found;
	if (!only) return [];
	const words = found.map((one) => `“${one.words}”`).join(' or ');
	const choice = `At step ${step.number} the caller chose ${words}.`;
	if (found.length > 1) return [choice];
	return [choice, ...between(only.detour, detour, book).map(({ title }) => `It did not help: ${title}.`)];
}

/** The detours from one to another, each the way on when the one before did not help; without the last. */
function between(from: DetourSlug, to: DetourSlug, book: DeskBook): DeskDetour[] {
	const passed: DeskDetour[] = [];
	for (let slug: DetourSlug | undefined = from; slug && slug !== to; slug = book.detours[slug]?.then) {
		const found = book.detours[slug];
		if (!found || passed.includes(found)) return passed;
		passed.push(found);
	}
	return passed;
}

function leadsTo(from: DetourSlug, to: DetourSlug, book: DeskBook): boolean {
	const seen = new Set<string>();
	for (let slug: DetourSlug | undefined = from; slug && !seen.has(slug); slug = book.detours[slug]?.then) {
		if (slug === to) return true;
		seen.add(slug);
	}
	return false;
}

/** What a link with progress tells of the way. */
export type Walked = {
	readonly done: readonly number[];
	/** The number of the step that the caller came to from elsewhere: those before it were done there. */
	readonly arrivedAt: number;
	/** How often the open problem's cure has failed. */
	readonly attempt: number;
	readonly problems: readonly { readonly title: string; readonly again: boolean }[];
};

/** The way in words. */
export function walkedWay({ done, arrivedAt, attempt, problems }: Walked): string[] {
	const elsewhere = Array.from({ length: arrivedAt - 1 }, (_, at) => at + 1).filter(
		(number) => !done.includes(number),
	);
	return [
		done.length > 0 ? `Marked done: ${ranges(done)}.` : 'No step is marked done.',
		...(elsewhere.length > 0 ? [`Done elsewhere: ${ranges(elsewhere)}.`] : []),
		...problems.map(({ title, again }) => `Had this problem${again ? ' more than once' : ''}: ${title}.`),
		...triesWords(attempt),
	];
}

/** "1 to 4, 6": numbers in order, neighbors drawn together. */
function ranges(numbers: readonly number[]): string {
	const sorted = [...new Set(numbers)].sort((one, other) => one - other);
	const spans: [from: number, to: number][] = [];
	for (const number of sorted) {
		const last = spans.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else spans.push([number, number]);
	}
	return spans.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
}
