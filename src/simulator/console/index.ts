/** The operator console: loading this makes it a part of the Worlds that ask for it. */
import { installPart } from '../parts.ts';
import type { Live } from '../screen.ts';
import type { World } from '../state.ts';
import { assignmentPage } from './assignment.ts';
import { begun } from './begin.ts';
import { pushPage } from './caller.ts';
import { consoleOf } from './change.ts';
import { activatePage, methodPage, resyncPage, revokePage, suspendPage } from './method.ts';
import { consolePages, type ConsoleScreenName } from './names.ts';
import './operations.ts';
import { policiesPage, policyPage } from './policies.ts';
import { confirmPage, passwordPage, provisionPage } from './provision.ts';
import { reportPage, reportsPage } from './reports.ts';
import { signInPage } from './sign-in.ts';
import { snapshotPage } from './snapshot.ts';
import { taskPage, tasksPage } from './tasks.ts';
import { tokenPage, tokensPage } from './tokens.ts';
import { userPage } from './user.ts';

export { besideWorld, toldBy } from './beside.ts';
export { foundText } from './found.ts';
export { operatorCode } from './sign-in.ts';
export { consolePages, type ConsolePage, type ConsoleScreenName } from './names.ts';
export type { Console } from './state.ts';

export const consoleScreens = {
	'console.sign-in': signInPage,
	'console.snapshot': snapshotPage,
	'console.assignment': assignmentPage,
	'console.user': userPage,
	'console.method': methodPage,
	'console.provision': provisionPage,
	'console.password': passwordPage,
	'console.push': pushPage,
	'console.suspend': suspendPage,
	'console.activate': activatePage,
	'console.revoke': revokePage,
	'console.resync': resyncPage,
	'console.confirm': confirmPage,
	'console.tasks': tasksPage,
	'console.task': taskPage,
	'console.tokens': tokensPage,
	'console.token': tokenPage,
	'console.policies': policiesPage,
	'console.policy': policyPage,
	'console.reports': reportsPage,
	'console.report': reportPage,
} as const satisfies Record<ConsoleScreenName, (world: World) => Live[]>;

/** Every page is a screen. */
export const consoleScreenNames = consolePages.map((page): ConsoleScreenName => `console.${page}`);

installPart({
	id: 'console',
	begin: begun,
	devices: { console: (world) => `console.${consoleOf(world).page}` },
	screens: consoleScreens,
});
