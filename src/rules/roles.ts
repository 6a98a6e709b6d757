import {type Certificate, decodedValue} from '../pki/certificate/certificate.ts';
import type {CertificateRole} from './certificate-in-role.ts';

/**
 * What a certificate is most likely meant for, judged by its content alone: one that may sign others and issued itself
 * is an anchor, one that may sign others an issuer, everything else an end-entity certificate.
 */
export function likelyRole(certificate: Certificate): CertificateRole {
	const signs =
		decodedValue(certificate.basicConstraints)?.isCa === true ||
		(decodedValue(certificate.keyUsage)?.includes('keyCertSign') ?? false);
	if (!signs) {
		return 'end-entity';
	}

	return certificate.isSelfIssued ? 'anchor' : 'issuer';
}
