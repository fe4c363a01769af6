import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../domain/random.ts';
import { callOf, fewestQuestions, type Asked } from './call.ts';
import { book } from '../../../tests/support/calls.ts';
import { most, mostPoints, scoreOf, type Handling } from './score.ts';

const saying = book.sayings.find(({ fits }) => fits.some(({ place }) => place.endsWith('/no-internet')));
if (!saying) throw new Error('No saying fits a computer without internet');
const place = 'desktop/connect-to-router/no-internet';
const call = callOf(book, saying, place, randomFrom(1));
const best = fewestQuestions(book, call);
const answerOf = (kind: string) => call.options.findIndex((option) => option.kind === kind);
const secretQuestion: Asked = { id: call.questions.find(({ secret }) => secret)?.id ?? '', again: false };
const useless = call.questions
	.filter(({ answer, secret }) => answer.tells === undefined && !answer.again && !secret)
	.map(({ id }): Asked => ({ id, again: false }));
const handled = (handling: Partial<Handling>) =>
	scoreOf(book, call, { asked: best, place, answer: answerOf('right'), ...handling });

describe('what a call is worth', () => {
	test('all points: the place, the fewest questions, the right answer', () => {
		expect(handled({})).toMatchObject({ place: 'exact', answer: 'right', secret: false, total: mostPoints });
	});
	test('the right step with another problem is worth half, another step nothing', () => {
		expect(handled({ place: 'desktop/connect-to-router/guest-wifi' })).toMatchObject({
			place: 'same-step',
			points: { place: 2 },
		});
		expect(handled({ place: 'desktop/connect-to-router' }).place).toBe('same-step');
		expect(handled({ place: 'desktop/boot-and-acknowledge' })).toMatchObject({
			place: 'wrong',
			points: { place: 0 },
		});
		expect(handled({ place: undefined }).place).toBe('wrong');
	});
	test('one question more than the fewest is free, each further one costs a point, and no more than there are', () => {
		expect(useless.length).toBeGreaterThan(4);
		const after = (more: number) => handled({ asked: [...best, ...useless.slice(0, more)] }).points.questions;
		expect([0, 1, 2, 3, 4, 5].map(after)).toEqual([most.questions, most.questions, 2, 1, 0, 0]);
	});
	test('a guess has no points for questions, even where it is right', () => {
		const guessed = handled({ asked: [] });
		expect(guessed.left.length).toBeGreaterThan(1);
		expect(guessed).toMatchObject({ place: 'exact', asked: 0, points: { questions: 0 } });
	});
	test('another answer is worth nothing, and says why', () => {
		expect(handled({ answer: answerOf('wrong') })).toMatchObject({ answer: 'wrong', points: { answer: 0 } });
		expect(handled({ answer: answerOf('never') })).toMatchObject({ answer: 'never', points: { answer: 0 } });
		expect(handled({ answer: undefined }).answer).toBe('wrong');
	});
	test('who asks for a secret has no points at all, in a question or at the end', () => {
		expect(handled({ asked: [...best, secretQuestion] })).toMatchObject({ secret: true, total: 0 });
		expect(handled({ answer: answerOf('secret') })).toMatchObject({
			secret: true,
			answer: 'secret',
			total: 0,
		});
	});
});
