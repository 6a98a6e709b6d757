import {printable} from '../../printable.ts';
import type {Certificate} from '../certificate.ts';
import {areSameBytes} from '../der-values.ts';
import {failure, judgeLink, judgeValidity, type PathFailure} from './judge-link.ts';

/** From where to where a path is looked for. */
export interface PathInput {
	readonly endEntity: Certificate;
	/** In any order; those that no path needs do no harm. */
	readonly intermediates: readonly Certificate[];
	readonly anchors: readonly Certificate[];
	readonly at: Date;
	/** How many intermediates a path may hold. */
	readonly maxIntermediates: number;
}

/** A path, or every reason that stood in the way of one. */
export interface PathOutcome {
	/** End-entity certificate first, anchor last; empty when there is none. */
	readonly path: readonly Certificate[];
	/** Of dead ends too, so it may hold something although a path was found; {@link isAccepted} decides. */
	readonly failures: readonly PathFailure[];
	readonly isAccepted: boolean;
}

type PathSoFar = readonly [Certificate, ...Certificate[]];

/** Keeps certificates that all carry one name from costing more than this many comparisons. */
const MAX_LINKS = 2000;

/**
 * Looks for a certification path from an end-entity certificate to one of the anchors.
 *
 * Judges name chaining, key identifiers, signatures, CA flags, keyCertSign, path lengths and
 * validity (RFC 5280, section 6.1), the anchor's own included. Name constraints, policies,
 * critical extensions and revocation are not judged here, nor what the end-entity certificate
 * may be used for. Never throws.
 */
export function buildPath(input: PathInput): PathOutcome {
	const search = new PathSearch(input);
	const path = search.extend([input.endEntity]) ?? [];
	const ownFailures = judgeValidity('end-entity-validity', input.endEntity, input.at);
	return {
		path,
		failures: [...ownFailures, ...search.failures],
		isAccepted: path.length > 0 && ownFailures.length === 0,
	};
}

class PathSearch {
	readonly #input: PathInput;
	readonly #failures = new Map<string, PathFailure>();
	#links = 0;

	constructor(input: PathInput) {
		this.#input = input;
	}

	/** Each once, in the order found. */
	get failures(): readonly PathFailure[] {
		return [...this.#failures.values()];
	}

	/** Goes on from the last certificate of a path that is good so far; anchors first. */
	extend(path: PathSoFar): readonly Certificate[] | undefined {
		const last = path.at(-1) ?? path[0];
		const {anchors, intermediates} = this.#input;
		const unused = intermediates.filter(({fingerprint}) => path.every(used => used.fingerprint !== fingerprint));
		if (![...anchors, ...unused].some(candidate => hasIssued(candidate, last))) {
			this.#note([missingIssuer(last, [...anchors, ...unused])]);
		}

		const anchor = anchors.find(candidate => hasIssued(candidate, last) && this.#isLinked(path, candidate));
		if (anchor) {
			return [...path, anchor];
		}

		for (const candidate of unused.filter(other => hasIssued(other, last))) {
			const isGood = this.#isLinked(path, candidate) && this.#isShallow(path, candidate);
			const whole = isGood ? this.extend([...path, candidate]) : undefined;
			if (whole) {
				return whole;
			}
		}

		return undefined;
	}

	#isLinked(path: PathSoFar, issuer: Certificate): boolean {
		this.#links += 1;
		const found =
			this.#links > MAX_LINKS
				? [failure('depth', issuer, 'is one of too many possible issuers of one name for all of them to be tried.')]
				: judgeLink(path, issuer, this.#input.at);
		this.#note(found);
		return found.length === 0;
	}

	#isShallow(path: PathSoFar, next: Certificate): boolean {
		const {maxIntermediates} = this.#input;
		const isShallow = path.length <= maxIntermediates;
		if (!isShallow) {
			const what = `would be intermediate number ${path.length} of ${maxIntermediates} allowed.`;
			this.#note([failure('depth', next, what)]);
		}

		return isShallow;
	}

	#note(failures: readonly PathFailure[]): void {
		for (const found of failures) {
			this.#failures.set(`${found.requirement} ${found.certificate.fingerprint} ${found.message}`, found);
		}
	}
}

function hasIssued(issuer: Certificate, certificate: Certificate): boolean {
	return areSameBytes(issuer.subject.der, certificate.issuer.der);
}

function missingIssuer(certificate: Certificate, candidates: readonly Certificate[]): PathFailure {
	const isSpeltSame = candidates.some(({subject}) => subject.text === certificate.issuer.text);
	const rest = isSpeltSame
		? 'a certificate reads alike, but its name is encoded in other bytes.'
		: 'no certificate at hand has that subject.';
	return failure('issuer-present', certificate, `was issued by ${printable(certificate.issuer.text)}; ${rest}`);
}
