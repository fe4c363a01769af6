/** Words that tell nothing about a place. Words that say what is missing or refused are not among them. */
const empty = new Set(
	`a about after all am an and any anything are as at be because been but by can could did do does dont doing
	for from get gets getting go goes going got had has have he her here hes him his how i if im in into is isnt it its
	ive just know let like me my need now of oh ok on one or our out please put really right said say saying says see
	she should so some someone something still tell that the their them then there theres these they theyre thing
	this those to too trying uh um up us want wants was way we were what whats when where which while who why will
	with would yeah you your yours`.split(/\s+/),
);

/** Ways to say "not", without their apostrophes. */
const not = '(?:not|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|wont|hasnt|havent|couldnt|nothing)';

/**
 * Different words of callers for one and the same thing. The first of each line stands for all. Forms that
 * `stem` makes alike need no entry; irregular ones do.
 */
const same = new Map(
	`password pw pwd pass pasword passwrd pword
	computer pc laptop workstation machine notebook desktop
	phone cell cellphone mobile smartphone iphone android handset
	email mail mails emails
	gray grey grayed greyed disabled inactive
	vpn globalprotect gp
	page website webpage site
	wifi wireless wlan
	internet online offline network
	logon login signin
	logon logged logging
	restart reboot rebooted rebooting
	start boot booted booting launch launched began begin
	popup popups pop-up
	message notification notifications alert alerts toast banner
	license agreement terms
	token authenticator
	setup installer wizard installation
	install installed installing reinstall
	enroll enrol enrollment enrolment enrolling register registered registration
	manager supervisor boss sponsor coordinator lead teamlead leader
	desk helpdesk hotline
	missing cannot-find nowhere absent gone disappeared vanished
	refuse refused reject rejected deny denied declined decline
	close closed shut exit quit
	picture image imaging
	app application program
	number digits digit numbers
	code passcode otp
	black dark
	blank white empty
	screen monitor display
	hang hung stuck freeze frozen froze freezes forever endless
	wrong incorrect invalid mistaken
	mistake accident accidentally mistakenly unintentionally
	again repeatedly loop loops looping endlessly
	click press tap hit
	select choose chosen chose pick
	type enter
	forget forgot forgotten forgets
	odd strange weird suspicious phishing scam fake unusual
	unexpected unknown unrequested unsolicited unasked
	finger fingerprint thumb thumbprint
	face facial
	revoke remove
	stock inventory supply spare
	lock locked lockout blocked
	error failure fault
	old outdated older former previous
	expire expired lapsed overdue
	operator admin administrator
	user employee person
	box checkbox tickbox
	untick uncheck unchecked unticked
	download downloaded
	different differ differs mismatch unlike
	2 two both second twice
	1 single
	3 three
	4 four
	slow slowly ages
	many several multiple
	buy bought purchase
	lost misplaced stolen
	break broke broken cracked
	camera cam
	scan scanned scanner scanning
	send sent resend
	activate reactivate unsuspend resume
	synchronize sync resync synch resynchronize
	drop disconnect cut unstable
	stop prevent block halt
	help assist assistance support
	turn switch toggle slider
	permit permission`
		.split('\n')
		.flatMap((line) => {
			const [first = '', ...others] = line.trim().split(' ');
			return others.map((other): [string, string] => [other, first]);
		}),
);

/** What stands for several words, or for a word in several forms, before a text is cut. In this order. */
const phrases: readonly (readonly [RegExp, string])[] = [
	[/['’]/g, ''],
	[/\bwi-fi\b/g, 'wifi'],
	[/\be-mail/g, 'email'],
	[/\bpop(s|ped|ping)?[- ]up/g, 'popup'],
	[/\b(log|sign)(ged|s|ging|ing|ed)?[- ](in|on)\b/g, 'logon'],
	[/\bglobal protect\b/g, 'globalprotect'],
	[/\bmobile ?pass\b/g, 'mobilepass'],
	[/\bhelp desk\b/g, 'helpdesk'],
	[/\buser ?(id|name)s?\b|\blogin name\b|\bcuid\b/g, 'userid'],
	[/\bplay store\b|\bapp store\b|\bgoogle play\b/g, 'playstore'],
	[/\b(runs?|ran|running|are|is|be|were) (all )?out of\b|\bnone left\b|\bno more\b|\bused up\b/g, 'no left'],
	[/\bover and over\b|\btime and again\b|\bkeeps? on\b/g, 'again'],
	// what is not taken is refused, and what does not come is missing
	[
		new RegExp(
			`\\b${not} (be |been |being |even |yet |get )?(accept|tak|recogniz|approv|work|valid|correct)(e|es|ed|en|ing|s)?\\b`,
			'g',
		),
		'refused',
	],
	[
		new RegExp(
			`\\b(${not}|never) (be |been |even |yet |actually )?(come|came|coming|got|get|getting|gotten|arriv|show|shown|show up|receiv|appear|there|find|found|see|pop|popup)(e|ed|es|s|ing)?\\b`,
			'g',
		),
		'missing',
	],
	[/\b(finds?|lists?|shows?|sees?) (nothing|nobody|no ?one|none)\b|\bnot any\b/g, 'missing'],
	// what somebody did not do comes from elsewhere
	[
		new RegExp(
			`\\b(${not}|never) (me|mine|us|ours|start|started|ask for|asked for|request|requested|try to|trying to)\\b`,
			'g',
		),
		'unexpected',
	],
	[new RegExp(`\\b${not} (remember|recall|know) `, 'g'), 'forgot '],
];

/** Cuts a text into words, as callers type them: without apostrophes, and without regard to case. */
export const wordsIn = (text: string): string[] =>
	phrases
		.reduce((so, [from, to]) => so.replace(from, to), text.toLowerCase())
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
