import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Names that a reader meets on the screen. They count as labels, not as words of ours. */
const productNames = /MobilePASS\+?|GlobalProtect|Outlook|Microsoft|Windows|Teams|SafeNet|Thales/g;

/** One sentence a line item or heading at least; a colon in the middle of one does not end it. */
export function sentencesOf(text: string): string[] {
	return text
		.split(/\n+|(?<=[.!?])\s+/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => /[a-z]/i.test(sentence));
}

export const wordsOf = (text: string): string[] => text.match(/[A-Za-z][A-Za-z'’-]*|\d[\d,.]*/g) ?? [];

/**
 * Flesch-Kincaid grade of a text, product names not counted.
 *
 * @param text plain, labels removed already
 * @returns US school grade, 7 for twelve-year-olds
 */
export function readingGrade(text: string): number {
	const counted = text.replace(productNames, '');
	const sentences = sentencesOf(counted);
	const words = wordsOf(counted);
	return fleschKincaid({
		sentence: sentences.length,
		word: words.length,
		syllable: words.reduce((sum, word) => sum + syllable(word), 0),
	});
}
