import type {Certificate} from '../certificate/certificate.ts';
import {type CertificateFacts, factsOf} from './certificate-facts.ts';
import {type CandidateLink, compareKeyIdentifiers} from './links.ts';

/** The certificates at hand, by subject. Order and duplicates of what was given make no difference. */
export class Candidates {
	readonly #anchors: ReadonlyMap<string, readonly CertificateFacts[]>;
	readonly #intermediates: ReadonlyMap<string, readonly CertificateFacts[]>;
	readonly #anchorFingerprints: ReadonlySet<string>;

	constructor(anchors: readonly Certificate[], intermediates: readonly Certificate[]) {
		this.#anchorFingerprints = new Set(anchors.map(({fingerprint}) => fingerprint));
		this.#anchors = bySubject(anchors);
		this.#intermediates = bySubject(
			intermediates.filter(({fingerprint}) => !this.#anchorFingerprints.has(fingerprint)),
		);
	}

	isAnchor({fingerprint}: Certificate): boolean {
		return this.#anchorFingerprints.has(fingerprint);
	}

	/** Certificates that bear the name of the subject's issuer, without the subject itself. */
	issuersOf(subject: CertificateFacts): readonly CandidateLink[] {
		const link = (isAnchor: boolean) => (issuer: CertificateFacts) => ({
			subject,
			issuer,
			isAnchor,
			keyIdentifiers: compareKeyIdentifiers(subject.certificate, issuer.certificate),
		});
		return [
			...(this.#anchors.get(subject.issuerKey) ?? []).map(link(true)),
			...(this.#intermediates.get(subject.issuerKey) ?? []).map(link(false)),
		].filter(({issuer}) => issuer.certificate.fingerprint !== subject.certificate.fingerprint);
	}

	/** Every certificate that bears a name, anchors first. */
	named(subjectKey: string): readonly CertificateFacts[] {
		return [...(this.#anchors.get(subjectKey) ?? []), ...(this.#intermediates.get(subjectKey) ?? [])];
	}
}

function bySubject(certificates: readonly Certificate[]): ReadonlyMap<string, readonly CertificateFacts[]> {
	const unique = new Map(certificates.map(certificate => [certificate.fingerprint, certificate]));
	const groups = new Map<string, CertificateFacts[]>();
	for (const certificate of [...unique.values()].toSorted(byFingerprint)) {
		const facts = factsOf(certificate);
		const group = groups.get(facts.subjectKey);
		if (group) {
			group.push(facts);
		} else {
			groups.set(facts.subjectKey, [facts]);
		}
	}

	return groups;
}

function byFingerprint(one: Certificate, other: Certificate): number {
	return one.fingerprint < other.fingerprint ? -1 : 1;
}

/**
 * How unpromising a link looks before its signature is verified: smaller is better. What a candidate itself fails counts
 * most, then what the key identifiers say, then that an anchor ends the path.
 */
export function rankOf({isAnchor, keyIdentifiers}: CandidateLink, isIssuerSound: boolean): number {
	const byKey = {same: 0, unknown: 1, different: 2}[keyIdentifiers];
	return (isIssuerSound ? 0 : 6) + byKey * 2 + (isAnchor ? 0 : 1);
}
