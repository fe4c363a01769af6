import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Nobody is told to move a clock: passcodes follow UTC, and a clock that is moved to look right breaks
 * them. Windows sets the time; a person changes the zone.
 */
const told =
	/\b(set|reset|change|correct|adjust|move|put|turn|enter|type|fix)(?:ting)? (?:back |forward )?(?:the |your |its |this )?(?:Windows |computer(?:'s|’s)? |laptop(?:'s|’s)? |new computer(?:'s|’s)? |right |correct |true )*(clock|time|hour|minutes|date)s?\b(?! zone)(?! automatically)/i;
const byHand =
	/\b(clock|time|hour|date)s?\b.*\b(by hand|manually|yourself)\b|\bmanually\b.*\b(clock|time)\b/i;
const forbidden = /\b(not|never|nobody|no one|cannot)\b/i;
/** A report of what went wrong. */
const happened = /\b(is|was|were|been) (moved|changed)\b/i;

const adviceIn = (text: string): string[] =>
	sentencesOf(text).filter((sentence) => sentence.split(', ').some(isAdvice));

function isAdvice(clause: string): boolean {
	const found = told.exec(clause);
	const before = clause.slice(0, found?.index);
	if (found && !forbidden.test(before) && !/\blet Windows $/i.test(before)) return true;
	return byHand.test(clause) && !forbidden.test(clause) && !happened.test(clause);
}

const sentencesOf = (text: string): string[] =>
	text
		.replace(/<Label[^>]*>|<\/Label>|\*\*/g, '')
		.replace(/\s*\n\s*(?![\n\d#-])/g, ' ')
		.split(/\n|(?<=[.!?:;'"`])\s+|(?<=['"`]),|[{}<>]/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== '');

const root = fileURLToPath(new URL('..', import.meta.url));
/** Every file whose words a person may come to read. */
const files = ['src/content', 'src/guide', 'src/routes', 'src/ui', 'src/steps', 'src/machines']
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
	)
	.filter((file) => /(?<!\.test)\.(md|svelte|ts)$/.test(file));

/** What stands in comments is said to nobody. */
const words = (file: string) =>
	readFileSync(join(root, file), 'utf8')
		.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
		.replace(/<!--[\s\S]*?-->|<style>[\s\S]*?<\/style>/g, '')
		// paper puts "Do not" before these
		.replace(/^\s*not: ['"]?/gm, 'Do not ');

test('content and sources are read', () => {
	expect(files.filter((file) => file.endsWith('.md')).length).toBeGreaterThan(100);
	expect(files.length).toBeGreaterThan(150);
});

test.each(files)('%s tells nobody to set a clock by hand', (file) => {
	expect(adviceIn(words(file))).toEqual([]);
});

describe('such advice is found', () => {
	test.each([
		'Set the clock to the time of your phone.',
		'Change the time.',
		'Then change the time until it matches your phone.',
		'Open the settings and correct the hour.',
		'1. Move the clock back 2 hours.',
		'Turn the clock forward.',
		'Adjust the date and the time.',
		'Enter the right time.',
		'Put the clock 1 hour ahead.',
		'The clock is set manually in the settings.',
		'Set the <Label kind="choice">time</Label> yourself.',
		`why: 'Change the time by hand.',`,
		'When passcodes fail, set the clock.',
		'If it does not help, correct the time yourself.',
	])('%s', (text) => {
		expect(adviceIn(text)).toHaveLength(1);
	});
	test.each([
		'Change the time zone.',
		'Turn Set time automatically on.',
		'Turn <Label kind="choice">Set time automatically</Label> on.',
		'Do not move the clock by hand.',
		'Leave the time itself alone.',
		'I changed the time, and now my passcodes fail',
		'Passcodes fail when the clock is moved by hand.',
		'Let Windows set the time',
		'Set up your new computer, one step at a time.',
	])('and nothing else: %s', (text) => {
		expect(adviceIn(text)).toEqual([]);
	});
});
