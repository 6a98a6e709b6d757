import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'self-signed-key-identifier',
	severity: 'warning',
	title: 'A trust anchor that names itself as its issuer names its own key.',
	why: 'A path that follows the key identifiers looks for another certificate above it, and finds none.',
	fix: `Make it again, so that authorityKeyIdentifier equals subjectKeyIdentifier or is left out: ${MAKE_ISSUER_AGAIN}`,
	source: rfc5280('4.2.1.1', '2026-11-22', ['CA-17', 'CA-18']),
	examples: {
		fails: 'role = anchor\nsubjectKeyIdentifier = 0102\nauthorityKeyIdentifier = keyid:0304',
		passes: 'role = anchor\nsubjectKeyIdentifier = 0102\nauthorityKeyIdentifier = keyid:0102',
	},
	appliesTo: ({role, certificate}) => role === 'anchor' && certificate.isSelfIssued,
	check({certificate}) {
		const authority = decodedValue(certificate.authorityKeyIdentifier)?.keyIdentifier;
		const own = decodedValue(certificate.subjectKeyIdentifier);
		return authority === undefined || own === undefined || authority === own
			? []
			: [
					{
						at: 'extensions.authorityKeyIdentifier',
						message: `authorityKeyIdentifier names the key ${authority.slice(0, 64)}, and its own is ${own.slice(0, 64)}.`,
					},
				];
	},
});
