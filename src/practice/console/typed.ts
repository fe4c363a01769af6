import { tokensFound, usersFound, type UserText } from '../../simulator/service/operator.ts';
import { operatorCode } from '../../simulator/console/index.ts';
import { textOf, type Entry, type Expects, type World } from '../../simulator/world.ts';
import { typedEntry } from '../typed-entry.ts';

/** The largest number that a policy takes. */
const MOST = 999;
const ways: readonly UserText[] = ['user-id', 'last-name', 'first-name', 'e-mail'];

/**
 * What text typed into a field of the console is to the World: the first letters of what a user or a token there is
 * called, a number, or what `typedEntry` knows. Text that belongs to nothing is stopped here.
 *
 * @param text as typed; spaces around it do not count
 * @returns `null` for text that belongs to nothing
 */
export function consoleEntry(world: World, text: string, expects: Expects, control: string): Entry | null {
	const typed = text.trim();
	if (typed === '') return { kind: 'nothing' };
	if (expects === 'count') return countOf(typed);
	if (control === 'console.login-code') return codeOf(world, typed);
	if (expects !== 'found') return typedEntry(world, typed, expects);
	return control.endsWith('-serial') ? serialOf(world, typed) : userOf(world, typed);
}

const countOf = (typed: string): Entry | null =>
	/^\d{1,3}$/.test(typed) && Number(typed) <= MOST ? { kind: 'count', count: Number(typed) } : null;

/** How many steps back a code of the operator's own token is still known as one. */
const OLD_STEPS = 20;

function codeOf(world: World, typed: string): Entry | null {
	const now = operatorCode(world);
	if (!now) return null;
	const digits = typed.replace(/\s/g, '');
	for (let back = 0; back <= OLD_STEPS; back += 1) {
		const code = { ...now, step: now.step - back };
		if (textOf(world.service, world.people.operator, code) === digits) return code;
	}
	// some other six digits: the service refuses them
	return /^\d{6}$/.test(digits) ? { kind: 'near-miss', of: now, how: 'different' } : null;
}

function userOf({ service }: World, typed: string): Entry | null {
	for (const by of ways) {
		const [found] = usersFound(service, typed, by);
		if (found) return { kind: 'found', by, of: found.id, letters: typed.length };
	}
	return null;
}

function serialOf({ service }: World, typed: string): Entry | null {
	const [found] = tokensFound(service, { serial: typed });
	return found ? { kind: 'found', by: 'serial', of: found.serial, letters: typed.length } : null;
}
