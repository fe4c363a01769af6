/** What a ticket and a mail say of a place. Nothing in it is about the caller. */
export type PlaceInWords = {
	readonly app: string;
	/** The day of the written procedure. */
	readonly version: string;
	readonly procedure: string;
	readonly number: number;
	readonly count: number;
	readonly title: string;
	/** The problem's title and, where known, the caller's words for it. */
	readonly problem?: { readonly title: string; readonly words?: string | undefined } | undefined;
	/** How many tries have failed; nothing where that is not known. */
	readonly attempts: number | undefined;
	/** The way that the caller's own link told, one sentence each. */
	readonly walked?: readonly string[] | undefined;
	readonly code: string;
	/** The full address of the page. */
	readonly link: string;
};

/**
 * The text of a ticket: version, step, problem, attempts. It names no person, and it says that no secret
 * belongs into it.
 */
export const ticketText = (place: PlaceInWords): string =>
	[
		`Procedure: ${place.procedure}, version of ${place.version} (${place.app})`,
		`Step: ${place.number} of ${place.count}, ${place.title}`,
		`Problem: ${place.problem ? problemWords(place.problem) : 'not yet known'}`,
		`Failed tries: ${place.attempts ?? 'not known'}`,
		`Code: ${place.code}`,
		`Page: ${place.link}`,
		'Words on the screen: ',
		`Done so far: ${place.walked?.join(' ') ?? ''}`,
		'Write no password, PIN or passcode here.',
	].join('\n');

const problemWords = ({ title, words }: NonNullable<PlaceInWords['problem']>) =>
	words && words !== title ? `${title} (“${words}”)` : title;

export type Mail = { readonly subject: string; readonly text: string };

/** A mail to the caller with the link to a step or problem. */
export const placeMail = (place: PlaceInWords, desk: { name: string; phone: string }): Mail => ({
	subject: `${place.app}: step ${place.number}, ${place.title}`,
	text: [
		'Hello,',
		`This is the page that we talked about: step ${place.number} of ${place.count}, ${place.title}.`,
		...(place.problem ? [`It helps with this problem: ${place.problem.title}.`] : []),
		place.link,
		`If you read it on another screen, type this code there: ${place.code}`,
		`The link opens the page. It does not change your progress.`,
		`If you are stuck, call the ${desk.name}: ${desk.phone}. Never send a password, a PIN or a passcode.`,
	].join('\n'),
});

/** The link that opens a mail program with a mail in it and no address. */
export const mailto = ({ subject, text }: Mail): string =>
	`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;

/** A mail to oneself with the link to one's own progress. */
export const progressMail = (app: string, link: string): Mail => ({
	subject: `${app}: my progress`,
	text: [
		'My progress. Open this link on the other screen. It shows what it holds, and asks before it changes anything.',
		link,
		'Whoever has this link can see my steps and problems. It holds no password, no PIN and no passcode.',
	].join('\n'),
});
