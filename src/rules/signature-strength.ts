import type {AlgorithmIdentifier} from '../pki/certificate/certificate.ts';
import {pssHashOid} from '../pki/keys/pss-hash.ts';
import type {CertificateInRole} from './certificate-in-role.ts';
import {quoted} from './quoted.ts';
import type {Shortcoming} from './rule.ts';

/** Signature algorithms of the documented keys with SHA-256 or stronger (fact sheet, CA-08). */
const STRONG: ReadonlySet<string> = new Set([
	'sha256WithRSAEncryption',
	'sha384WithRSAEncryption',
	'sha512WithRSAEncryption',
	'ecdsa-with-SHA256',
	'ecdsa-with-SHA384',
	'ecdsa-with-SHA512',
	'ML-DSA-44',
	'ML-DSA-65',
	'ML-DSA-87',
]);

/** The documents say nothing about these: strong enough, but nobody is known to have used them. */
const UNPROVEN: ReadonlySet<string> = new Set([
	'RSA-SHA3-256',
	'RSA-SHA3-384',
	'RSA-SHA3-512',
	'ecdsa-with-SHA3-256',
	'ecdsa-with-SHA3-384',
	'ecdsa-with-SHA3-512',
]);

/** What is wrong with the algorithm that a certificate is signed with (fact sheet, CA-08 and EE-06). */
export function weakSignature({certificate}: CertificateInRole): readonly Shortcoming[] {
	const at = 'signatureAlgorithm';
	const {signatureAlgorithm} = certificate;
	const name = signatureAlgorithm.name ?? signatureAlgorithm.oid;
	if (STRONG.has(name)) {
		return [];
	}

	if (UNPROVEN.has(name) || isStrongPss(signatureAlgorithm)) {
		return [
			{
				at,
				severity: 'warning',
				message: `It is signed with ${quoted(name)}, which the documentation does not mention.`,
			},
		];
	}

	return [
		{at, message: `It is signed with ${quoted(name)}, which is not one of the algorithms with SHA-256 or stronger.`},
	];
}

const SHA2: ReadonlySet<string> = new Set([
	'2.16.840.1.101.3.4.2.1',
	'2.16.840.1.101.3.4.2.2',
	'2.16.840.1.101.3.4.2.3',
]);

function isStrongPss(algorithm: AlgorithmIdentifier): boolean {
	return algorithm.name === 'rsassaPss' && SHA2.has(pssHashOid(algorithm) ?? '');
}
