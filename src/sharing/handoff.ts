import { sha256 } from '@noble/hashes/sha2.js';
import { base32crockford } from '@scure/base';
import { credentials, type Credential } from '../domain/credentials.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import { ok, refused, type Result } from '../domain/result.ts';
import {
	procedures,
	type Answer,
	type DetourSlug,
	type ProcedureId,
	type Question,
	type StepSlug,
	type SymptomSlug,
} from '../domain/slugs.ts';
import acts from './acts.json';
import { byteReader, byteWriter, type ByteReader } from './bytes.ts';
import places from './numbers.json';

/** A run on its way to another screen. Nothing else is in it: no password, no PIN, no passcode, no name. */
export type Handoff = {
	readonly run: {
		readonly id: string;
		readonly procedure: ProcedureId;
		/** Date of the written procedure that the run was begun with. */
		readonly version: string;
		/** Epoch ms UTC. */
		readonly startedAt: number;
	};
	/** When the last act was done, epoch ms UTC. The other acts travel without their times. */
	readonly lastAt: number;
	/** Address in the table of numbers of the step or detour where the run is; absent elsewhere. */
	readonly at: string | undefined;
	readonly acts: readonly ProcedureEvent[];
	/** The noted days, `2026-03-08`. */
	readonly noted: Readonly<Partial<Record<Credential, string>>>;
};

/** `altered`: cut short, changed, or no progress at all. `newer`: by a later version of this guide. */
export type HandoffFault = 'empty' | 'altered' | 'newer' | 'too-large';

/** What a person is told when a link, a picture or a file is refused. */
export const handoffFaultWords: Record<HandoffFault, string> = {
	empty: 'There is no progress in this. A link to a step opens that step, and carries none.',
	altered:
		'This is no progress, or it was cut short or changed on its way. Make it again on the other screen, and copy all of it.',
	newer: 'This was made by a newer version of this guide. Update the guide here, then try again.',
	'too-large': 'This is too large to be progress of this guide.',
};

const format = 1;
const checksumLength = 4;
/** In characters: about 10,000 acts. A file that somebody chose may be anything. */
const largest = 40_000;
const mostActs = 10_000;
/** Of a string that a mail program has cut into lines, where words follow it. */
const mostLines = 60;
const day = 86_400_000;
/** Days are counted from here, so that two bytes last to 2044. */
const firstDay = Date.UTC(2000, 0) / day;
const latest = 2 ** 48;

const actNumbers = new Map(Object.entries(acts).map(([number, name]) => [name, Number(number)]));
const actNames = new Map(Object.entries(acts).map(([number, name]) => [Number(number), name]));
const placeNumbers = new Map(Object.entries(places).map(([number, address]) => [address, Number(number)]));
const placeAddresses = new Map(Object.entries(places).map(([number, address]) => [Number(number), address]));

/** The name of an act in the table of acts; where a jump leads is told beside it. */
export function actName(act: ProcedureEvent): string {
	if (act.type === 'SYMPTOM') return `SYMPTOM ${act.symptom}`;
	if (act.type === 'ANSWER') return `ANSWER ${act.question} ${act.answer}`;
	return act.type;
}

/**
 * A run as one string of digits and capital letters, for a link, a QR code or a file: compact, versioned,
 * with a checksum. Acts that no release has ever known are left out; replay ignores them too.
 */
export function writeHandoff({ run, lastAt, at, acts: done, noted }: Handoff): string {
	const bytes = byteWriter();
	bytes.number(format);
	bytes.number(procedures.indexOf(run.procedure));
	bytes.text(run.version);
	bytes.id(run.id);
	bytes.number(timeOf(run.startedAt));
	bytes.number(timeOf(lastAt));
	for (const credential of credentials) bytes.number(dayNumber(noted[credential]));
	bytes.number(placeNumbers.get(at ?? '') ?? 0);
	for (let from = 0, act = done[0]; act; act = done[from]) {
		const number = actNumbers.get(actName(act));
		const place = act.type === 'JUMP' ? placeNumbers.get(addressOf(run.procedure, act)) : undefined;
		from += 1;
		if (number === undefined || (act.type === 'JUMP' && place === undefined)) continue;
		bytes.number(number);
		if (place !== undefined) bytes.number(place);
		if (act.type !== 'DONE') continue;
		const first = from;
		while (done[from]?.type === 'DONE') from += 1;
		bytes.number(from - first + 1);
	}
	const contents = bytes.all();
	return base32crockford.encode(Uint8Array.from([...contents, ...checksumOf(contents)]));
}

/**
 * Reads what `writeHandoff` wrote: by itself, behind the `#` of a link, or in a mail or file with such a
 * link. Spaces, line breaks and case do not matter, nor do words after it.
 */
export function readHandoff(text: string): Result<Handoff, HandoffFault> {
	if (text.length > largest) return refused('too-large');
	const words = text
		.slice(text.lastIndexOf('#') + 1)
		.split(/(?:[\s\p{Cf}]|%20)+/u)
		.map((word) => word.replace(/^[^a-z0-9]+|[^a-z0-9]+$/gi, ''))
		.filter((word) => word !== '');
	// another address
	if (words.length === 0 || /^\s*https?:[^#]*$/i.test(text)) return refused('empty');
	for (let count = words.length; count > 0; count = Math.min(count - 1, mostLines)) {
		const contents = checkedContents(words.slice(0, count).join(''));
		if (contents) return readContents(byteReader(contents));
	}
	return refused('altered');
}

/** What a string carries, where its checksum is right. */
function checkedContents(string: string): Uint8Array | undefined {
	const bytes = decode(string);
	const contents = bytes?.slice(0, -checksumLength);
	if (!bytes || !contents || bytes.length <= checksumLength) return undefined;
	const sum = checksumOf(contents);
	return sum.every((byte, at) => byte === bytes[contents.length + at]) ? contents : undefined;
}

/** Behind a right checksum nothing is there by accident: what is not known was made by a later version. */
function readContents(bytes: ByteReader): Result<Handoff, 'newer'> {
	const written = bytes.number();
	const procedure = procedures[bytes.number()];
	const version = bytes.text();
	const id = bytes.id();
	const startedAt = bytes.number();
	const lastAt = bytes.number();
	const noted = credentials.flatMap((credential) => {
		const noteDay = dayName(bytes.number());
		return noteDay ? [[credential, noteDay] as const] : [];
	});
	const place = bytes.number();
	const at = placeAddresses.get(place);
	if (written !== format || !procedure || id === '' || (place > 0 && !at)) return refused('newer');

	const found: ProcedureEvent[] = [];
	while (!bytes.ended) {
		const name = actNames.get(bytes.number());
		const more = name === 'DONE' ? readDone(bytes) : name && [readAct(name, procedure, bytes)];
		if (!more || more.includes(undefined) || found.length + more.length > mostActs) return refused('newer');
		found.push(...more.filter((act) => act !== undefined));
	}
	if (bytes.broken) return refused('newer');
	const run = { id, procedure, version, startedAt };
	return ok({ run, lastAt, at, acts: found, noted: Object.fromEntries(noted) });
}

function readDone(bytes: ByteReader): ProcedureEvent[] | undefined {
	const count = bytes.number();
	return count > mostActs ? undefined : Array.from({ length: count }, () => ({ type: 'DONE' }));
}

function readAct(name: string, procedure: ProcedureId, bytes: ByteReader): ProcedureEvent | undefined {
	const [type, first, second] = name.split(' ');
	switch (type) {
		case 'FIXED':
		case 'NOT_FIXED':
			return { type };
		case 'SYMPTOM':
			return { type, symptom: first as SymptomSlug };
		case 'ANSWER':
			return { type, question: first as Question, answer: second as Answer };
		case 'JUMP': {
			const [of, slug, detour] = placeAddresses.get(bytes.number())?.split('/') ?? [];
			if (of !== procedure || !slug) return undefined;
			return { type, slug: slug as StepSlug, ...(detour ? { detour: detour as DetourSlug } : {}) };
		}
		default:
			return undefined;
	}
}

const addressOf = (procedure: ProcedureId, { slug, detour }: Extract<ProcedureEvent, { type: 'JUMP' }>) =>
	[procedure, slug, ...(detour ? [detour] : [])].join('/');
const checksumOf = (bytes: Uint8Array) => sha256(bytes).slice(0, checksumLength);
const timeOf = (at: number) => Math.min(Math.max(0, Math.round(at)), latest);

/** 0 where no day is noted, or none that there can be. */
function dayNumber(noted: string | undefined): number {
	const number = noted === undefined ? NaN : Date.parse(`${noted}T00:00:00Z`) / day - firstDay + 1;
	return Number.isInteger(number) && number > 0 && dayName(number) === noted ? number : 0;
}

function dayName(number: number): string | undefined {
	if (number < 1 || number > 1_000_000) return undefined;
	return new Date((number - 1 + firstDay) * day).toISOString().slice(0, 10);
}

function decode(text: string): Uint8Array | undefined {
	try {
		return base32crockford.decode(text);
	} catch {
		return undefined;
	}
}
