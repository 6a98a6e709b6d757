import type {Certificate} from '../certificate/certificate.ts';
import type {Crl} from '../crl/crl.ts';
import {nameKey} from '../names/name-match.ts';
import type {Attempt} from './attempt.ts';
import {Budget, type BudgetLimits} from './budget.ts';
import {Candidates} from './candidates.ts';
import {type CertificateFacts, factsOf} from './certificate-facts.ts';
import {isItselfAnchor} from './dead-ends.ts';
import type {PathDemands} from './demands.ts';
import {Links, listSignerProblem} from './links.ts';
import {type PathPurpose, type Standpoint, targetFailures} from './own-failures.ts';
import {type SearchResult, type SearchTools, searchPath} from './path-search.ts';
import type {PolicyInputs} from './policy-graph.ts';
import {failureOf, nameOf, type PathFailure} from './requirement.ts';
import {type Link, type RevocationMode, revocationFailures} from './revocation.ts';
import {WholePath} from './whole-path.ts';

/** Deeper than any hierarchy in use; a limit that people set is smaller. */
export const DEFAULT_MAX_DEPTH = 30;

/** From where to where a path is looked for, and what it must keep. */
export interface PathQuestion {
	readonly target: Certificate;
	/** In any order; those that no path needs do no harm. */
	readonly intermediates: readonly Certificate[];
	readonly anchors: readonly Certificate[];
	readonly crls: readonly Crl[];
	readonly at: Date;
	readonly purpose: PathPurpose;
	readonly revocation: RevocationMode;
	/** How many intermediates that are not self-issued a path may hold; {@link DEFAULT_MAX_DEPTH} unless given. */
	readonly maxDepth?: number;
	readonly policies?: PolicyInputs;
	/** `rfc5280` unless given. */
	readonly demands?: PathDemands;
	readonly budget?: BudgetLimits;
}

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

/** Signers of lists about signers of lists are followed this far. */
const MAX_NESTING = 3;

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

type SettledQuestion = PathQuestion & {readonly demands: PathDemands};

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

/** One question with those that it gives rise to: who may sign a list is itself a matter of paths. */
class Inquiry {
	readonly #question: SettledQuestion;
	readonly #budget: Budget;
	readonly #links: Links;
	readonly #candidates: Candidates;
	readonly #whole: WholePath;
	readonly #revocation = new Map<string, readonly PathFailure[]>();
	readonly #signers = new Map<string, boolean>();
	/** Signers of lists whose own standing is being asked for. */
	readonly #asked: CertificateFacts[] = [];
	readonly #signerTools = new Map<string, Pick<SearchTools, 'candidates' | 'links' | 'whole'>>();

	constructor(question: SettledQuestion, budget: Budget) {
		const {anchors, intermediates} = question;
		this.#question = question;
		this.#budget = budget;
		this.#links = new Links(question, this.#budget);
		this.#candidates = new Candidates(anchors, intermediates);
		this.#whole = this.#wholePath(question, question.policies);
	}

	search(target: Certificate): SearchResult {
		return searchPath(target, {
			candidates: this.#candidates,
			links: this.#links,
			whole: this.#whole,
			budget: this.#budget,
			revocationFailures: (link, anchor) => this.#revocationFailures(link, anchor),
		});
	}

	#revocationFailures(link: Link, anchor: CertificateFacts): readonly PathFailure[] {
		const {crls, at, revocation, demands} = this.#question;
		const key = [link.subject, link.issuer, anchor].map(({certificate}) => certificate.fingerprint).join();
		const before = this.#revocation.get(key);
		if (before) {
			return before;
		}

		const failures = revocationFailures(link, {
			crls,
			at,
			mode: revocation,
			demands,
			signerProblem: (crl, _subject, issuer) => this.#signerProblem(crl, issuer, anchor),
		});
		if (this.#asked.length === 0) {
			this.#revocation.set(key, failures);
		}

		return failures;
	}

	/** Why nobody who may sign this list did; undefined when somebody did (section 6.3.3 (f) and (g)). */
	#signerProblem(crl: Crl, issuer: CertificateFacts, anchor: CertificateFacts): string | undefined {
		const name = nameKey(crl.issuer);
		const others = this.#candidates.named(name).filter(facts => facts !== issuer);
		const signers = issuer.subjectKey === name ? [issuer, ...others] : others;
		let problem = 'is not signed by anyone whose certificate is given here';
		for (const signer of signers) {
			const own = listSignerProblem(this.#links, crl, signer);
			if (own === undefined && (signer === issuer || signer === anchor || this.#isTrusted(signer, anchor))) {
				return undefined;
			}

			problem =
				own ?? `is signed by ${nameOf(signer.certificate)}, for which there is no path to the same trust anchor`;
		}

		return problem;
	}

	/** Whether there is a path from the signer of a list to the anchor that the certificate's own path ends in. */
	#isTrusted(signer: CertificateFacts, anchor: CertificateFacts): boolean {
		if (this.#asked.includes(signer)) {
			return true; // Only its own list speaks about it; that list is being read.
		}

		const key = `${signer.certificate.fingerprint} ${anchor.certificate.fingerprint}`;
		const before = this.#signers.get(key);
		if (before !== undefined || this.#asked.length >= MAX_NESTING) {
			return before ?? false;
		}

		this.#asked.push(signer);
		const isTrusted = this.#findSignerPath(signer.certificate, anchor.certificate);
		this.#asked.pop();
		if (this.#asked.length === 0) {
			this.#signers.set(key, isTrusted);
		}

		return isTrusted;
	}

	#findSignerPath(signer: Certificate, anchor: Certificate): boolean {
		const {at, intermediates, demands} = this.#question;
		const standpoint = {at, purpose: 'any', demands} as const;
		if (targetFailures(factsOf(signer), standpoint).length > 0) {
			return false;
		}

		const tools = this.#signerTools.get(anchor.fingerprint) ?? {
			candidates: new Candidates([anchor], intermediates),
			links: new Links(standpoint, this.#budget),
			whole: this.#wholePath(standpoint),
		};
		this.#signerTools.set(anchor.fingerprint, tools);
		const {path} = searchPath(signer, {
			...tools,
			budget: this.#budget,
			revocationFailures: (link, top) => this.#revocationFailures(link, top),
		});
		return path !== undefined;
	}

	#wholePath(standpoint: Standpoint, policies: PolicyInputs = {}): WholePath {
		const {maxDepth = DEFAULT_MAX_DEPTH} = this.#question;
		return new WholePath({maxDepth, policies, standpoint, budget: this.#budget});
	}
}
