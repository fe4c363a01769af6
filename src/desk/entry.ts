import { ok, refused, type Result } from '../domain/result.ts';
import type { DetourSlug, ProcedureId, StepSlug } from '../domain/slugs.ts';
import { readLocator, type LocatorPlace } from '../sharing/locator.ts';
import { nearestAddress, type KnownPlaces } from '../sharing/nearest.ts';

/**
 * What the desk was told, as a place; `exact` says whether it is that very place or only the nearest. A bare
 * number is a step of each guide that has so many: `others` are those of the guides after the first.
 */
export type DeskEntry = {
	readonly place: LocatorPlace;
	readonly exact: boolean;
	readonly others?: readonly LocatorPlace[];
};

/** Why there is no place. `words`: a sentence, which is for the search. `general`: a page that is no step. `progress`: a link with a caller's progress. */
export type EntryFault =
	'empty' | 'mistyped' | 'newer' | 'no-such-step' | 'general' | 'progress' | 'nowhere' | 'words';

/** One plain sentence for each. */
export const entryFaultWords: Record<EntryFault, string> = {
	empty: 'Type the code that the caller reads out, or paste a link.',
	mistyped: 'This is not a code of this guide: have it read out once more, sign by sign.',
	newer: 'This code is from a newer version of this guide: ask for the number of the step.',
	'no-such-step': 'There is no step with this number.',
	general: 'This link leads to a page of the guide that is no step: ask what the caller sees.',
	progress: 'This link with progress cannot be read: ask for the code at the foot of the page.',
	nowhere: 'This link leads to nothing in this guide: ask for the code at the foot of the page.',
	words: 'This is neither a code nor a link: type it into the field for what the caller says.',
};

/** Longer than any link of this guide. */
const longest = 2_000;
/** What has more signs is a sentence. A word without a digit is sooner one. */
const mostSigns = { withDigit: 9, without: 7 };

/**
 * Reads what the desk types or pastes: a code, a step's number, an address or link of this guide, or the
 * fragment of a desk address. Nothing that it is given makes it throw.
 */
export function readEntry(typed: string, known: KnownPlaces): Result<DeskEntry, EntryFault> {
	const given = typed.slice(0, longest).trim();
	// words may stand around a link
	const text = /https?:\/\/[^\s<>"]+/i.exec(given)?.[0].replace(/[.,;:!?)\]']+$/, '') ?? given;
	if (text === '') return refused('empty');
	const number = /^(?:step|#)?\s*0*(\d{1,3})\.?$/i.exec(text)?.[1];
	if (number) return stepWith(Number(number), known);
	if (/[/#]/.test(text)) return readLink(text, known);
	const code = readLocator(text);
	if (code.ok) return today(code.value, known);
	if (code.reason === 'unknown') return refused('newer');
	const signs = text.replace(/[^a-z0-9]/gi, '').length;
	const most = /\d/.test(text) ? mostSigns.withDigit : mostSigns.without;
	if (signs <= most) return refused('mistyped');
	const slug = /^[a-z0-9]+(?:-[a-z0-9]+)+$/i.test(text);
	return slug ? readLink(text, known) : refused('words');
}

/** The fragment that a place has in the desk's address. Shows where a call stands, and nothing of the caller. */
export const fragmentOf = ({ procedure, step, detour, attempt }: LocatorPlace): string =>
	`${[procedure, step, ...(detour ? [detour] : [])].join('/')}${attempt > 0 ? `/${attempt}` : ''}`;

function stepWith(number: number, { procedures }: KnownPlaces): Result<DeskEntry, EntryFault> {
	const [place, ...others] = procedures.flatMap(({ id, steps }): LocatorPlace[] =>
		steps
			.filter((one) => one.number === number)
			.map(({ slug }) => ({ procedure: id, step: slug, attempt: 0 })),
	);
	return place
		? ok({ place, exact: true, ...(others.length > 0 ? { others } : {}) })
		: refused('no-such-step');
}

function readLink(text: string, known: KnownPlaces): Result<DeskEntry, EntryFault> {
	const { path, fragment } = partsOf(text);
	const segments = path.split('/').filter((part) => part !== '');
	const last = segments.at(-1)?.toLowerCase();
	// an address of the desk or of the page for lost links carries the place behind #
	if (fragment && (segments.length === 0 || last === 'desk' || last === 'lost'))
		return /^[/#\s]*$/.test(fragment) ? refused('nowhere') : readEntry(fragment.replace(/#/g, ' '), known);
	if (fragment && last === 'go-on') return refused('progress');
	const ids = new Set<string>([...known.procedures.map(({ id }) => id), 'step']);
	const first = segments.findIndex((part) => ids.has(part.toLowerCase()));
	const own = segments.slice(Math.max(0, first));
	const attempt = own.length === 4 && /^[12]$/.test(own[3] ?? '') ? (Number(own.pop()) as 1 | 2) : 0;
	const wanted = own.join('/');
	const nearest = nearestAddress(wanted, known);
	if (!nearest) return refused('nowhere');
	const [procedure, step, detour] = nearest.split('/').filter((part) => part !== '') as [
		ProcedureId,
		StepSlug?,
		DetourSlug?,
	];
	if (!step) return refused('general');
	const place: LocatorPlace = {
		procedure,
		step,
		...(detour ? { detour } : {}),
		attempt: detour ? attempt : 0,
	};
	const exact = `/${wanted}/` === nearest || /^step\/\d+$/.test(wanted);
	return ok({ place, exact });
}

/** The path and the fragment of a link, with or without its host, decoded as far as it can be. */
function partsOf(text: string): { path: string; fragment: string } {
	const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/#]*/i, '').replace(/[<>"'\s]/g, '');
	const at = bare.indexOf('#');
	const path = (at < 0 ? bare : bare.slice(0, at)).replace(/\?.*$/, '').replace(/index\.html$/, '');
	return { path: decoded(path), fragment: at < 0 ? '' : decoded(bare.slice(at + 1)) };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A code's place as it exists today: codes of earlier releases may name one that is gone. */
function today(place: LocatorPlace, known: KnownPlaces): Result<DeskEntry, EntryFault> {
	const { attempt } = place;
	const link = readLink(`/${[place.procedure, place.step, place.detour ?? ''].join('/')}`, known);
	if (!link.ok) return link;
	const { place: found, exact } = link.value;
	return ok({ place: { ...found, attempt: found.detour ? attempt : 0 }, exact });
}
