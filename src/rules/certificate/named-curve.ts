import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'named-curve',
	severity: 'error',
	title: 'An EC key names its curve instead of spelling it out.',
	why: 'RFC 5480 forbids explicit curve parameters, and a certificate that LibreSSL made with them was reported as rejected.',
	fix: 'Make the key again with a named curve: openssl ecparam -name prime256v1 -param_enc named_curve -genkey',
	source: rfc(5480, '2.1.1', '2026-11-22', ['CA-11']),
	examples: {fails: 'key = p256-explicit-parameters', passes: 'key = p256'},
	appliesTo: () => true,
	check: ({certificate: {publicKey}}) =>
		publicKey.ec?.hasExplicitParameters
			? [{at: 'publicKey', message: 'The EC key spells out the parameters of its curve.'}]
			: [],
});
