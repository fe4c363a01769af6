import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { forService } from '../entries.ts';
import { taskBar } from '../laptop/desktop.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import {
	confirmSecret,
	inGroups,
	offered,
	offerSecret,
	provisioningUri,
} from '../service/own-authenticator.ts';
import type { World } from '../state.ts';
import { entryText, heard, personName, signIn } from '../wires.ts';
import type { OwnApp } from './state.ts';

const CODE = 'own-app.code';

const ADDRESS = 'https://portal.practice.example/authenticators';

/** What an app shows above its code: nobody may take it for a real account. */
const PRACTICE_ISSUER = `${organization.app} practice`;

/** The part's own state, with some of it changed. */
const changed = (world: World, patch: Partial<OwnApp>): World =>
	world.ownApp ? { ...world, ownApp: { ...world.ownApp, ...patch } } : world;

/** The text that the QR code on the page holds, and the secret to type; nothing where none is offered. */
function shownSecret(world: World): { readonly uri: string; readonly key: string } | null {
	const token = offered(world.service, world.people.user);
	return token
		? {
				uri: provisioningUri(token.seed, PRACTICE_ISSUER, `${personName(world)} (practice)`),
				key: inGroups(token.seed.secret),
			}
		: null;
}

const refusedLine = (world: World): Live[] =>
	world.ownApp?.refused ? [value('own-app.message', 'This code was not accepted. Try the next one.')] : [];

const codeField = (world: World, text: string): Live[] =>
	field(world, 'laptop', CODE, text, 'passcode', (entry) =>
		// which text was typed for a wrong one is not known
		entry.kind === 'passcode' ? entryText(world)(entry) : '••••••',
	);

/** Where the browser stands, and the task bar. */
const page = (world: World): Live[] => [value('browser.page-address', ADDRESS), ...taskBar(world)];

export const startPage = (world: World): Live[] => [
	heading('own-app.title', 'Add an authenticator app'),
	value('own-app.how', 'Take any app that reads QR codes and shows six digits that change.'),
	button('own-app.show', 'Show the QR code', (before) => shown(before, false)),
	...page(world),
];

function shown(world: World, anew: boolean): World {
	const outcome = offerSecret(world.service, { user: world.people.user, anew }, world.now);
	const next = heard(world, 'own-app', null, outcome);
	const serial = outcome.reply.ok ? outcome.reply.value.serial : null;
	return changed(next, { page: serial ? 'secret' : 'start', serial, refused: false });
}

export function secretPage(world: World): Live[] {
	const secret = shownSecret(world);
	return [
		heading('own-app.title', 'Scan the QR code with your app'),
		...(secret
			? [
					{ ...value('own-app.qr', 'QR code'), qr: secret.uri },
					heading('own-app.or', 'Or type this key into the app'),
					{ ...value('own-app.key', secret.key), copies: secret.key.replaceAll(' ', '') },
				]
			: []),
		...codeField(world, 'Code from your app'),
		button('own-app.confirm', 'Confirm', confirmed, draftOf(world, 'laptop', CODE) !== null),
		...refusedLine(world),
		button('own-app.back', 'Back', (before) => changed(before, { page: 'start', refused: false })),
		button('own-app.anew', 'New token', (before) => shown(cleared(before, 'laptop', CODE), true)),
		...page(world),
	];
}

function confirmed(world: World): World {
	const entry = draftOf(world, 'laptop', CODE);
	const emptied = cleared(world, 'laptop', CODE);
	const input = { user: world.people.user, entry: forService(entry) };
	const outcome = confirmSecret(emptied.service, input, world.now);
	const next = heard(emptied, 'own-app', entry, outcome);
	return outcome.reply.ok
		? changed(next, { page: 'added', refused: false })
		: changed(next, { refused: true });
}

export const addedPage = (world: World): Live[] => [
	heading('own-app.title', 'Your app is added'),
	value('own-app.next', 'From now on you sign in with its codes.'),
	button('own-app.to-sign-in', 'Sign in with a code', (before) => changed(before, { page: 'sign-in' })),
	...page(world),
];

export const signInPage = (world: World): Live[] => [
	heading('own-app.title', organization.signInBox),
	...codeField(world, 'Passcode'),
	button('own-app.sign-in', 'Sign in', signedIn, draftOf(world, 'laptop', CODE) !== null),
	...refusedLine(world),
	...page(world),
];

function signedIn(world: World): World {
	const entry = draftOf(world, 'laptop', CODE);
	const { world: next, word } = signIn(cleared(world, 'laptop', CODE), entry, 'portal');
	const by = word === 'passcode';
	return changed(next, by ? { page: 'signed-in', refused: false, used: true } : { refused: true });
}

export const signedInPage = (world: World): Live[] => [
	heading('own-app.title', 'You are signed in'),
	value('own-app.over', `Delete the entry “${PRACTICE_ISSUER}” from your app now. It opens nothing.`),
	button('own-app.again', 'Sign in again', (before) => changed(before, { page: 'sign-in', refused: false })),
	...page(world),
];
