import type {ItemKind} from '../pki/intake/item.ts';

/** What each kind of thing in a file is called. */
export const ITEM_NAMES: Readonly<Record<ItemKind, string>> = {
	certificate: 'Certificate',
	'private-key': 'Private key',
	'encrypted-private-key': 'Private key, encrypted',
	'legacy-encrypted-private-key': 'Private key, encrypted in the old way',
	'openssh-private-key': 'Private key of OpenSSH',
	'tpm-private-key': 'Private key that a TPM guards',
	'public-key': 'Public key',
	'certificate-request': 'Certificate signing request',
	crl: 'List of revoked certificates',
	pkcs7: 'PKCS#7 bundle',
	pkcs12: 'PKCS#12 bundle',
	'kubernetes-secret': 'Kubernetes Secret',
	'ec-parameters': 'EC parameters',
	damaged: 'Damaged PEM',
	unknown: 'Something else',
};
