import type {CertificateInRole} from '../certificate-in-role.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {hasClosePrimes} from '../rsa-modulus.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'rsa-close-primes',
	severity: 'error',
	title: 'The two primes of an RSA key lie far apart.',
	why: 'When they are close, the square root of the modulus gives them away at once; printers and appliances made such keys (CVE-2022-26320).',
	fix: `Make a new key and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: {
		title: 'CVE-2022-26320',
		url: 'https://nvd.nist.gov/vuln/detail/CVE-2022-26320',
		read: '2026-11-22',
		facts: ['CA-09', 'EE-07'],
	},
	examples: {fails: 'publicKey = rsa2048 with close primes', passes: 'key = rsa2048'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'rsa',
	check: ({certificate: {publicKey}}) =>
		hasClosePrimes(publicKey)
			? [{at: 'publicKey', message: 'The primes of the RSA key are so close that the modulus gives them away.'}]
			: [],
});
