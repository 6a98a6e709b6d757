import type {Certificate} from '../certificate/certificate.ts';
import type {Attempt} from './attempt.ts';
import {Budget} from './budget.ts';
import {factsOf} from './certificate-facts.ts';
import {isItselfAnchor} from './dead-ends.ts';
import {Inquiry} from './inquiry.ts';
import {targetFailures} from './own-failures.ts';
import type {PathQuestion, SettledQuestion} from './question.ts';
import {failureOf, type PathFailure} from './requirement.ts';

export type {PathQuestion} from './question.ts';

/** The answer. */
export interface PathAnswer {
	readonly target: Certificate;
	readonly isAccepted: boolean;
	/**
	 * From the target to the anchor; empty when there is none. There may be one although the target is refused for what it
	 * is itself.
	 */
	readonly path: readonly Certificate[];
	/** Empty when accepted; otherwise those of the path that came nearest first. */
	readonly failures: readonly PathFailure[];
	/** What is wrong with the target itself, whatever the path. */
	readonly ownFailures: readonly PathFailure[];
	/** What was tried. */
	readonly attempt: Attempt;
}

/**
 * Builds and validates a certification path (RFC 5280, section 6, with RFC 5937 for the anchors).
 *
 * The same question always has the same answer, in whatever order the certificates are given. Never throws. Takes about
 * half a second at most, given up with a failure of its own (`budget`) where a pool is made to cost more.
 */
export function findCertificationPath(question: PathQuestion): PathAnswer {
	const settled = {...question, at: wholeSecond(question.at), demands: question.demands ?? 'rfc5280'};
	const budget = new Budget(question.budget);
	const answer = ask(settled, budget);
	const isAboutConformance = answer.failures.some(isConformance);
	return isAboutConformance ? explainFurther(answer, ask({...settled, demands: 'section-6'}, budget)) : answer;
}

function ask(question: SettledQuestion, budget: Budget): PathAnswer {
	const {target, anchors} = question;
	const own = targetFailures(factsOf(target), question);
	const {path, attempt} = new Inquiry(question, budget).search(target);
	return {
		target,
		isAccepted: path !== undefined && own.length === 0,
		path: (path ?? []).map(({certificate}) => certificate),
		ownFailures: own,
		failures: path ? own : reasonsOf(target, anchors, [...own, ...attempt.failures()]),
		attempt,
	};
}

function isConformance({requirement}: PathFailure): boolean {
	return requirement === 'conforming';
}

/**
 * Few programs ask certificates to conform, so that is told last where there are other reasons. A certificate that does
 * not is left out of the search; what lies beyond it comes from a second one.
 */
function explainFurther(strict: PathAnswer, lenient: PathAnswer): PathAnswer {
	const conformance = strict.failures.filter(isConformance);
	return lenient.isAccepted
		? {...strict, failures: [...conformance, ...strict.failures.filter(failure => !isConformance(failure))]}
		: {...lenient, failures: [...lenient.failures, ...conformance]};
}

/** Certificates count in whole seconds, so the fraction of a moment is none (RFC 5280, section 4.1.2.5). */
function wholeSecond(at: Date): Date {
	if (Number.isNaN(at.getTime())) {
		throw new RangeError('The moment of judgement is not a date');
	}

	return new Date(Math.floor(at.getTime() / 1000) * 1000);
}

function reasonsOf(
	target: Certificate,
	anchors: readonly Certificate[],
	failures: readonly PathFailure[],
): readonly PathFailure[] {
	if (anchors.some(({fingerprint}) => fingerprint === target.fingerprint)) {
		return [isItselfAnchor(target), ...failures.filter(({requirement}) => requirement !== 'end-entity-is-anchor')];
	}

	const nowhere = failureOf(
		'issuer-present',
		target,
		'has issuers here that lead in a circle, and to no trust anchor.',
		'Add the certificate of an issuer that leads to the trust anchor to the intermediates.',
	);
	return failures.length === 0 ? [nowhere] : failures;
}
