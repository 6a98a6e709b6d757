import type {CertificateInRole} from '../certificate-in-role.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {hasRocaMark} from '../rsa-modulus.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'rsa-roca',
	severity: 'error',
	title: 'An RSA key was not made by the library with the flaw ROCA.',
	why: 'Smart cards and TPMs made from 2012 to 2017 made keys whose private half can be computed from the public one (CVE-2017-15361).',
	fix: `Make a new key on a device with newer firmware, or in a file: ${REQUEST_AGAIN}`,
	source: {
		title: 'CVE-2017-15361',
		url: 'https://nvd.nist.gov/vuln/detail/CVE-2017-15361',
		read: '2026-11-22',
		facts: ['CA-09', 'EE-07'],
	},
	examples: {fails: 'publicKey = rsa2048 with the mark of ROCA', passes: 'key = rsa2048'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'rsa',
	check: ({certificate: {publicKey}}) =>
		hasRocaMark(publicKey) ? [{at: 'publicKey', message: 'The RSA key bears the mark of the flaw ROCA.'}] : [],
});
