import {sign} from 'node:crypto';
import {bitString, element, integer, objectIdentifier, sequence, setOf} from '../der/der-writer.ts';
import {attributeOids} from '../der/oids.ts';
import {encodePem} from '../intake/pem.ts';
import {signatureAlgorithmOf} from '../keys/algorithm.ts';
import type {GeneratedKey} from '../keys/key-generation.ts';
import {type AlternativeNames, encodeAlternativeNames} from '../names/alternative-names.ts';
import {encodeSubject} from '../names/subject.ts';
import {subjectAlternativeName} from './extension-writer.ts';

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
