import type {CertificateInRole} from '../certificate-in-role.ts';
import {privateCaApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'rsa-exponent',
	severity: 'warning',
	title: 'An RSA key has the public exponent 65537.',
	why: 'Other exponents are rare enough that verifiers refuse or mishandle them.',
	fix: 'Make a new key with the exponent that every current tool takes by default.',
	source: privateCaApi('CertificateAuthorityConfiguration', '2026-11-22', ['CA-09']),
	appliesTo: () => true,
	check({certificate: {publicKey}}) {
		const exponent = publicKey.rsa?.exponent;
		return exponent === undefined || exponent === 65_537n
			? []
			: [{at: 'publicKey', message: `The public exponent is ${quoted(exponent.toString())}.`}];
	},
});
