import type {AnswerKey, Answers} from './answers.ts';
import type {AnswerValue} from './field.ts';
import type {Detected, Step} from './step.ts';
import {steps} from './steps.ts';

/** Answers gone through from the first question to the last. */
export interface Settled {
	/** What was given and what was assumed; without what no question asked for. */
	readonly answers: Answers;
	/** Where each assumed answer comes from. */
	readonly origins: ReadonlyMap<AnswerKey, string>;
	/** Questions that must be answered and are not. */
	readonly missing: readonly Step[];
	/** The questions that the answers make needed, in order. */
	readonly needed: readonly Step[];
	readonly wrong: readonly {readonly step: Step; readonly problem: string}[];
	/** Questions that were answered although the other answers make them pointless. */
	readonly unused: readonly Step[];
}

/** The same answers with one more. */
export function record(answers: Answers, key: AnswerKey, value: AnswerValue): Answers {
	return {...answers, [key]: value};
}

/** Goes through all questions in their order, taking what may be assumed. Pure; renderers ask what comes out missing. */
export function settle(given: Answers, detected: Detected): Settled {
	let answers = given;
	const origins = new Map<AnswerKey, string>();
	const needed: Step[] = [];
	const missing: Step[] = [];
	const wrong: {step: Step; problem: string}[] = [];
	const unused: Step[] = [];
	for (const step of steps) {
		const value = given[step.key];
		const isNeeded = step.isNeeded(answers);
		if (isNeeded) {
			needed.push(step);
		}

		if (!isNeeded) {
			if (value !== undefined) {
				unused.push(step);
				answers = without(answers, step.key);
			}
		} else if (value !== undefined) {
			const problem = step.problemWith(value, answers);
			if (problem !== undefined) {
				wrong.push({step, problem});
			}
		} else {
			const suggestion = step.suggest(answers, detected);
			if (suggestion !== undefined && (step.unanswered !== 'ask' || suggestion.isImplied === true)) {
				answers = record(answers, step.key, suggestion.value);
				origins.set(step.key, suggestion.origin);
			} else if (step.unanswered !== 'leave') {
				missing.push(step);
			}
		}
	}

	return {answers, origins, needed, missing, wrong, unused};
}

/** The same answers without one. */
export function without(answers: Answers, key: AnswerKey): Answers {
	const {[key]: _dropped, ...others} = answers;
	return others;
}
