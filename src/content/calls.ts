import * as v from 'valibot';

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty());
const place = v.pipe(v.string(), v.regex(/^[a-z]+(\/[a-z0-9-]+){1,2}$/));

/** What callers say at the practiced desk: `src/content/calls/<guide>.yaml`. Other guides' places may fit too. */
export const callsSchema = v.array(
	v.strictObject({
		/** The caller's first words: they fit several places. */
		says: v.pipe(sentence, v.regex(/[.?!]$/)),
		/** What they leave out, as the rest of "They left out …". */
		lacks: v.pipe(sentence, v.regex(/[^.?!]$/)),
		/** Each place that the words fit, with what the caller sees there. */
		fits: v.pipe(
			v.record(place, v.pipe(sentence, v.regex(/[.?!]$/))),
			v.check((fits) => Object.keys(fits).length > 1, 'words that fit one place leave nothing to ask'),
		),
		/** Questions of the call cards of these places, and what callers at some of them answer. */
		ask: v.optional(v.record(sentence, v.record(place, v.pipe(sentence, v.regex(/[.?!]$/)))), {}),
	}),
);
