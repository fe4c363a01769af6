/** Words that tell nothing about a place. Words that say what is missing or refused are not among them. */
const empty = new Set(
	`a about after all am an and any anything are as at be because been but by can could did do does dont doing
	for from get gets getting go goes going got had has have he her here hes him his how i if im in into is isnt it its
	ive just know let like me my need now of oh ok on one or our out please put really right said say saying says see
	she should so some someone something still tell that the their them then there theres these they theyre thing
	this those to too trying uh um up us want wants was way we were what whats when where which while who why will
	with would yeah you your yours`.split(/\s+/),
);

/** Different words of callers for one and the same thing. The first of each line stands for all. */
const same = new Map(
	`password pw pwd pass pasword passwrd
	computer pc laptop workstation machine
	phone cell cellphone mobile smartphone iphone android
	email mail mails emails
	gray grey grayed greyed
	vpn globalprotect gp
	page website webpage
	wifi wireless wlan
	logon login signin
	logon logged logging
	restart reboot rebooted rebooting
	popup popups pop-up
	message notification notifications
	license agreement terms
	token authenticator
	setup installer wizard installation
	enroll enrol enrollment enrolment enrolling
	manager supervisor boss sponsor coordinator
	desk helpdesk
	missing cannot-find nowhere absent
	refuse refused reject rejected deny denied
	close closed shut exit
	picture image imaging
	app application
	number digits
	code passcode otp`
		.split('\n')
		.flatMap((line) => {
			const [first = '', ...others] = line.trim().split(' ');
			return others.map((other): [string, string] => [other, first]);
		}),
);

/** Cuts a text into words, as callers type them: without apostrophes, and without regard to case. */
export const wordsIn = (text: string): string[] =>
	text
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/\bwi-fi\b/g, 'wifi')
		.replace(/\be-mail/g, 'email')
		.replace(/\bpop[- ]up/g, 'popup')
		.replace(/\b(log|sign)(ged|s|ging|ing|ed)?[- ](in|on)\b/g, 'logon')
		.replace(/\bglobal protect\b/g, 'globalprotect')
		.replace(/\bmobile ?pass\b/g, 'mobilepass')
		.replace(/\bhelp desk\b/g, 'helpdesk')
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');

/**
 * The form in which a word is indexed and looked for.
 *
 * @returns nothing for a word that tells nothing
 */
export function rootOf(word: string): string | null {
	if (empty.has(word)) return null;
	const known = same.get(word);
	if (known) return known;
	const root = stem(word);
	return same.get(root) ?? root;
}

/** Takes the endings off that do not change what is meant: "clicked", "clicking" and "clicks" are "click". */
function stem(word: string): string {
	if (word.length < 5) return word.length === 4 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
	const bare = word
		.replace(/ies$/, 'y')
		.replace(/(ss|x|ch|sh)es$/, '$1')
		.replace(/([^su])s$/, '$1')
		.replace(/(ing|ed)$/, '');
	const single = bare.replace(/([bdgklmnprt])\1$/, '$1');
	return single.length < 3 ? word : single.replace(/e$/, '');
}
