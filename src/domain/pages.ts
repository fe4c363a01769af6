import type { Label } from './label.ts';
import type {
	Answer,
	DetourSlug,
	PhaseSlug,
	Place,
	ProcedureId,
	Question,
	StepSlug,
	SymptomSlug,
} from './slugs.ts';

/** What every page knows of every step: enough for the rail, titles and links. */
export type StepEntry = {
	readonly slug: StepSlug;
	/** 1-based. */
	readonly number: number;
	readonly title: string;
	readonly phase: PhaseSlug;
	readonly place: Place;
};

export type ProcedureEntry = {
	readonly id: ProcedureId;
	readonly title: string;
	readonly phases: readonly { readonly slug: PhaseSlug; readonly title: string }[];
	readonly steps: readonly StepEntry[];
};

/** Every detour of a procedure with the steps that call it. */
export type DetourCallers = Readonly<Partial<Record<DetourSlug, readonly StepSlug[]>>>;

/** What a picture rings: by its words and kind, or by a control's id where the words are not the same each time. */
export type PictureMark = Label | { readonly control: string };

/** A picture as data: which screen, the control to mark, and the same in words. */
export type PagePicture = {
	readonly screen: string;
	readonly mark: Label;
	readonly alt: string;
};

/** Minutes: what is usual, and after how many it is taking too long. */
export type Wait = { readonly usual: number; readonly tooLong: number };

/** One step's page: facts, words and ways on, joined at build time. */
export type StepPage = StepEntry & {
	readonly who: 'manager' | 'user';
	readonly see: string;
	readonly done: string | undefined;
	readonly question: string | undefined;
	/** Usual working time in minutes, without the wait. */
	readonly minutes: number;
	readonly wait: (Wait & { readonly meanwhile: string; readonly symptom: SymptomSlug }) | undefined;
	/** Is it safe to stop here? If not, what to do instead. */
	readonly stop: string | undefined;
	readonly symptoms: readonly {
		readonly symptom: SymptomSlug;
		readonly words: string;
		readonly detour: DetourSlug;
	}[];
	/** Are there lettered parts, each with a picture of its own? */
	readonly lettered: boolean;
	/** Its spoken code. */
	readonly code: string;
	/** Where "Done" leads: a step, the end, or the questions at the start. */
	readonly next: StepSlug | 'done' | 'start';
};

/** A question on a procedure's first page. The path of a choice leads to a page, or to the next question: `#…`. */
export type OpeningQuestion = {
	readonly question: Question;
	readonly words: string;
	readonly choices: readonly { readonly answer: Answer; readonly words: string; readonly path: string }[];
};

/** The last page of a procedure: its title, and the link below all else. */
export type ProcedureEnd = {
	readonly title: string;
	readonly after: { readonly words: string; readonly path: string };
};

/** One detour's page, the same for every step that calls it. */
export type DetourPage = {
	readonly slug: DetourSlug;
	readonly title: string;
	readonly tries: number;
	readonly deskOnly: boolean;
	/** Has its text a place for its picture? Otherwise the picture stands before it. */
	readonly illustrated: boolean;
	readonly from: readonly StepSlug[];
	/** Spoken codes: for each caller, in the order of `from`, one for each attempt. */
	readonly codes: readonly (readonly string[])[];
	readonly to: StepSlug | undefined;
	readonly then: DetourSlug | undefined;
	readonly fixed: string | undefined;
	readonly notFixed: string | undefined;
	readonly answers: readonly {
		readonly question: Question;
		readonly answer: Answer;
		readonly words: string;
		readonly target: StepSlug;
		/** Does the step it leads to give its visitor back to the step that called? */
		readonly returns: boolean;
	}[];
};
