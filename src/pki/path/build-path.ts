import {printable} from '../../printable.ts';
import {type Certificate, decodedValue} from '../certificate.ts';
import {areSameBytes} from '../der-values.ts';
import {signatureProblem} from './certificate-signature.ts';

/** What a certification path must keep. */
export type PathRequirement =
	| 'issuer-present'
	| 'key-identifier'
	| 'signature-algorithm'
	| 'signature'
	| 'ca'
	| 'key-cert-sign'
	| 'path-length'
	| 'depth'
	| 'validity'
	| 'end-entity-validity';

/** Which certificate failed which requirement. */
export interface PathFailure {
	readonly requirement: PathRequirement;
	readonly certificate: Certificate;
	/** A sentence with the values; safe to show. */
	readonly message: string;
}

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
	const ownFailures = validityProblems(input.endEntity, input.at).map(message => ({
		requirement: 'end-entity-validity' as const,
		certificate: input.endEntity,
		message,
	}));
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

	get failures(): readonly PathFailure[] {
		return [...this.#failures.values()];
	}

	/** Goes on from the last certificate of a path that is good so far. */
	extend(path: readonly [Certificate, ...Certificate[]]): readonly Certificate[] | undefined {
		const last = path.at(-1) ?? path[0];
		const {anchors, intermediates} = this.#input;
		const unused = intermediates.filter(({fingerprint}) => path.every(used => used.fingerprint !== fingerprint));
		if (![...anchors, ...unused].some(candidate => hasIssued(candidate, last))) {
			this.#add('issuer-present', last, missingIssuer(last, [...anchors, ...unused]));
		}

		const anchor = anchors.find(candidate => hasIssued(candidate, last) && this.#isLinked(path, last, candidate));
		if (anchor) {
			return [...path, anchor];
		}

		for (const candidate of unused.filter(other => hasIssued(other, last))) {
			const found = this.#isLinked(path, last, candidate) && this.#isShallow(path, candidate);
			const whole = found ? this.extend([...path, candidate]) : undefined;
			if (whole) {
				return whole;
			}
		}

		return undefined;
	}

	#isLinked(path: readonly Certificate[], last: Certificate, issuer: Certificate): boolean {
		this.#links += 1;
		if (this.#links > MAX_LINKS) {
			this.#add('depth', last, 'has too many possible issuers of one name for all of them to be tried.');
			return false;
		}

		const found = [
			...keyIdentifierProblems(last, issuer),
			...signatureProblems(last, issuer),
			...issuerProblems(issuer, path),
			...validityProblems(issuer, this.#input.at).map(message => failure('validity', issuer, message)),
		];
		for (const {requirement, certificate, message} of found) {
			this.#add(requirement, certificate, message);
		}

		return found.length === 0;
	}

	#isShallow(path: readonly Certificate[], next: Certificate): boolean {
		const isShallow = path.length <= this.#input.maxIntermediates;
		if (!isShallow) {
			this.#add(
				'depth',
				next,
				`would be intermediate number ${path.length} of ${this.#input.maxIntermediates} allowed.`,
			);
		}

		return isShallow;
	}

	#add(requirement: PathRequirement, certificate: Certificate, what: string): void {
		const message = `Certificate ${name(certificate)} ${what}`;
		this.#failures.set(`${requirement} ${certificate.fingerprint} ${message}`, {requirement, certificate, message});
	}
}

function hasIssued(issuer: Certificate, certificate: Certificate): boolean {
	return areSameBytes(issuer.subject.der, certificate.issuer.der);
}

function missingIssuer(certificate: Certificate, candidates: readonly Certificate[]): string {
	const wanted = printable(certificate.issuer.text);
	const isSpeltSame = candidates.some(({subject}) => subject.text === certificate.issuer.text);
	return isSpeltSame
		? `was issued by ${wanted}; a certificate reads alike, but its name is encoded in other bytes.`
		: `was issued by ${wanted}, and no certificate at hand has that subject.`;
}

function keyIdentifierProblems(certificate: Certificate, issuer: Certificate): readonly PathFailure[] {
	const wanted = decodedValue(certificate.authorityKeyIdentifier)?.keyIdentifier;
	const had = decodedValue(issuer.subjectKeyIdentifier);
	return wanted === undefined || had === undefined || wanted === had
		? []
		: [failure('key-identifier', certificate, `names issuer key ${wanted}; ${name(issuer)} at hand has ${had}.`)];
}

function signatureProblems(certificate: Certificate, issuer: Certificate): readonly PathFailure[] {
	const found = signatureProblem(certificate, issuer);
	return found
		? [
				failure(
					found.kind === 'algorithm' ? 'signature-algorithm' : 'signature',
					certificate,
					`${found.message} (issuer ${name(issuer)}).`,
				),
			]
		: [];
}

function issuerProblems(issuer: Certificate, path: readonly Certificate[]): readonly PathFailure[] {
	const failures: PathFailure[] = [];
	const constraints = decodedValue(issuer.basicConstraints);
	if (issuer.version !== 3 || !constraints?.isCa) {
		failures.push(
			failure('ca', issuer, 'has issued another but is not marked as a CA (version 3, basicConstraints cA).'),
		);
	}

	const {keyUsage} = issuer;
	if (keyUsage.state === 'malformed' || (keyUsage.state === 'present' && !keyUsage.value.includes('keyCertSign'))) {
		failures.push(failure('key-cert-sign', issuer, 'has issued another but its key usage leaves out keyCertSign.'));
	}

	const below = path.slice(1).filter(({isSelfIssued}) => !isSelfIssued).length;
	if (constraints?.pathLength !== undefined && below > constraints.pathLength) {
		failures.push(
			failure('path-length', issuer, `allows ${constraints.pathLength} intermediates below it and has ${below}.`),
		);
	}

	return failures;
}

function validityProblems({validity: {notBefore, notAfter}}: Certificate, at: Date): readonly string[] {
	if (at < notBefore) {
		return [`is not valid before ${notBefore.toISOString()}; it is ${at.toISOString()}.`];
	}

	return at > notAfter ? [`expired at ${notAfter.toISOString()}; it is ${at.toISOString()}.`] : [];
}

function failure(requirement: PathRequirement, certificate: Certificate, message: string): PathFailure {
	return {requirement, certificate, message};
}

function name({subject}: Certificate): string {
	return printable(subject.isEmpty ? 'without subject' : subject.text);
}
