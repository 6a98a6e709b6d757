import type {CertificateInRole} from '../certificate-in-role.ts';
import {privateCaApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'rsa-exponent',
	severity: 'error',
	title: 'An RSA key has the public exponent 65537.',
	why: 'An even exponent, or 1, makes no RSA key at all. Other exponents are rare enough that verifiers refuse or mishandle them.',
	fix: `Make a new key with a current tool, and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: privateCaApi('CertificateAuthorityConfiguration', '2026-11-22', ['CA-09']),
	examples: {fails: 'publicKey = rsa2048 with exponent 3', passes: 'key = rsa2048'},
	appliesTo: () => true,
	check({certificate: {publicKey}}) {
		const exponent = publicKey.rsa?.exponent;
		if (exponent === undefined || exponent === 65_537n) {
			return [];
		}

		const message = `The public exponent is ${quoted(exponent.toString())}.`;
		const isNone = exponent < 3n || exponent % 2n === 0n;
		return [{at: 'publicKey', message, ...(!isNone && {severity: 'warning'})}];
	},
});
