import {sign} from 'node:crypto';
import {signatureAlgorithmOf} from './algorithm.ts';
import {type AlternativeNames, encodeAlternativeNames} from './alternative-names.ts';
import {bitString, element, integer, objectIdentifier, sequence, setOf} from './der-writer.ts';
import {subjectAlternativeName} from './extension-writer.ts';
import type {GeneratedKey} from './key-generation.ts';
import {attributeOids} from './oids.ts';
import {encodePem} from './pem.ts';
import {encodeSubject} from './subject.ts';

/**
 * Writes a certificate signing request (RFC 2986, 4), signed with the key that it is for; names beside the
 * subject are asked for as an extension (RFC 2985, 5.4.2). All else is the issuer's to decide.
 *
 * @returns PEM.
 * @throws {ExpectedError} `SUBJECT_INVALID`, `ALTERNATIVE_NAME_INVALID`.
 */
export function writeSigningRequest(
	{subject, alternativeNames}: {readonly subject: string; readonly alternativeNames: AlternativeNames},
	key: GeneratedKey,
): string {
	const names = encodeAlternativeNames(alternativeNames);
	const privateKey = key.toKeyObject();
	const algorithm = signatureAlgorithmOf(privateKey);
	const info = sequence(
		integer(0),
		encodeSubject(subject),
		key.publicKey.spki,
		element(0xa0, ...(names.length > 0 ? [extensionRequest([subjectAlternativeName(names)])] : [])),
	);
	const signature = bitString(sign(algorithm.hash, info, privateKey));
	return encodePem('CERTIFICATE REQUEST', sequence(info, algorithm.der, signature));
}

function extensionRequest(extensions: readonly Uint8Array[]): Uint8Array {
	return sequence(objectIdentifier(attributeOids.extensionRequest), setOf(sequence(...extensions)));
}
