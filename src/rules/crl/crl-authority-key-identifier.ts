import {decodedValue} from '../../pki/certificate/certificate.ts';
import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-authority-key-identifier',
	severity: 'warning',
	title: 'The list identifies the key that signed it.',
	why: 'RFC 5280 demands it; it tells whose list it is when two generations of an issuer have one name.',
	fix: 'Make the list again with authorityKeyIdentifier=keyid in the section that crl_extensions names in the configuration of openssl.',
	source: rfc5280('5.2.1', '2026-11-22', ['CRL-05', 'CA-18']),
	examples: {fails: 'authorityKeyIdentifier = absent', passes: 'authorityKeyIdentifier = keyid:0102'},
	appliesTo: ({crl}) => crl.version === 2,
	check({crl}) {
		const {authorityKeyIdentifier} = crl;
		const hasKey =
			authorityKeyIdentifier.state === 'malformed' || decodedValue(authorityKeyIdentifier)?.keyIdentifier !== undefined;
		return hasKey
			? []
			: [
					{
						at: 'extensions.authorityKeyIdentifier',
						message: 'No authorityKeyIdentifier extension names the key of the issuer.',
					},
				];
	},
});
