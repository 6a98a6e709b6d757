import {type KeyObject, sign} from 'node:crypto';
import {bitString, explicit, integer, sequence, time, unsignedInteger} from '../der/der-writer.ts';
import {signatureAlgorithmOf} from '../keys/algorithm.ts';

/** What a certificate will say; names, key and extensions are encoded already. */
export interface CertificateFields {
	/** Big-endian octets of a positive number. */
	readonly serial: Uint8Array;
	readonly issuer: Uint8Array;
	readonly subject: Uint8Array;
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** SubjectPublicKeyInfo. */
	readonly spki: Uint8Array;
	readonly extensions: readonly Uint8Array[];
}

/**
 * Writes and signs an X.509 v3 certificate, as DER. RFC 5280, 4.1.
 *
 * @throws {ExpectedError} `ALGORITHM_UNSUPPORTED` when the key is of a kind that does not sign here.
 */
export function writeCertificate(fields: CertificateFields, signingKey: KeyObject): Uint8Array {
	const algorithm = signatureAlgorithmOf(signingKey);
	const tbs = sequence(
		explicit(0, integer(2)),
		unsignedInteger(fields.serial),
		algorithm.der,
		fields.issuer,
		sequence(time(fields.notBefore), time(fields.notAfter)),
		fields.subject,
		fields.spki,
		explicit(3, sequence(...fields.extensions)),
	);
	return sequence(tbs, algorithm.der, bitString(sign(algorithm.hash, tbs, signingKey)));
}
