import { expect, test } from 'vitest';
import { opening as phone } from '../content/android/words.ts';
import { opening as computer } from '../content/desktop/words.ts';
import { opening as operator } from '../content/migration/words.ts';
import { waitingQuestion } from './opening.ts';

test.each([
	['android', phone, {}, 'phone-app'],
	['android', phone, { 'phone-app': 'yes' }, 'enrollment-mail'],
	// its step leads back to the questions
	['android', phone, { 'phone-app': 'no' }, 'enrollment-mail'],
	// passes over one
	['android', phone, { 'phone-app': 'yes', 'enrollment-mail': 'computer' }, 'phone-camera'],
	['android', phone, { 'phone-app': 'yes', 'enrollment-mail': 'phone', 'phone-link': 'no' }, 'phone-camera'],
	['migration', operator, { 'console-open': 'no' }, 'console-wish'],
	['migration', operator, { 'console-open': 'yes', 'console-wish': 'user' }, 'token-act'],
	// the last question has none after it
	['migration', operator, { 'console-wish': 'user', 'token-act': 'suspend' }, 'token-act'],
	// the other guide may not have been it
	['desktop', computer, { phone: 'yes' }, 'phone'],
] as const)('%s %#', (procedure, asked, answers, waiting) => {
	expect(asked[waitingQuestion(procedure, asked, answers)]?.question).toBe(waiting);
});
