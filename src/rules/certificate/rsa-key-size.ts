import type {CertificateInRole} from '../certificate-in-role.ts';
import {privateCaApi} from '../citation.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

const SMALLEST = 2048;
/** For issuers, whose signatures the service verifies. */
const LARGEST = 4096;

export default defineRule<CertificateInRole>({
	id: 'rsa-key-size',
	severity: 'error',
	title: 'An RSA key has 2048 bits or more.',
	why: 'Shorter keys can be broken. The service documents no minimum; 2048 is the least that AWS Private CA makes, and the policy here.',
	fix: `Make a key of at least 2048 bits, or an EC key on P-256, and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: privateCaApi('CertificateAuthorityConfiguration', '2026-11-22', ['CA-09', 'EE-07', 'PCA-07']),
	examples: {fails: 'key = rsa1024', passes: 'key = rsa2048'},
	appliesTo: () => true,
	check({certificate: {publicKey}, role}) {
		const bits = publicKey.rsa?.modulusBits;
		if (bits === undefined || (bits >= SMALLEST && (bits <= LARGEST || role === 'end-entity'))) {
			return [];
		}

		return bits < SMALLEST
			? [{at: 'publicKey', message: `The RSA key has ${bits} bits.`}]
			: [
					{
						at: 'publicKey',
						severity: 'warning',
						message: `The RSA key has ${bits} bits; more than ${LARGEST} is nowhere known to work.`,
						fix: `Make an issuer with at most ${LARGEST} bits, or with an EC key.`,
					},
				];
	},
});
