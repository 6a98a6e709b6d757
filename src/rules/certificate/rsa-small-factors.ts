import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {smallFactorsOf} from '../rsa-modulus.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'rsa-small-factors',
	severity: 'error',
	title: 'The modulus of an RSA key has no small factors.',
	why: 'A modulus is the product of two large primes. With a small factor it was damaged or never was one, and anybody can find the private key.',
	fix: `Make a new key and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: rfc(8017, '3.1', '2026-11-22', ['CA-09', 'EE-07']),
	examples: {fails: 'publicKey = rsa2048 that 3 divides', passes: 'key = rsa2048'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'rsa',
	check({certificate: {publicKey}}) {
		const [smallest] = smallFactorsOf(publicKey);
		return smallest === undefined ? [] : [{at: 'publicKey', message: `${smallest} divides the RSA modulus.`}];
	},
});
