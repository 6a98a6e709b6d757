import {hash} from 'node:crypto';
import type {Result} from '../../result.ts';
import {attemptDer, type DerElement, DerError, type DerProblem, readOnlyElement} from '../der/der.ts';
import {areSameBytes, type Note, octetsOf} from '../der/der-values.ts';
import {extensionOids} from '../der/oids.ts';
import {encodePem} from '../intake/pem.ts';
import type {DistinguishedName} from '../names/distinguished-name.ts';
import type {GeneralName} from '../names/general-name.ts';
import type {AlgorithmIdentifier} from './algorithm-identifier.ts';
import {type CertificateFrame, readFrame, type Validity} from './certificate-frame.ts';
import {
	type AuthorityKeyIdentifier,
	type BasicConstraints,
	type KeyUsage,
	readAlternativeName,
	readAuthorityKeyIdentifier,
	readBasicConstraints,
	readExtendedKeyUsage,
	readKeyUsage,
	readSubjectKeyIdentifier,
} from './extension-values.ts';
import {type Decoded, decodeExtension, type Extension, type ExtensionReader} from './extensions.ts';
import type {SubjectPublicKey} from './public-key.ts';
import type {SerialNumber} from './serial-number.ts';

export type {AlgorithmIdentifier} from './algorithm-identifier.ts';
export type {Validity} from './certificate-frame.ts';
export {type AuthorityKeyIdentifier, type BasicConstraints, KEY_USAGES, type KeyUsage} from './extension-values.ts';
export {type Decoded, decodedValue, decodedValue as valueOf, type Extension} from './extensions.ts';
export {SerialNumber} from './serial-number.ts';

/** Why bytes are not a certificate that can be read at all. */
export type CertificateProblem = DerProblem;

/** Larger than any certificate; keeps hostile input from costing much. */
export const MAX_CERTIFICATE_BYTES = 1024 * 1024;

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
	readonly #tbs: DerElement;
	readonly #signature: DerElement;
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

	private constructor(der: Uint8Array, frame: CertificateFrame) {
		this.der = der;
		this.version = frame.version;
		this.serial = frame.serial;
		this.tbsSignatureAlgorithm = frame.tbsSignatureAlgorithm;
		this.issuer = frame.issuer;
		this.validity = frame.validity;
		this.subject = frame.subject;
		this.publicKey = frame.publicKey;
		this.extensions = frame.extensions;
		this.signatureAlgorithm = frame.signatureAlgorithm;
		this.#signature = frame.signature;
		this.#tbs = frame.tbs;
		this.#notes = frame.notes;
	}

	/** Reads DER bytes. Never throws: what cannot be read at all is a problem that names the offset. */
	static read(der: Uint8Array): Result<Certificate, CertificateProblem> {
		return attemptDer(() => {
			if (der.length > MAX_CERTIFICATE_BYTES) {
				throw new DerError('bad-value', 0, `A certificate of more than ${MAX_CERTIFICATE_BYTES} bytes is not read`);
			}

			return new Certificate(der, readFrame(readOnlyElement(der)));
		});
	}

	/** The bytes that are signed. */
	get tbs(): Uint8Array {
		return this.#tbs.bytes;
	}

	/** The octets of the signature's BIT STRING. */
	get signature(): Uint8Array {
		return octetsOf(this.#signature);
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
