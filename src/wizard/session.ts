import type {AnswerKey, Answers} from './answers.ts';
import type {AnswerValue} from './field.ts';
import {isAskedAnyway, SECTIONS, type SectionId, sectionTitle} from './sections.ts';
import {record, type Settled, settle, without} from './settle.ts';
import type {Detected, Step, Suggestion} from './step.ts';
import {steps} from './steps.ts';
import {session as texts} from './texts/en.ts';
import {valueInWords} from './value-in-words.ts';

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
	/** Why the last answer to the question at hand was not taken; a sentence with an example that is accepted. */
	readonly problem?: string;
}

/** How far a section is. `skipped`: nothing in it is needed. */
export type SectionState = 'done' | 'current' | 'ahead' | 'skipped' | 'needs attention';

/** One entry of the step tracker. */
export interface Section {
	readonly id: SectionId;
	readonly title: string;
	readonly state: SectionState;
	/** Its questions that the answers so far make needed, asked or not. */
	readonly steps: readonly Step[];
}

/** One answer as the review shows it. */
export interface ReviewRow {
	readonly step: Step;
	readonly section: SectionId;
	/** The answer in words, safe to show. */
	readonly value: string;
	/** Where it comes from: "your answer", "from AWS_REGION", "usual". */
	readonly origin: string;
	readonly state: 'answered' | 'assumed' | 'left' | 'open' | 'needs attention';
	/** Why it needs attention. */
	readonly problem?: string;
}

/** A session at its first question, or at the review when nothing is left to ask. */
export function beginSession(given: Answers, detected: Detected): WizardSession {
	const preset = new Set(steps.filter(({key}) => given[key] !== undefined).map(({key}) => key));
	const passed = new Set<string>();
	return advance({given, detected, preset, passed, at: {kind: 'review'}, isEditing: false});
}

/** The same session with what has been found since; what was answered stays. */
export function withDetected(session: WizardSession, detected: Detected): WizardSession {
	return {...session, detected};
}

/**
 * Answers the question at hand and goes to the next one, or stays there with a `problem`.
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

/** The question before, with all answers kept; from a change in the review, the review. Undefined at the first question. */
export function goBack(session: WizardSession): WizardSession | undefined {
	const {at} = session;
	if (session.isEditing && isComplete(session)) {
		return withoutProblem({...session, at: {kind: 'review'}, isEditing: false});
	}

	const route = routeOf(session);
	const here = at.kind === 'review' ? route.length : route.findIndex(({id}) => id === at.step.id);
	const step = route[here - 1];
	return step && withoutProblem({...session, at: {kind: 'question', step}});
}

/** To any question that is needed, to change its answer; unchanged when the answers make it pointless. */
export function goTo(session: WizardSession, stepId: string): WizardSession {
	const step = settled(session).needed.find(({id}) => id === stepId);
	return step === undefined
		? session
		: withoutProblem({
				...session,
				at: {kind: 'question', step},
				isEditing: session.isEditing || session.at.kind === 'review',
			});
}

/** What a question starts with: the answer that was given, else what is detected or usual, each with its origin. */
export function suggestionFor(session: WizardSession, step: Step): Suggestion | undefined {
	const value = session.given[step.key];
	return value === undefined
		? step.suggest(settled(session).answers, session.detected)
		: {value, origin: originOfGiven(session, step)};
}

/** True when nothing is left to ask: every needed question is answered, rightly, and what should be asked was. */
export function isComplete(session: WizardSession): boolean {
	return openSteps(session).length === 0;
}

/** All answers with what is assumed, without what is of no use; specify it only when the session is complete. */
export function answersOf(session: WizardSession): Answers {
	return settled(session).answers;
}

/** The step tracker. */
export function sectionsOf(session: WizardSession): readonly Section[] {
	const {needed, wrong} = settled(session);
	const open = openSteps(session);
	const current = session.at.kind === 'question' ? session.at.step.section : undefined;
	return SECTIONS.map(id => {
		const inSection = needed.filter(({section}) => section === id);
		const state = stateOf({
			isCurrent: id === current,
			isEmpty: inSection.length === 0,
			isWrong: wrong.some(({step}) => step.section === id),
			isOpen: open.some(({section}) => section === id),
		});
		return {id, title: sectionTitle(id), state, steps: inSection};
	});
}

/** Every needed question with its answer in words, in order. */
export function reviewOf(session: WizardSession): readonly ReviewRow[] {
	const {needed, answers, origins, wrong} = settled(session);
	const open = openSteps(session);
	return needed.map(step => {
		const value = answers[step.key];
		const problem = wrong.find(entry => entry.step === step)?.problem;
		return {
			step,
			section: step.section,
			value: value === undefined ? texts.noAnswer : valueInWords(step.field, value),
			origin: origins.get(step.key) ?? (value === undefined ? '' : originOfGiven(session, step)),
			state: rowState({value, problem, isAssumed: origins.has(step.key), isOpen: open.includes(step)}),
			...(problem !== undefined && {problem}),
		};
	});
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

function settled({given, detected}: WizardSession): Settled {
	return settle(given, detected);
}

function next(session: WizardSession, from: Step): WizardSession {
	if (session.isEditing) {
		return advance(session);
	}

	const position = steps.indexOf(from);
	const overlooked = openSteps(session).find(step => steps.indexOf(step) < position);
	const step = overlooked ?? routeOf(session).find(candidate => steps.indexOf(candidate) > position);
	return step === undefined ? advance(session) : {...session, at: {kind: 'question', step}};
}

/** To the first question that is open, else to the review. */
function advance(session: WizardSession): WizardSession {
	const [step] = openSteps(session);
	return step === undefined
		? {...session, at: {kind: 'review'}, isEditing: false}
		: {...session, at: {kind: 'question', step}};
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

function originOfGiven({preset}: WizardSession, {key}: Step): string {
	return preset.has(key) ? texts.preset : texts.yourAnswer;
}

function stateOf(is: Readonly<Record<'isCurrent' | 'isEmpty' | 'isWrong' | 'isOpen', boolean>>): SectionState {
	if (is.isCurrent) {
		return 'current';
	}

	if (is.isEmpty) {
		return 'skipped';
	}

	if (is.isWrong) {
		return 'needs attention';
	}

	return is.isOpen ? 'ahead' : 'done';
}

function rowState({
	value,
	problem,
	isAssumed,
	isOpen,
}: {
	readonly value: unknown;
	readonly problem: string | undefined;
	readonly isAssumed: boolean;
	readonly isOpen: boolean;
}): ReviewRow['state'] {
	if (problem !== undefined) {
		return 'needs attention';
	}

	if (isOpen) {
		return 'open';
	}

	if (value === undefined) {
		return 'left';
	}

	return isAssumed ? 'assumed' : 'answered';
}

function withoutProblem({problem: _solved, ...session}: WizardSession): WizardSession {
	return session;
}
