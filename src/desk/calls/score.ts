import type { CallBook, CallPlaceKey } from '../../domain/calls.ts';
import { fewestQuestions, placesLeft, type Asked, type Call } from './call.ts';

/** What a trainee did in a call. */
export type Handling = {
	readonly asked: readonly Asked[];
	/** Where the caller is, by the trainee. */
	readonly place?: CallPlaceKey | undefined;
	/** The chosen option, by its position. */
	readonly answer?: number | undefined;
};

/** What a part of a call is worth at most. */
export const most = { place: 4, questions: 3, answer: 3 } as const;
export const mostPoints = most.place + most.questions + most.answer;
/** Nobody knows beforehand what a caller can tell: so many questions more than the fewest cost nothing. */
const freeQuestions = 1;
/** The right step with another problem, or none. */
const sameStepPoints = 2;

export type Score = {
	readonly place: 'exact' | 'same-step' | 'wrong';
	readonly asked: number;
	readonly fewest: number;
	/** The places that the answers still allowed when the place was chosen: one, or it was guessed. */
	readonly left: readonly CallPlaceKey[];
	readonly answer: 'right' | 'wrong' | 'never' | 'secret';
	/** Was a secret asked for, in a question or at the end? Then the call has no points. */
	readonly secret: boolean;
	readonly points: { readonly place: number; readonly questions: number; readonly answer: number };
	readonly total: number;
};

/** What a call was worth. The time that it took does not count. */
export function scoreOf(book: CallBook, call: Call, { asked, place, answer }: Handling): Score {
	const found = placeScore(call.place, place);
	const fewest = fewestQuestions(book, call).length;
	const left = placesLeft(book, call, asked);
	const ending = call.options[answer ?? -1]?.kind ?? 'wrong';
	const over = asked.length - fewest - freeQuestions;
	const secret =
		ending === 'secret' || asked.some(({ id }) => call.questions.some((one) => one.id === id && one.secret));
	const points = {
		place: found === 'exact' ? most.place : found === 'same-step' ? sameStepPoints : 0,
		// a guess may be right, but it was not found out
		questions: left.length === 1 ? Math.max(0, most.questions - Math.max(0, over)) : 0,
		answer: ending === 'right' ? most.answer : 0,
	};
	return {
		place: found,
		asked: asked.length,
		fewest,
		left,
		answer: ending,
		secret,
		points,
		total: secret ? 0 : points.place + points.questions + points.answer,
	};
}

function placeScore(right: CallPlaceKey, chosen: CallPlaceKey | undefined): Score['place'] {
	if (chosen === right) return 'exact';
	const stepOf = (key = '') => key.split('/').slice(0, 2).join('/');
	return stepOf(chosen) === stepOf(right) ? 'same-step' : 'wrong';
}
