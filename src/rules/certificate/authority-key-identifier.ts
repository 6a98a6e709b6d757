import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'authority-key-identifier',
	severity: 'notice',
	title: 'A certificate identifies the key that signed it.',
	why: 'It tells which of two issuers with one name is meant, so that a stale trust anchor is noticed.',
	fix: `Issue it again with authorityKeyIdentifier: ${SIGN_AGAIN}`,
	source: rfc5280('4.2.1.1', '2026-11-22', ['CA-17', 'CA-18']),
	examples: {fails: 'authorityKeyIdentifier = absent', passes: 'authorityKeyIdentifier = keyid:0102'},
	appliesTo: () => true,
	check({certificate}) {
		const {authorityKeyIdentifier, isSelfIssued} = certificate;
		const hasKey =
			authorityKeyIdentifier.state === 'malformed' || decodedValue(authorityKeyIdentifier)?.keyIdentifier !== undefined;
		return isSelfIssued || hasKey
			? []
			: [
					{
						at: 'extensions.authorityKeyIdentifier',
						message: 'No authorityKeyIdentifier extension names the key of the issuer.',
					},
				];
	},
});
