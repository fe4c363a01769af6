import type { OpeningQuestion } from '../domain/pages.ts';
import type { ProcedureId } from '../domain/slugs.ts';

/**
 * Which question waits for an answer on a procedure's first page: the one that the last answer led to, or, where it
 * led to steps that came back to the questions, the one after it. An answer that led to another guide may be given anew.
 *
 * @param procedure whose questions they are
 * @param asked the questions in their order
 * @param answers the last answer to each question that has one
 * @returns its index; 0 where nothing was answered
 */
export function waitingQuestion(
	procedure: ProcedureId,
	asked: readonly OpeningQuestion[],
	answers: Readonly<Record<string, string>>,
): number {
	const last = asked.findLastIndex(({ question }) => answers[question] !== undefined);
	const given = asked[last];
	const path = given?.choices.find(({ answer }) => answer === answers[given.question])?.path;
	if (path === undefined) return 0;
	const named = asked.findIndex(({ question }) => path === `#${question}`);
	if (named >= 0) return named;
	return path.startsWith(`/${procedure}/`) ? Math.min(last + 1, asked.length - 1) : last;
}
