import {createHash} from 'node:crypto';
import type {Result} from '../../result.ts';
import {type AlgorithmIdentifier, readAlgorithmIdentifier} from '../certificate/algorithm-identifier.ts';
import {type IssuingDistributionPoint, readIssuingDistributionPoint} from '../certificate/distribution-point.ts';
import {type AuthorityKeyIdentifier, readAuthorityKeyIdentifier} from '../certificate/extension-values.ts';
import {
	type Decoded,
	decodeExtension,
	type Extension,
	type ExtensionReader,
	readExtensions,
} from '../certificate/extensions.ts';
import {
	attemptDer,
	contextTag,
	type DerElement,
	DerError,
	DerFields,
	type DerProblem,
	readOnlyElement,
	requireTag,
	tags,
} from '../der/der.ts';
import {readTime} from '../der/der-time.ts';
import {octetsOf, readInteger, readSmallInteger, readUnusedBits} from '../der/der-values.ts';
import {strictNote} from '../der/strict-note.ts';
import {encodePem} from '../intake/pem.ts';
import {type DistinguishedName, readName} from '../names/distinguished-name.ts';
import {type CrlEntry, readCrlEntries} from './crl-entry.ts';

export {type CrlEntry, REVOCATION_REASONS, type RevocationReason} from './crl-entry.ts';

/** Object identifiers of CRL extensions (RFC 5280, section 5.2). */
export const crlExtensionOids = {
	authorityKeyIdentifier: '2.5.29.35',
	issuerAlternativeName: '2.5.29.18',
	crlNumber: '2.5.29.20',
	deltaCrlIndicator: '2.5.29.27',
	issuingDistributionPoint: '2.5.29.28',
	freshestCrl: '2.5.29.46',
	authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
} as const;

/** Larger than any CRL that is worth reading here; keeps hostile input from costing much. */
export const MAX_CRL_BYTES = 64 * 1024 * 1024;

interface Fields {
	readonly tbs: DerElement;
	readonly version: number;
	readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
	readonly issuer: DistinguishedName;
	readonly thisUpdate: Date;
	readonly nextUpdate: Date | undefined;
	readonly revoked: DerElement | undefined;
	readonly extensions: readonly Extension[];
	readonly signatureAlgorithm: AlgorithmIdentifier;
	readonly signature: Uint8Array;
}

/**
 * A list of revoked certificates, to look at (RFC 5280, section 5).
 *
 * A view over the bytes it was read from, which must not change afterwards. No getter ever throws.
 */
export class Crl {
	/** The bytes it was read from. */
	readonly der: Uint8Array;
	/** 1 or 2; whatever it says otherwise, plus one. */
	readonly version: number;
	/** The algorithm that the signed part names. */
	readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
	readonly issuer: DistinguishedName;
	readonly thisUpdate: Date;
	/** Absent when the list does not say until when it holds. */
	readonly nextUpdate: Date | undefined;
	readonly extensions: readonly Extension[];
	/** The algorithm named beside the signature. */
	readonly signatureAlgorithm: AlgorithmIdentifier;
	readonly signature: Uint8Array;
	readonly #tbs: DerElement;
	readonly #revoked: DerElement | undefined;
	#entries: Result<readonly CrlEntry[], DerProblem> | undefined;
	#bySerial: ReadonlyMap<string, readonly CrlEntry[]> | undefined;
	#fingerprint: string | undefined;

	private constructor(der: Uint8Array, fields: Fields) {
		this.der = der;
		this.version = fields.version;
		this.tbsSignatureAlgorithm = fields.tbsSignatureAlgorithm;
		this.issuer = fields.issuer;
		this.thisUpdate = fields.thisUpdate;
		this.nextUpdate = fields.nextUpdate;
		this.extensions = fields.extensions;
		this.signatureAlgorithm = fields.signatureAlgorithm;
		this.signature = fields.signature;
		this.#tbs = fields.tbs;
		this.#revoked = fields.revoked;
	}

	/** Reads DER bytes. Never throws: what cannot be read at all is a problem that names the offset. */
	static read(der: Uint8Array): Result<Crl, DerProblem> {
		return attemptDer(() => {
			if (der.length > MAX_CRL_BYTES) {
				throw new DerError('bad-value', 0, `A CRL of more than ${MAX_CRL_BYTES} bytes is not read`);
			}

			return new Crl(der, readFields(readOnlyElement(der)));
		});
	}

	/** The bytes that are signed. */
	get tbs(): Uint8Array {
		return this.#tbs.bytes;
	}

	/** The certificates it lists, in its order; read when first asked for, in time proportional to their number. */
	get entries(): Result<readonly CrlEntry[], DerProblem> {
		this.#entries ??= attemptDer(() => (this.#revoked ? readCrlEntries(this.#revoked, this.issuer) : []));
		return this.#entries;
	}

	/** The entries for a serial number, by its hex as a certificate gives it; empty when they cannot be read. */
	entriesFor(serialHex: string): readonly CrlEntry[] {
		if (!this.#bySerial) {
			const bySerial = new Map<string, CrlEntry[]>();
			for (const entry of this.entries.ok ? this.entries.value : []) {
				const same = bySerial.get(entry.serialHex);
				if (same) {
					same.push(entry);
				} else {
					bySerial.set(entry.serialHex, [entry]);
				}
			}

			this.#bySerial = bySerial;
		}

		return this.#bySerial.get(serialHex) ?? [];
	}

	get authorityKeyIdentifier(): Decoded<AuthorityKeyIdentifier> {
		return this.#decode(crlExtensionOids.authorityKeyIdentifier, readAuthorityKeyIdentifier);
	}

	/** Big-endian number of the list; grows with every list of the same scope (section 5.2.3). */
	get crlNumber(): Decoded<bigint> {
		return this.#decode(crlExtensionOids.crlNumber, readNumber);
	}

	/** Present on a delta CRL: the number of the complete list that it adds to (section 5.2.4). */
	get deltaBase(): Decoded<bigint> {
		return this.#decode(crlExtensionOids.deltaCrlIndicator, readNumber);
	}

	get issuingDistributionPoint(): Decoded<IssuingDistributionPoint> {
		return this.#decode(crlExtensionOids.issuingDistributionPoint, readIssuingDistributionPoint);
	}

	/** SHA-256 of the DER, lowercase hex. */
	get fingerprint(): string {
		this.#fingerprint ??= createHash('sha256').update(this.der).digest('hex');
		return this.#fingerprint;
	}

	/** PEM with label X509 CRL and a final newline. */
	toPem(): string {
		return encodePem('X509 CRL', this.der);
	}

	#decode<Value>(oid: string, read: ExtensionReader<Value>): Decoded<Value> {
		return decodeExtension(this.extensions, oid, read, () => {});
	}
}

function readFields(outer: DerElement): Fields {
	requireTag(outer, tags.sequence, 'The CRL');
	const fields = new DerFields(outer);
	const tbs = fields.expect(tags.sequence, 'The signed part');
	const signatureAlgorithm = readAlgorithmIdentifier(fields.next('The signature algorithm'), 'The signature algorithm');
	const bits = fields.next('The signature');
	readUnusedBits(bits, 'The signature', strictNote);
	fields.finish('The CRL');
	return {...readTbs(tbs), tbs, signatureAlgorithm, signature: octetsOf(bits)};
}

function readTbs(tbs: DerElement): Omit<Fields, 'tbs' | 'signatureAlgorithm' | 'signature'> {
	const fields = new DerFields(tbs);
	const versionField = fields.optional(tags.integer, 'The version');
	const version = versionField ? readSmallInteger(versionField, 'The version', strictNote) + 1 : 1;
	const inner = 'The signature algorithm inside the signed part';
	const tbsSignatureAlgorithm = readAlgorithmIdentifier(fields.next(inner), inner);
	const issuer = readName(fields.next('The issuer'), 'The issuer', () => {});
	const thisUpdate = readTime(fields.next('thisUpdate'), 'thisUpdate', lenientTime);
	const nextUpdateField =
		fields.optional(tags.utcTime, 'nextUpdate') ?? fields.optional(tags.generalizedTime, 'nextUpdate');
	const nextUpdate = nextUpdateField && readTime(nextUpdateField, 'nextUpdate', lenientTime);
	const revoked = fields.optional(tags.sequence, 'The list of revoked certificates');
	const wrapper = fields.optional(contextTag(0, 'constructed'), 'The extensions');
	fields.finish('The signed part');
	return {version, tbsSignatureAlgorithm, issuer, thisUpdate, nextUpdate, revoked, extensions: readWrapped(wrapper)};
}

/** Times of lists are read as other programs read them: their date is what counts. */
function lenientTime(): void {}

function readWrapped(wrapper: DerElement | undefined): readonly Extension[] {
	if (!wrapper) {
		return [];
	}

	const fields = new DerFields(wrapper);
	const extensions = readExtensions(fields.next('The extensions'), () => {});
	fields.finish('The extensions');
	return extensions;
}

function readNumber(element: DerElement): bigint {
	const fields = readOnlyElement(element.contents);
	const octets = readInteger(fields, 'A CRL number', strictNote);
	if ((octets[0] ?? 0) >= 0x80 || octets.length > 64) {
		throw new DerError('bad-value', element.offset, 'A CRL number is negative or far too large');
	}

	return BigInt(`0x${Buffer.from(octets).toString('hex')}`);
}
