import {hash} from 'node:crypto';
import type {Result} from '../result.ts';
import {type AlgorithmIdentifier, readAlgorithmIdentifier} from './algorithm-identifier.ts';
import {
	attemptDer,
	contextTag,
	type DerElement,
	DerError,
	DerFields,
	type DerProblem,
	derProblem,
	readOnlyElement,
	requireTag,
	tags,
} from './der.ts';
import {readTime} from './der-time.ts';
import {areSameBytes, type Note, readBitString, readBits, readInteger, readSmallInteger} from './der-values.ts';
import {type DistinguishedName, readName} from './distinguished-name.ts';
import {
	type AuthorityKeyIdentifier,
	type BasicConstraints,
	type Decoded,
	decodeExtension,
	type Extension,
	type ExtensionReader,
	type KeyUsage,
	readAlternativeName,
	readAuthorityKeyIdentifier,
	readBasicConstraints,
	readExtendedKeyUsage,
	readExtensions,
	readKeyUsage,
	readSubjectKeyIdentifier,
} from './extensions.ts';
import type {GeneralName} from './general-name.ts';
import {extensionOids} from './oids.ts';
import {encodePem} from './pem.ts';
import {readSubjectPublicKey, type SubjectPublicKey} from './public-key.ts';
import {SerialNumber} from './serial-number.ts';

export type {AlgorithmIdentifier} from './algorithm-identifier.ts';
export {
	type AuthorityKeyIdentifier,
	type BasicConstraints,
	type Decoded,
	decodedValue,
	decodedValue as valueOf,
	type Extension,
	KEY_USAGES,
	type KeyUsage,
} from './extensions.ts';
export {SerialNumber} from './serial-number.ts';

/** Why bytes are not a certificate that can be read at all. */
export type CertificateProblem = DerProblem;

/** From and until when a certificate is valid, both ends included (RFC 5280, section 4.1.2.5). */
export interface Validity {
	readonly notBefore: Date;
	readonly notAfter: Date;
}

/** Larger than any certificate; keeps hostile input from costing much. */
export const MAX_CERTIFICATE_BYTES = 1024 * 1024;

/** Far beyond the 20 that RFC 5280 allows; turning longer ones into decimal would cost seconds. */
const MAX_SERIAL_OCTETS = 4096;

interface Fields {
	readonly tbs: DerElement;
	readonly version: number;
	readonly serial: SerialNumber;
	readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
	readonly issuer: DistinguishedName;
	readonly validity: Validity;
	readonly subject: DistinguishedName;
	readonly publicKey: SubjectPublicKey;
	readonly extensions: readonly Extension[];
	readonly signatureAlgorithm: AlgorithmIdentifier;
	readonly signature: Uint8Array;
	/** What was noted so far, and what decoding the rest adds. */
	readonly notes: DerProblem[];
}

/**
 * An X.509 certificate, to look at (RFC 5280, section 4.1).
 *
 * A view over the bytes it was read from, which must not change afterwards. The frame is read at once; extensions,
 * key numbers and texts are decoded when first asked for, and no getter ever throws.
 */
export class Certificate {
	/** The bytes it was read from. */
	readonly der: Uint8Array;
	/** 1, 2 or 3; whatever it says otherwise, plus one. */
	readonly version: number;
	readonly serial: SerialNumber;
	/** The algorithm that the signed part names. */
	readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
	readonly issuer: DistinguishedName;
	readonly validity: Validity;
	readonly subject: DistinguishedName;
	readonly publicKey: SubjectPublicKey;
	/** In the order of the certificate, duplicates kept. */
	readonly extensions: readonly Extension[];
	/** The algorithm named beside the signature. */
	readonly signatureAlgorithm: AlgorithmIdentifier;
	/** The octets of the signature's BIT STRING. */
	readonly signature: Uint8Array;
	readonly #tbs: DerElement;
	readonly #notes: DerProblem[];
	readonly #note: Note = problem => void this.#notes.push(problem);
	#basicConstraints: Decoded<BasicConstraints> | undefined;
	#keyUsage: Decoded<readonly KeyUsage[]> | undefined;
	#extendedKeyUsage: Decoded<readonly string[]> | undefined;
	#subjectAlternativeName: Decoded<readonly GeneralName[]> | undefined;
	#subjectKeyIdentifier: Decoded<string> | undefined;
	#authorityKeyIdentifier: Decoded<AuthorityKeyIdentifier> | undefined;
	#encodingProblems: readonly DerProblem[] | undefined;
	#fingerprint: string | undefined;

	private constructor(der: Uint8Array, fields: Fields) {
		this.der = der;
		this.version = fields.version;
		this.serial = fields.serial;
		this.tbsSignatureAlgorithm = fields.tbsSignatureAlgorithm;
		this.issuer = fields.issuer;
		this.validity = fields.validity;
		this.subject = fields.subject;
		this.publicKey = fields.publicKey;
		this.extensions = fields.extensions;
		this.signatureAlgorithm = fields.signatureAlgorithm;
		this.signature = fields.signature;
		this.#tbs = fields.tbs;
		this.#notes = fields.notes;
	}

	/** Reads DER bytes. Never throws: what cannot be read at all is a problem that names the offset. */
	static read(der: Uint8Array): Result<Certificate, CertificateProblem> {
		return attemptDer(() => {
			if (der.length > MAX_CERTIFICATE_BYTES) {
				throw new DerError('bad-value', 0, `A certificate of more than ${MAX_CERTIFICATE_BYTES} bytes is not read`);
			}

			return new Certificate(der, readFields(readOnlyElement(der)));
		});
	}

	/** The bytes that are signed. */
	get tbs(): Uint8Array {
		return this.#tbs.bytes;
	}

	get basicConstraints(): Decoded<BasicConstraints> {
		this.#basicConstraints ??= this.#decode(extensionOids.basicConstraints, readBasicConstraints);
		return this.#basicConstraints;
	}

	get keyUsage(): Decoded<readonly KeyUsage[]> {
		this.#keyUsage ??= this.#decode(extensionOids.keyUsage, readKeyUsage);
		return this.#keyUsage;
	}

	/** Object identifiers of the purposes. */
	get extendedKeyUsage(): Decoded<readonly string[]> {
		this.#extendedKeyUsage ??= this.#decode(extensionOids.extendedKeyUsage, readExtendedKeyUsage);
		return this.#extendedKeyUsage;
	}

	get subjectAlternativeName(): Decoded<readonly GeneralName[]> {
		this.#subjectAlternativeName ??= this.#decode(extensionOids.subjectAlternativeName, readAlternativeName);
		return this.#subjectAlternativeName;
	}

	/** Lowercase hex. */
	get subjectKeyIdentifier(): Decoded<string> {
		this.#subjectKeyIdentifier ??= this.#decode(extensionOids.subjectKeyIdentifier, readSubjectKeyIdentifier);
		return this.#subjectKeyIdentifier;
	}

	get authorityKeyIdentifier(): Decoded<AuthorityKeyIdentifier> {
		this.#authorityKeyIdentifier ??= this.#decode(extensionOids.authorityKeyIdentifier, readAuthorityKeyIdentifier);
		return this.#authorityKeyIdentifier;
	}

	/** Deviations from DER and from RFC 5280's encoding that could be read past, by offset. Decodes everything. */
	get encodingProblems(): readonly DerProblem[] {
		this.#encodingProblems ??= this.#findEncodingProblems();
		return this.#encodingProblems;
	}

	/** SHA-256 of the DER, lowercase hex. */
	get fingerprint(): string {
		this.#fingerprint ??= hash('sha256', this.der, 'hex');
		return this.#fingerprint;
	}

	/** True when issuer and subject are the same bytes. */
	get isSelfIssued(): boolean {
		return areSameBytes(this.issuer.der, this.subject.der);
	}

	/** PEM with label CERTIFICATE and a final newline. */
	toPem(): string {
		return encodePem('CERTIFICATE', this.der);
	}

	#decode<Value>(oid: string, read: ExtensionReader<Value>): Decoded<Value> {
		return decodeExtension(this.extensions, oid, read, this.#note);
	}

	#findEncodingProblems(): readonly DerProblem[] {
		for (const attribute of [...this.issuer.rdns, ...this.subject.rdns].flat()) {
			attribute.decode(this.#note);
		}

		void [
			this.basicConstraints,
			this.keyUsage,
			this.extendedKeyUsage,
			this.subjectAlternativeName,
			this.subjectKeyIdentifier,
			this.authorityKeyIdentifier,
		];
		return this.#notes.toSorted((one, other) => one.offset - other.offset);
	}
}

function readFields(outer: DerElement): Fields {
	const notes: DerProblem[] = [];
	const note: Note = problem => void notes.push(problem);
	requireTag(outer, tags.sequence, 'The certificate');
	const fields = new DerFields(outer);
	const tbs = fields.expect(tags.sequence, 'The signed part');
	const signatureAlgorithm = readAlgorithmIdentifier(fields.next('The signature algorithm'), 'The signature algorithm');
	const signature = readBitString(fields.next('The signature'), 'The signature', note).octets;
	fields.finish('The certificate');
	return {...readTbs(tbs, note), tbs, signatureAlgorithm, signature, notes};
}

function readTbs(tbs: DerElement, note: Note): Omit<Fields, 'tbs' | 'signatureAlgorithm' | 'signature' | 'notes'> {
	const fields = new DerFields(tbs);
	const version = readVersion(fields.optional(contextTag(0, 'constructed'), 'The version'), note);
	const serial = readSerial(fields.next('The serial number'), note);
	const inner = 'The signature algorithm inside the signed part';
	const tbsSignatureAlgorithm = readAlgorithmIdentifier(fields.next(inner), inner);
	const issuer = readName(fields.next('The issuer'), 'The issuer', note);
	const validity = readValidity(fields.expect(tags.sequence, 'The validity'), note);
	const subject = readName(fields.next('The subject'), 'The subject', note);
	const publicKey = readSubjectPublicKey(fields.next('The public key'), note);
	for (const number of [1, 2]) {
		const uniqueIdentifier = fields.optional(contextTag(number, 'primitive'), 'A unique identifier');
		if (uniqueIdentifier) {
			readBits(uniqueIdentifier, 'A unique identifier', note);
		}
	}

	const wrapper = fields.optional(contextTag(3, 'constructed'), 'The extensions');
	const extensions = wrapper ? readExtensions(onlyChild(wrapper, 'The extensions'), note) : [];
	fields.finish('The signed part');
	return {version, serial, tbsSignatureAlgorithm, issuer, validity, subject, publicKey, extensions};
}

function readVersion(wrapper: DerElement | undefined, note: Note): number {
	if (!wrapper) {
		return 1;
	}

	const version = readSmallInteger(onlyChild(wrapper, 'The version'), 'The version', note) + 1;
	if (version === 1) {
		note(derProblem('bad-value', wrapper.offset, 'The certificate spells out version 1, which DER leaves out'));
	}

	return version;
}

function readSerial(element: DerElement, note: Note): SerialNumber {
	const octets = readInteger(element, 'The serial number', note);
	if (octets.length > MAX_SERIAL_OCTETS) {
		throw new DerError(
			'bad-value',
			element.offset,
			`A serial number of more than ${MAX_SERIAL_OCTETS} bytes is not read`,
		);
	}

	return new SerialNumber(octets);
}

function readValidity(sequence: DerElement, note: Note): Validity {
	const fields = new DerFields(sequence);
	const notBefore = readTime(fields.next('notBefore'), 'notBefore', note);
	const notAfter = readTime(fields.next('notAfter'), 'notAfter', note);
	fields.finish('The validity');
	return {notBefore, notAfter};
}

function onlyChild(wrapper: DerElement, what: string): DerElement {
	const fields = new DerFields(wrapper);
	const child = fields.next(what);
	fields.finish(what);
	return child;
}
