import type {ItemKind, KeyFormat} from './item.ts';

/** What a PEM label promises. */
export interface Label {
	readonly kind: ItemKind;
	readonly keyFormat?: KeyFormat;
	/** The label of RFC 7468 for the same thing, where this one is older. */
	readonly insteadOf?: string;
}

const LABELS: ReadonlyMap<string, Label> = new Map<string, Label>([
	['CERTIFICATE', {kind: 'certificate'}],
	['X509 CERTIFICATE', {kind: 'certificate', insteadOf: 'CERTIFICATE'}],
	['X.509 CERTIFICATE', {kind: 'certificate', insteadOf: 'CERTIFICATE'}],
	['TRUSTED CERTIFICATE', {kind: 'certificate', insteadOf: 'CERTIFICATE'}],
	['PRIVATE KEY', {kind: 'private-key', keyFormat: 'pkcs8'}],
	['RSA PRIVATE KEY', {kind: 'private-key', keyFormat: 'pkcs1'}],
	['EC PRIVATE KEY', {kind: 'private-key', keyFormat: 'sec1'}],
	['ENCRYPTED PRIVATE KEY', {kind: 'encrypted-private-key'}],
	['OPENSSH PRIVATE KEY', {kind: 'openssh-private-key'}],
	['TSS2 PRIVATE KEY', {kind: 'tpm-private-key'}],
	['PUBLIC KEY', {kind: 'public-key'}],
	['RSA PUBLIC KEY', {kind: 'public-key'}],
	['CERTIFICATE REQUEST', {kind: 'certificate-request'}],
	['NEW CERTIFICATE REQUEST', {kind: 'certificate-request', insteadOf: 'CERTIFICATE REQUEST'}],
	['X509 CRL', {kind: 'crl'}],
	['CRL', {kind: 'crl', insteadOf: 'X509 CRL'}],
	['PKCS7', {kind: 'pkcs7'}],
	['PKCS #7 SIGNED DATA', {kind: 'pkcs7', insteadOf: 'PKCS7'}],
	['CMS', {kind: 'pkcs7'}],
	['PKCS12', {kind: 'pkcs12'}],
	['EC PARAMETERS', {kind: 'ec-parameters'}],
]);

/** What a label promises; undefined for one that is not known here. */
export function findLabel(label: string): Label | undefined {
	return LABELS.get(label);
}

/** The label that RFC 7468 (or, for older forms of keys, OpenSSL) has for a thing; undefined where there is none. */
export function labelFor(kind: ItemKind, keyFormat?: KeyFormat): string | undefined {
	for (const [label, {kind: labelled, keyFormat: format, insteadOf}] of LABELS) {
		if (labelled === kind && format === keyFormat && insteadOf === undefined) {
			return label;
		}
	}

	return undefined;
}
