import type {AnswerKey, Answers} from './answers.ts';
import type {AnswerValue, Field} from './field.ts';
import type {Asked, SectionId} from './sections.ts';

/** What is known before anything is asked. */
export interface Detected {
	/** From the environment or the AWS CLI profile that administers the account. */
	readonly region?: Suggestion<string>;
	/** Of the rehearsal that is there already. */
	readonly rehearsalRegion?: Suggestion<string>;
	readonly adminProfile?: Suggestion<string>;
	/** A subject for the certificate of this machine. */
	readonly subject?: Suggestion<string>;
}

/** An answer that a question comes with. */
export interface Suggestion<Value = AnswerValue> {
	readonly value: Value;
	/** Where it comes from, as it reads after the value: "from AWS_REGION", "usual". */
	readonly origin: string;
	/** True when it follows from other answers, so that even a question that must be asked is answered by it. */
	readonly isImplied?: boolean;
}

/**
 * One question, as data: whoever draws it, asks it or reads its flag works from this, and nowhere
 * else is it defined.
 */
export interface Step {
	/** Equal to the name of the file that defines it. */
	readonly id: string;
	/** The answer that it gives, and the key of answers files. */
	readonly key: AnswerKey;
	/** As typed after `--`; the key in kebab case. Secret sources make three of it. */
	readonly flag: string;
	/** A word or two, for lists of answers. */
	readonly label: string;
	readonly question: string;
	/** A few lines for whoever asks why. */
	readonly help: string;
	readonly section: SectionId;
	/** Whether a person is asked although the answer could be assumed. */
	readonly asked: Asked;
	readonly field: Field;
	/**
	 * What becomes of no answer. `assume`: the suggestion is taken, if there is one. `ask`: it grants
	 * access or protects a key, so a suggestion is offered in a terminal and never taken silently.
	 * `leave`: there need be none.
	 */
	readonly unanswered: 'assume' | 'ask' | 'leave';
	/** False when the answers so far make the question pointless. */
	isNeeded(answers: Answers): boolean;
	suggest(answers: Answers, detected: Detected): Suggestion | undefined;
	/** What is wrong with an answer, as a sentence with an example that is accepted; undefined when nothing is. */
	problemWith(value: unknown, answers: Answers): string | undefined;
}

/** What a file in `steps/` gives. Only what differs from the usual need be said. */
export interface StepDefinition<Key extends AnswerKey> {
	readonly id: string;
	readonly key: Key;
	/** A word or two, for lists of answers. */
	readonly label: string;
	readonly question: string;
	readonly help: string;
	readonly section: SectionId;
	/** Usually `when-unknown`. */
	readonly asked?: Asked;
	readonly field: Field & {readonly accepts: (value: unknown) => value is NonNullable<Answers[Key]>};
	/** Usually `assume`. */
	readonly unanswered?: Step['unanswered'];
	isNeeded?(answers: Answers): boolean;
	suggest?(answers: Answers, detected: Detected): Suggestion<NonNullable<Answers[Key]>> | undefined;
	problemWith?(value: NonNullable<Answers[Key]>, answers: Answers): string | undefined;
}

/** Makes a question; the default export of each file in `steps/`. */
export function defineStep<Key extends AnswerKey>(definition: StepDefinition<Key>): Step {
	const {id, key, label, question, help, section, field, asked = 'when-unknown', unanswered = 'assume'} = definition;
	const accepts: (value: unknown) => value is NonNullable<Answers[Key]> = field.accepts;
	return {
		id,
		key,
		flag: flagOf(key),
		label,
		question,
		help,
		section,
		asked,
		field,
		unanswered,
		isNeeded: answers => definition.isNeeded?.(answers) ?? true,
		suggest: (answers, detected) => definition.suggest?.(answers, detected),
		problemWith(value, answers) {
			return accepts(value) ? definition.problemWith?.(value, answers) : `It should be ${field.expected}.`;
		},
	};
}

/** `sessionDuration` as it is typed after `--`: `session-duration`. */
export function flagOf(key: string): string {
	return key.replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`);
}
