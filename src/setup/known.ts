import {ExpectedError} from '../errors.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';

/** The files that stand for an end-entity; all paths are absolute. */
export interface EndEntityFiles {
	readonly certificate: string;
	/** Absent when the key lies on another machine. */
	readonly privateKey?: string;
	/** Issuers between the certificate and the trust anchor. */
	readonly intermediates?: string;
	/** Holds the passphrase of an encrypted key. */
	readonly passphraseFile?: string;
}

/** What resources that come later must know of those before them; what does not exist yet is not known. */
export interface Known {
	/** What AWS is to trust: one certificate, or two while the issuer changes. */
	readonly anchorCertificates?: readonly Certificate[];
	readonly endEntity?: {readonly certificate: Certificate; readonly files: EndEntityFiles};
	/** The file of a request that waits for its issuer. */
	readonly requestFile?: string;
	/** The certificate file of an issuer that is kept here, as others need it. */
	readonly anchorFile?: string;
	readonly trustAnchorArn?: string;
	readonly roleArn?: string;
	readonly rolesAnywhereProfileArn?: string;
}

/** A part of what is known, at a moment when all before it was made. */
export function must<Name extends keyof Known>(known: Known, name: Name): NonNullable<Known[Name]> {
	const value = known[name];
	if (value === undefined || value === null) {
		throw new Error(`${name} should be known by now`);
	}

	return value;
}

/** The PEM text of certificates as a trust anchor takes it: nothing but blocks, 64 columns, LF (fact sheet, CA-24). */
export function toAnchorPem(certificates: readonly Certificate[]): string {
	return certificates.map(certificate => certificate.toPem()).join('');
}

/** What identifies the certificates of a trust anchor, whatever order they stand in. */
export function fingerprintsOf(certificates: readonly Certificate[]): string {
	return certificates
		.map(({fingerprint}) => fingerprint)
		.toSorted()
		.join(' ');
}

/** A refusal because something of the same name is there and belongs to another. */
export function conflict(message: string, ...next: readonly [string, ...string[]]): ExpectedError {
	return new ExpectedError('SETUP_CONFLICT', message, {next});
}
