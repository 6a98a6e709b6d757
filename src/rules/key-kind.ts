import type {PublicKeyKind} from '../pki/certificate/public-key.ts';
import type {CertificateInRole} from './certificate-in-role.ts';
import {quoted} from './quoted.ts';
import type {Shortcoming} from './rule.ts';

const DOCUMENTED: readonly PublicKeyKind[] = ['rsa', 'ec', 'ml-dsa'];

/** Says when the public key is of a kind that the service's documentation does not name (fact sheet, EE-07). */
export function undocumentedKeyKind({certificate}: CertificateInRole): readonly Shortcoming[] {
	const {kind, algorithm} = certificate.publicKey;
	return DOCUMENTED.includes(kind)
		? []
		: [
				{
					at: 'publicKey',
					message: `The public key is of the kind ${quoted(algorithm.name ?? algorithm.oid)}; only RSA, EC and ML-DSA are documented.`,
				},
			];
}
