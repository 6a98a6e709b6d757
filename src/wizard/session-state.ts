import type {AnswerKey, Answers} from './answers.ts';
import {isAskedAnyway} from './sections.ts';
import {type Settled, settle} from './settle.ts';
import type {Detected, Step} from './step.ts';
import {session as texts} from './texts/en.ts';

/** Where a person is in a session. */
export type Place = {readonly kind: 'question'; readonly step: Step} | {readonly kind: 'review'};

/**
 * A set-up being asked for: what was answered and where the person is. Immutable; whoever draws or asks holds the
 * newest one. It holds no secret: of a passphrase it knows only where it comes from.
 */
export interface WizardSession {
	/** Every answer that was given, also those that are of no use at the moment: they are kept in case of a way back. */
	readonly given: Answers;
	readonly detected: Detected;
	readonly at: Place;
	/** What flags or an answers file gave; their questions are not asked unless the answer is wrong. */
	readonly preset: ReadonlySet<AnswerKey>;
	/** The ids of the questions that the person has answered or deliberately left. */
	readonly passed: ReadonlySet<string>;
	/** True while a single answer is changed from the review, which then comes next. */
	readonly isEditing: boolean;
	/** Why an answer to the question at hand was not taken or cannot stay; a sentence with an example that is accepted. */
	readonly problem?: string;
}

/** True when nothing is left to ask: every needed question is answered, rightly, and what should be asked was. */
export function isComplete(session: WizardSession): boolean {
	return openSteps(session).length === 0;
}

/** All answers with what is assumed, without what is of no use; specify it only when the session is complete. */
export function answersOf(session: WizardSession): Answers {
	return settled(session).answers;
}

/** The questions that the person goes through with back and forth, in order. */
export function routeOf(session: WizardSession): readonly Step[] {
	const open = openSteps(session);
	return settled(session).needed.filter(step => open.includes(step) || session.passed.has(step.id));
}

/** The questions that must still be put, in order. */
export function openSteps(session: WizardSession): readonly Step[] {
	const {needed, missing, wrong, answers} = settled(session);
	return needed.filter(
		step =>
			missing.includes(step) ||
			wrong.some(entry => entry.step === step) ||
			(isAskedAnyway(step.asked, answers) && !session.passed.has(step.id) && !session.preset.has(step.key)),
	);
}

/** The answers of a session gone through, from the first question to the last. */
export function settled({given, detected}: WizardSession): Settled {
	return settle(given, detected);
}

/** Where an answer that was given comes from. */
export function originOfGiven({preset}: WizardSession, {key}: Step): string {
	return preset.has(key) ? texts.preset : texts.yourAnswer;
}
