import {constants, type KeyObject, verify} from 'node:crypto';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {type AlgorithmIdentifier, readAlgorithmIdentifier} from '../certificate/algorithm-identifier.ts';
import {readAlternativeName} from '../certificate/extension-values.ts';
import {decodeExtension, type Extension, readExtensions} from '../certificate/extensions.ts';
import {readSubjectPublicKey, type SubjectPublicKey} from '../certificate/public-key.ts';
import {attemptDer, contextTag, type DerElement, DerError, DerFields, readOnlyElement, tags} from '../der/der.ts';
import {octetsOf, readOid, readUnusedBits} from '../der/der-values.ts';
import {attributeOids, extensionOids} from '../der/oids.ts';
import {takeIn} from '../intake/intake.ts';
import type {AlternativeNames} from '../names/alternative-names.ts';
import {type DistinguishedName, readName} from '../names/distinguished-name.ts';
import type {GeneralName} from '../names/general-name.ts';

/** What somebody asks an issuer for, proven to come from the holder of the key. */
export interface SigningRequest {
	readonly subject: DistinguishedName;
	readonly publicKey: SubjectPublicKey;
	/** Of the kinds that certificates here may carry. */
	readonly alternativeNames: AlternativeNames;
	/** What else was asked for, in words; an issuer here grants none of it. Outside text has gone through `printable`. */
	readonly notGranted: readonly string[];
}

interface Frame {
	readonly info: DerElement;
	readonly subject: DistinguishedName;
	readonly publicKey: SubjectPublicKey;
	readonly attributes: readonly Attribute[];
	readonly algorithm: AlgorithmIdentifier;
	readonly signature: Uint8Array;
}

interface Attribute {
	readonly oid: string;
	readonly values: DerElement;
}

const noNote = () => {};

/**
 * Reads a certificate signing request (RFC 2986), PEM or DER, and verifies its own signature.
 *
 * @param path - Only names the file in messages.
 * @throws {ExpectedError} `CSR_UNREADABLE` for bytes that are none; `CSR_SIGNATURE_WRONG` when the key in it did not
 * sign it, or with an algorithm that is not taken here.
 */
export function loadSigningRequest(bytes: Uint8Array, path: string): SigningRequest {
	const [item, ...others] = takeIn(bytes).items.filter(({kind}) => kind === 'certificate-request');
	if (!item || others.length > 0) {
		throw unreadable(path, item ? 'holds more than one request' : 'holds no certificate signing request');
	}

	const read = attemptDer(() => readFrame(item.der));
	if (!read.ok) {
		throw unreadable(path, `cannot be read: ${read.problem.message}`);
	}

	requireOwnSignature(read.value, path);
	const {subject, publicKey, attributes} = read.value;
	const requested = attributes.filter(({oid}) => oid === attributeOids.extensionRequest);
	const extensions = attemptDer(() =>
		requested.flatMap(({values}) =>
			readExtensions(new DerFields(values).expect(tags.sequence, 'The list of extensions'), noNote),
		),
	);
	if (!extensions.ok) {
		throw unreadable(path, `asks for extensions that cannot be read: ${extensions.problem.message}`);
	}

	const names = decodeExtension(extensions.value, extensionOids.subjectAlternativeName, readAlternativeName, noNote);
	if (names.state === 'malformed') {
		throw unreadable(path, `asks for alternative names that cannot be read: ${names.problem.message}`);
	}

	const all = names.state === 'present' ? names.value : [];
	return {
		subject,
		publicKey,
		alternativeNames: sortNames(all),
		notGranted: [
			...attributes.filter(({oid}) => oid !== attributeOids.extensionRequest).map(({oid}) => describeAttribute(oid)),
			...extensions.value.filter(({oid}) => oid !== extensionOids.subjectAlternativeName).map(describeExtension),
			...all.filter(({kind}) => kind === 'directoryName' || kind === 'other').map(describeName),
		],
	};
}

function readFrame(der: Uint8Array): Frame {
	const fields = new DerFields(readOnlyElement(der));
	const info = fields.expect(tags.sequence, 'The signed part');
	const algorithm = readAlgorithmIdentifier(fields.next('The signature algorithm'), 'The signature algorithm');
	const signature = fields.expect(tags.bitString, 'The signature');
	if (readUnusedBits(signature, 'The signature', noNote) > 0) {
		throw new DerError('bad-value', signature.offset, 'The signature is not made of whole octets');
	}

	fields.finish('The request');

	const inside = new DerFields(info);
	inside.expect(tags.integer, 'The version');
	const subject = readName(inside.next('The subject'), 'The subject', noNote);
	const publicKey = readSubjectPublicKey(inside.next('The public key'), noNote);
	const attributes = inside.optional(contextTag(0, 'constructed'), 'The attributes');
	inside.finish('The signed part');
	return {
		info,
		subject,
		publicKey,
		attributes: attributes ? [...new DerFields(attributes).rest()].map(readAttribute) : [],
		algorithm,
		signature: octetsOf(signature),
	};
}

function readAttribute(element: DerElement): Attribute {
	const fields = new DerFields(element);
	const oid = readOid(fields.next('The type of an attribute'), 'The type of an attribute');
	const values = fields.expect(tags.set, 'The values of an attribute');
	fields.finish('An attribute');
	return {oid, values};
}

/** Algorithms that a request may be signed with: those that certificates may be, ML-DSA aside. */
const ALGORITHMS: ReadonlyMap<string, {readonly kind: 'rsa' | 'ec'; readonly hash: string}> = new Map([
	['1.2.840.113549.1.1.11', {kind: 'rsa', hash: 'sha256'}],
	['1.2.840.113549.1.1.12', {kind: 'rsa', hash: 'sha384'}],
	['1.2.840.113549.1.1.13', {kind: 'rsa', hash: 'sha512'}],
	['1.2.840.10045.4.3.2', {kind: 'ec', hash: 'sha256'}],
	['1.2.840.10045.4.3.3', {kind: 'ec', hash: 'sha384'}],
	['1.2.840.10045.4.3.4', {kind: 'ec', hash: 'sha512'}],
]);

function requireOwnSignature({info, publicKey, algorithm, signature}: Frame, path: string): void {
	const known = ALGORITHMS.get(algorithm.oid);
	const key = publicKey.toKeyObject();
	if (known?.kind !== publicKey.kind || !key.ok) {
		const name = printable(algorithm.name ?? algorithm.oid);
		throw wrongSignature(path, `is signed with ${name} by a key of kind ${publicKey.kind}, which is not taken here`);
	}

	if (!isSignedBy(key.value, known.hash, info.bytes, signature)) {
		throw wrongSignature(path, 'is not signed by the key that it asks a certificate for');
	}
}

function isSignedBy(key: KeyObject, hash: string, info: Uint8Array, signature: Uint8Array): boolean {
	try {
		return verify(hash, info, {key, padding: constants.RSA_PKCS1_PADDING}, signature);
	} catch {
		return false; // Node throws on some malformed signatures instead of answering.
	}
}

function sortNames(names: readonly GeneralName[]): AlternativeNames {
	const ofKind = (kind: 'dns' | 'uri' | 'ip' | 'email') =>
		names.flatMap(name => (name.kind === kind && typeof name.value === 'string' ? [name.value] : []));
	return {dns: ofKind('dns'), uri: ofKind('uri'), ip: ofKind('ip'), email: ofKind('email')};
}

const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
	[attributeOids.challengePassword, 'a challenge password'],
	[attributeOids.microsoftExtensions, 'extensions in the way of Microsoft'],
]);

/** Without its value, which may be a secret. */
function describeAttribute(oid: string): string {
	return ATTRIBUTES.get(oid) ?? `the attribute ${oid}`;
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map(
	Object.entries(extensionOids).map(([name, oid]) => [oid, name]),
);

function describeExtension({oid, isCritical}: Extension): string {
	return `the extension ${EXTENSIONS.get(oid) ?? oid}${isCritical ? ' (critical)' : ''}`;
}

function describeName(name: GeneralName): string {
	return name.kind === 'directoryName'
		? `the directory name ${printable(name.value.text)}`
		: 'an alternative name of another kind than DNS, URI, IP and email';
}

function unreadable(path: string, reason: string): ExpectedError {
	return new ExpectedError('CSR_UNREADABLE', `${printable(path)} ${reason}.`, {
		next: ['Make one with: anchorsmith request --name NAME --subject "CN=..."'],
	});
}

function wrongSignature(path: string, reason: string): ExpectedError {
	return new ExpectedError('CSR_SIGNATURE_WRONG', `The request in ${printable(path)} ${reason}.`, {
		next: ['Have it made again on the machine that holds the key, and check that nobody changed it on the way'],
	});
}
