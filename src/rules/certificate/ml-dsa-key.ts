import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {defineRule} from '../rule.ts';

/** Octets of a public key (FIPS 204, table 2). */
const LENGTHS: ReadonlyMap<string, number> = new Map([
	['ML-DSA-44', 1312],
	['ML-DSA-65', 1952],
	['ML-DSA-87', 2592],
]);

export default defineRule<CertificateInRole>({
	id: 'ml-dsa-key',
	severity: 'error',
	title: 'An ML-DSA key is as long as its kind prescribes, and without parameters.',
	why: 'Anything else is no key of that kind, and no signature verifies with it.',
	fix: 'Make a new key with a current tool: openssl genpkey -algorithm ML-DSA-65 (OpenSSL 3.5 or later)',
	source: rfc(9881, '4', '2026-11-22', ['CA-12', 'EE-07']),
	examples: {fails: 'publicKey = ML-DSA-65 cut short', passes: 'publicKey = ML-DSA-65'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'ml-dsa',
	check({certificate: {publicKey}}) {
		const {algorithm, keyBytes} = publicKey;
		const length = LENGTHS.get(algorithm.name ?? '');
		return [
			...(keyBytes.length === length
				? []
				: [{at: 'publicKey', message: `The ${algorithm.name} key has ${keyBytes.length} bytes instead of ${length}.`}]),
			...(algorithm.parameters ? [{at: 'publicKey', message: `The ${algorithm.name} key has parameters.`}] : []),
		];
	},
});
