import {type Certificate, valueOf as presentValue} from '../certificate/certificate.ts';
import type {Crl} from '../crl/crl.ts';
import {areSameBytes} from '../der/der-values.ts';
import type {Budget} from './budget.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import {issuerFailures, type Standpoint} from './own-failures.ts';
import {failureOf, nameOf, type PathFailure, shown, shownKey} from './requirement.ts';
import {findSignatureAlgorithm} from './signature-algorithm.ts';
import {isSignedBy, keyProblem, type Signed, verificationCost} from './verify-signature.ts';

/** One certificate and one that might have issued it. */
export interface CandidateLink {
	readonly subject: CertificateFacts;
	readonly issuer: CertificateFacts;
	readonly isAnchor: boolean;
	/** What the two key identifiers say; neither proves anything. */
	readonly keyIdentifiers: 'same' | 'unknown' | 'different';
}

const SERVICE_ALGORITHMS: ReadonlySet<string> = new Set([
	'1.2.840.113549.1.1.11',
	'1.2.840.113549.1.1.12',
	'1.2.840.113549.1.1.13',
	'1.2.840.10045.4.3.2',
	'1.2.840.10045.4.3.3',
	'1.2.840.10045.4.3.4',
	'2.16.840.1.101.3.4.3.17',
	'2.16.840.1.101.3.4.3.18',
	'2.16.840.1.101.3.4.3.19',
]);

/** Judges links, each signature once however many paths it is on. */
export class Links {
	readonly #standpoint: Standpoint;
	readonly #budget: Budget;
	readonly #signatures = new WeakMap<Signed, Map<string, boolean>>();
	readonly #issuers = new Map<CertificateFacts, readonly PathFailure[]>();

	constructor(standpoint: Standpoint, budget: Budget) {
		this.#standpoint = standpoint;
		this.#budget = budget;
	}

	/** What is wrong with the issuer of a link by itself, whatever it issued. */
	issuerFailures({issuer, isAnchor}: Pick<CandidateLink, 'issuer' | 'isAnchor'>): readonly PathFailure[] {
		const before = this.#issuers.get(issuer);
		if (before) {
			return before;
		}

		const failures = issuerFailures(issuer, isAnchor ? 'anchor' : 'intermediate', this.#standpoint);
		this.#issuers.set(issuer, failures);
		return failures;
	}

	/** Everything that keeps the one from being the issuer of the other (RFC 5280, sections 6.1.3 (a) and 6.1.4). */
	failures(link: CandidateLink): readonly PathFailure[] {
		const proof = this.#proofFailures(link);
		return proof.some(({requirement}) => requirement !== 'signature-algorithm')
			? proof
			: [...proof, ...this.issuerFailures(link)];
	}

	/** True when the key of `by` made the signature; false also when there is no budget left to find out. */
	isSigned(signed: Signed, by: CertificateFacts): boolean {
		const {publicKey} = by.certificate;
		const known = this.#signatures.get(signed) ?? new Map<string, boolean>();
		this.#signatures.set(signed, known);
		const before = known.get(by.publicKey);
		if (before !== undefined) {
			return before;
		}

		const algorithm = findSignatureAlgorithm(signed.signatureAlgorithm);
		if ('refusedBecause' in algorithm || !algorithm.keyKinds.includes(publicKey.kind) || keyProblem(publicKey)) {
			known.set(by.publicKey, false);
			return false;
		}

		if (!this.#budget.spend('signatures', verificationCost(publicKey))) {
			return false;
		}

		const isSigned = isSignedBy(signed, publicKey, algorithm);
		known.set(by.publicKey, isSigned);
		return isSigned;
	}

	#proofFailures(link: CandidateLink): readonly PathFailure[] {
		const {certificate} = link.subject;
		const algorithm = findSignatureAlgorithm(certificate.signatureAlgorithm);
		if ('refusedBecause' in algorithm) {
			return [failureOf('signature-algorithm', certificate, `is signed ${algorithm.refusedBecause}.`)];
		}

		const weak = keyProblem(link.issuer.certificate.publicKey);
		if (weak !== undefined) {
			const what = `is signed by ${nameOf(link.issuer.certificate)}, whose signatures are not relied on: ${weak}.`;
			return [failureOf('signature-algorithm', certificate, what)];
		}

		if (!this.isSigned(certificate, link.issuer)) {
			return [this.#budget.exceeded === 'signatures' ? gaveUp(certificate) : notSigned(link)];
		}

		return this.#standpoint.demands === 'service' ? serviceFailures(link) : [];
	}
}

function gaveUp(certificate: Certificate): PathFailure {
	return failureOf(
		'budget',
		certificate,
		'was not tried with every possible issuer: there are too many signatures to verify.',
	);
}

/** The words for a certificate that an issuer of the right name did not sign. */
function notSigned({subject, issuer, isAnchor, keyIdentifiers}: CandidateLink): PathFailure {
	const {certificate} = subject;
	const name = shown(issuer.certificate.subject);
	const what = isAnchor ? 'trust anchor' : 'certificate';
	if (keyIdentifiers !== 'different') {
		return failureOf(
			'signature',
			certificate,
			`says that ${name} issued it, but the key of the ${what} ${name} (SHA-256 ${issuer.certificate.fingerprint.slice(0, 16)}...) did not make its signature.`,
		);
	}

	const [wanted, had] = keyIdentifiersOf(subject.certificate, issuer.certificate);
	const fix = isAnchor
		? `Register the new ${name} as the trust anchor too, or issue ${shown(certificate.subject)} again with the key that the anchor has.`
		: `Add the certificate of ${name} that has key id ${shownKey(wanted ?? '')}, or issue ${shown(certificate.subject)} again with the key of the one given.`;
	return failureOf(
		'key-identifier',
		certificate,
		`was issued by ${name} with key id ${shownKey(wanted ?? '')}; the ${what} ${name} has ${shownKey(had ?? '')}: it was re-keyed.`,
		fix,
	);
}

function serviceFailures({subject, issuer, keyIdentifiers}: CandidateLink): readonly PathFailure[] {
	const {certificate} = subject;
	const failures: PathFailure[] = [];
	const name = shown(issuer.certificate.subject);
	if (!SERVICE_ALGORITHMS.has(certificate.signatureAlgorithm.oid)) {
		const algorithm = certificate.signatureAlgorithm.name ?? certificate.signatureAlgorithm.oid;
		const what = `is signed with ${algorithm}; the service takes SHA-256 or stronger with RSA, ECDSA or ML-DSA.`;
		failures.push(failureOf('signature-algorithm', certificate, what));
	}

	if (!areSameBytes(certificate.issuer.der, issuer.certificate.subject.der)) {
		const what = `was issued by ${shown(certificate.issuer)}; ${name} reads alike, but its name is encoded in other bytes.`;
		failures.push(failureOf('issuer-present', certificate, what));
	}

	if (keyIdentifiers === 'different') {
		const [wanted, had] = keyIdentifiersOf(certificate, issuer.certificate);
		const what = `names the issuer key ${shownKey(wanted ?? '')}; ${name} calls its key ${shownKey(had ?? '')}.`;
		failures.push(failureOf('key-identifier', certificate, what));
	}

	return failures;
}

/** The identifier of the key that signed, and of the issuer's key, where both are named. */
export function keyIdentifiersOf(subject: Certificate, issuer: Certificate): readonly [wanted?: string, had?: string] {
	const wanted = presentValue(subject.authorityKeyIdentifier)?.keyIdentifier;
	const had = presentValue(issuer.subjectKeyIdentifier);
	return wanted === undefined || had === undefined ? [] : [wanted, had];
}

/** Compares them. */
export function compareKeyIdentifiers(subject: Certificate, issuer: Certificate): CandidateLink['keyIdentifiers'] {
	const [wanted, had] = keyIdentifiersOf(subject, issuer);
	return wanted === undefined ? 'unknown' : wanted === had ? 'same' : 'different';
}

/** Whether a list may be believed that one certificate is said to have signed; what it lacks, if anything. */
export function listSignerProblem(links: Links, crl: Crl, signer: CertificateFacts): string | undefined {
	const usages = presentValue(signer.certificate.keyUsage);
	if (!links.isSigned(crl, signer)) {
		return `is not signed with the key of ${nameOf(signer.certificate)}`;
	}

	return usages && !usages.includes('cRLSign')
		? `is signed by ${nameOf(signer.certificate)}, whose key usage leaves out cRLSign`
		: undefined;
}
