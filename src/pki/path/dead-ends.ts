import type {Certificate} from '../certificate/certificate.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import {failureOf, type PathFailure, shown} from './requirement.ts';

/** The words for a certificate for which no possible issuer is at hand. */
export function missingIssuer({certificate, isSelfIssued}: CertificateFacts): PathFailure {
	if (isSelfIssued) {
		return failureOf(
			'issuer-present',
			certificate,
			'names itself as its issuer, and is not one of the trust anchors.',
			'Make it a trust anchor if it is a root that you rely on; otherwise use a certificate that your issuer issued.',
		);
	}

	const issuer = shown(certificate.issuer);
	return failureOf(
		'issuer-present',
		certificate,
		`was issued by ${issuer}, and no certificate given here has that subject.`,
		`Add the certificate of ${issuer} to the intermediates, or make it a trust anchor.`,
	);
}

/** The words for an end-entity certificate that was given as the trust anchor too. */
export function isItselfAnchor(certificate: Certificate): PathFailure {
	return failureOf(
		'end-entity-is-anchor',
		certificate,
		'is itself the trust anchor. An anchor vouches for other certificates; it cannot prove that it is an end entity.',
	);
}

/** The words for a certificate as far above the target as any path is followed. */
export function tooLong(certificate: Certificate, length: number): PathFailure {
	return failureOf(
		'depth',
		certificate,
		`lies ${length} certificates above the target; no path that long is followed.`,
	);
}

/** The words for giving up for the number of ways. */
export function tooMany(certificate: Certificate): PathFailure {
	return failureOf(
		'budget',
		certificate,
		'has more possible paths above it than are tried here; the search was given up.',
	);
}
