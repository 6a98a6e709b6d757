import type {Certificate} from '../pki/certificate/certificate.ts';
import {findSignatureAlgorithm} from '../pki/path/signature-algorithm.ts';
import {isSignedBy} from '../pki/path/verify-signature.ts';
import {MAXIMUM_CHAIN} from './sign.ts';

/**
 * What to send beside an end-entity certificate: its issuer first, then that one's, towards the root
 * (fact sheet, CH-04). Roots, repetitions and the certificate itself are left out; certificates that
 * do not link to it follow while there is room, since another path may need them.
 */
export function chainOf(endEntity: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
	const seen = new Set([endEntity.fingerprint]);
	let unused = candidates.filter(candidate => {
		const isNew = !seen.has(candidate.fingerprint);
		seen.add(candidate.fingerprint);
		return isNew && !isRoot(candidate);
	});

	const chain: Certificate[] = [];
	for (let last = endEntity; ; ) {
		const issuer = unused.find(candidate => isNamedIssuer(candidate, last));
		if (!issuer) {
			return [...chain, ...unused.slice(0, Math.max(0, MAXIMUM_CHAIN - chain.length))];
		}

		chain.push(issuer);
		unused = unused.filter(candidate => candidate !== issuer);
		last = issuer;
	}
}

function isNamedIssuer(candidate: Certificate, subject: Certificate): boolean {
	return Buffer.compare(candidate.subject.der, subject.issuer.der) === 0;
}

/** Self-signed; one whose signature is of a kind that is not looked at is taken at its name. */
function isRoot(certificate: Certificate): boolean {
	const how = findSignatureAlgorithm(certificate.signatureAlgorithm);
	return certificate.isSelfIssued && ('refusedBecause' in how || isSignedBy(certificate, certificate.publicKey, how));
}
