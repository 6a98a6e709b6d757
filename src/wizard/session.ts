import type {Answers} from './answers.ts';
import type {AnswerValue} from './field.ts';
import type {Progress} from './session-progress.ts';
import {isComplete, openSteps, originOfGiven, routeOf, settled, type WizardSession} from './session-state.ts';
import {record, without} from './settle.ts';
import type {Detected, Step, Suggestion} from './step.ts';
import {steps} from './steps.ts';
import {session as texts} from './texts/en.ts';

export {howToGoOn, type Progress, progressOf} from './session-progress.ts';
export {type ReviewRow, reviewOf, type Section, type SectionState, sectionsOf} from './session-review.ts';
export {answersOf, isComplete, openSteps, type Place, routeOf, type WizardSession} from './session-state.ts';

/** A session at its first question, or at the review when nothing is left to ask. */
export function beginSession(given: Answers, detected: Detected): WizardSession {
	const preset = new Set(steps.filter(({key}) => given[key] !== undefined).map(({key}) => key));
	const passed = new Set<string>();
	return advance({given, detected, preset, passed, at: {kind: 'review'}, isEditing: false});
}

/** A session where it was left; what is given now goes before what was kept. */
export function resumeSession(kept: Progress, given: Answers, detected: Detected): WizardSession {
	const begun = beginSession({...kept.answers, ...given}, detected);
	const preset = new Set([...begun.preset].filter(key => kept.preset.has(key) || given[key] !== undefined));
	const session = advance({...begun, preset, passed: kept.passed});
	const step = routeOf(session).find(({id}) => id === kept.at);
	return step === undefined ? session : questionAt(session, step);
}

/** The same session with what has been found since; what was answered stays. */
export function withDetected(session: WizardSession, detected: Detected): WizardSession {
	return {...session, detected};
}

/**
 * Answers the question at hand and goes to the next one, or stays there with a `problem`; see {@link wasTaken}.
 *
 * @param value - Undefined, empty text or an empty list leaves a question unanswered that may be left so.
 */
export function answerStep(session: WizardSession, value: AnswerValue | undefined): WizardSession {
	const {at} = session;
	if (at.kind === 'review') {
		return session;
	}

	const {step} = at;
	const answer = isEmpty(value) && step.unanswered === 'leave' ? undefined : value;
	const problem = problemWith(session, step, answer);
	if (problem !== undefined) {
		return {...session, problem};
	}

	const preset = new Set([...session.preset].filter(key => key !== step.key));
	const given = answer === undefined ? without(session.given, step.key) : record(session.given, step.key, answer);
	const passed = new Set([...session.passed, step.id]);
	return next(withoutProblem({...session, given, preset, passed}), step);
}

/** Whether the answer to the question that was at hand was taken: it leads away from it. */
export function wasTaken(before: WizardSession, after: WizardSession): boolean {
	return before.at.kind === 'question' && (after.at.kind === 'review' || after.at.step !== before.at.step);
}

/** The same session with a reason why the answer to the question at hand was not taken, such as what its file holds. */
export function refuseAnswer(session: WizardSession, problem: string): WizardSession {
	return {...session, problem};
}

/** To the first question that is open; unchanged when there is none. */
export function goToOpen(session: WizardSession): WizardSession {
	return isComplete(session) ? session : advance(session);
}

/** The question before, with all answers kept; from a change in the review, the review. Undefined at the first question. */
export function goBack(session: WizardSession): WizardSession | undefined {
	const {at} = session;
	if (session.isEditing && isComplete(session)) {
		return withoutProblem({...session, at: {kind: 'review'}, isEditing: false});
	}

	const here = at.kind === 'review' ? steps.length : steps.indexOf(at.step);
	const step = routeOf(session).findLast(candidate => steps.indexOf(candidate) < here);
	return step && questionAt(session, step);
}

/** To any question that is needed, to change its answer; unchanged when the answers make it pointless. */
export function goTo(session: WizardSession, stepId: string): WizardSession {
	const step = settled(session).needed.find(({id}) => id === stepId);
	return step === undefined
		? session
		: questionAt({...session, isEditing: session.isEditing || session.at.kind === 'review'}, step);
}

/** What a question starts with: the answer that was given, else what is detected or usual, each with its origin. */
export function suggestionFor(session: WizardSession, step: Step): Suggestion | undefined {
	const given = session.given[step.key];
	if (given !== undefined) {
		return {value: given, origin: originOfGiven(session, step)};
	}

	return step.suggest(settled(session).answers, session.detected);
}

function next(session: WizardSession, from: Step): WizardSession {
	if (session.isEditing) {
		return advance(session);
	}

	const position = steps.indexOf(from);
	const overlooked = openSteps(session).find(step => steps.indexOf(step) < position);
	const step = overlooked ?? routeOf(session).find(candidate => steps.indexOf(candidate) > position);
	return step === undefined ? advance(session) : questionAt(session, step);
}

/** To the first question that is open, else to the review. */
function advance(session: WizardSession): WizardSession {
	const [step] = openSteps(session);
	return step === undefined ? {...session, at: {kind: 'review'}, isEditing: false} : questionAt(session, step);
}

/** At a question; a wrong answer that it has already comes with the reason. */
function questionAt(session: WizardSession, step: Step): WizardSession {
	const problem = settled(session).wrong.find(entry => entry.step === step)?.problem;
	return {...withoutProblem(session), at: {kind: 'question', step}, ...(problem !== undefined && {problem})};
}

function problemWith(session: WizardSession, step: Step, value: AnswerValue | undefined): string | undefined {
	if (value === undefined) {
		return step.unanswered === 'leave' ? undefined : texts.needsAnswer;
	}

	return step.problemWith(value, settled(session).answers);
}

function isEmpty(value: AnswerValue | undefined): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function withoutProblem({problem: _solved, ...session}: WizardSession): WizardSession {
	return session;
}
