import type {AnswerKey, Answers} from './answers.ts';
import type {WizardSession} from './session-state.ts';
import {without} from './settle.ts';

/** What is worth keeping of a session, so that it can go on another time. Never a secret. */
export interface Progress {
	readonly answers: Answers;
	readonly preset: ReadonlySet<AnswerKey>;
	/** Ids of questions. */
	readonly passed: ReadonlySet<string>;
	/** The id of the question at hand; undefined at the review. */
	readonly at: string | undefined;
}

/** What is worth keeping of this session. A passphrase that was typed is forgotten, and asked for again. */
export function progressOf({given, preset, passed, at}: WizardSession): Progress {
	return {
		answers: given.passphrase?.from === 'typed' ? without(given, 'passphrase') : given,
		preset,
		passed,
		at: at.kind === 'question' ? at.step.id : undefined,
	};
}

/** What to type to go on with answers that were kept: a rehearsal keeps its own. */
export function howToGoOn({rehearse}: Answers): string {
	return `Go on where you stopped: anchorsmith setup${rehearse === true ? ' --rehearse' : ''}`;
}
