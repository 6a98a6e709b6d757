import type {Certificate} from '../certificate/certificate.ts';
import type {Crl} from '../crl/crl.ts';
import {nameKey} from '../names/name-match.ts';
import {Budget} from './budget.ts';
import {factsOf} from './certificate-facts.ts';
import {Links, listSignerProblem} from './links.ts';
import type {PathFailure} from './requirement.ts';
import {findEntry, revokedFailure} from './revocation.ts';

/**
 * Certificates of a path that lists of their issuers name as revoked. Of a list only its signature and its signer's
 * cRLSign are asked: neither its dates nor its scope, and nothing is amiss where there is no list. That is how far the
 * service's own behaviour is known (fact sheet, CRL-01 and CRL-05 to CRL-07); {@link revocationFailures} is RFC 5280.
 *
 * @param path - From the target to the anchor, which nobody revokes.
 */
export function listedFailures(path: readonly Certificate[], crls: readonly Crl[], at: Date): readonly PathFailure[] {
	const links = new Links({at, purpose: 'any', demands: 'service'}, new Budget());
	return path.slice(0, -1).flatMap((certificate, index) => {
		const subject = factsOf(certificate);
		const signer = path[index + 1];
		const naming = crls.filter(
			crl =>
				signer !== undefined &&
				nameKey(crl.issuer) === subject.issuerKey &&
				listSignerProblem(links, crl, factsOf(signer)) === undefined,
		);
		const found = naming.flatMap(crl => {
			const entry = findEntry([crl], subject);
			return entry && entry.reason !== 'removeFromCRL' ? [revokedFailure(certificate, entry, crl)] : [];
		});
		return found.slice(0, 1);
	});
}
