import {createPublicKey, type KeyObject} from 'node:crypto';
import {ok, problem, type Result} from '../../result.ts';
import {
	attemptDer,
	type DerElement,
	DerError,
	DerFields,
	type DerProblem,
	readEmbedded,
	requireTag,
	tags,
} from '../der/der.ts';
import {hexOf, type Note, octetsOf, readInteger, readOid, readUnusedBits} from '../der/der-values.ts';
import {type CurveName, curveName} from '../der/oids.ts';
import {type AlgorithmIdentifier, readAlgorithmIdentifier} from './algorithm-identifier.ts';

export type {AlgorithmIdentifier} from './algorithm-identifier.ts';

/** Families of public keys that certificates are seen with. */
export type PublicKeyKind = 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448' | 'ml-dsa' | 'unknown';

export interface RsaParameters {
	readonly modulusBits: number;
	/** Big-endian, a leading zero included where there is one. */
	readonly modulus: Uint8Array;
	readonly exponent: bigint;
}

export interface EcParameters {
	/** Absent when the curve is not named, or its name is not known here. */
	readonly curve?: CurveName;
	/** The object identifier that names the curve. */
	readonly curveOid?: string;
	/** True when the curve is spelled out instead of named (RFC 5480, section 2.1.1 forbids it). */
	readonly hasExplicitParameters: boolean;
}

const KINDS: ReadonlyMap<string, PublicKeyKind> = new Map([
	['1.2.840.113549.1.1.1', 'rsa'],
	['1.2.840.113549.1.1.10', 'rsa-pss'],
	['1.2.840.10045.2.1', 'ec'],
	['1.3.101.112', 'ed25519'],
	['1.3.101.113', 'ed448'],
	['2.16.840.1.101.3.4.3.17', 'ml-dsa'],
	['2.16.840.1.101.3.4.3.18', 'ml-dsa'],
	['2.16.840.1.101.3.4.3.19', 'ml-dsa'],
]);

const MAX_EXPONENT_OCTETS = 4096;

/** A SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7). A view: numbers are decoded when first asked for. */
export class SubjectPublicKey {
	readonly algorithm: AlgorithmIdentifier;
	readonly kind: PublicKeyKind;
	readonly #element: DerElement;
	readonly #key: DerElement;
	#rsa: Result<RsaParameters, DerProblem> | undefined;
	#ec: Result<EcParameters, DerProblem> | undefined;

	constructor(element: DerElement, algorithm: AlgorithmIdentifier, key: DerElement) {
		this.algorithm = algorithm;
		this.kind = KINDS.get(algorithm.oid) ?? 'unknown';
		this.#element = element;
		this.#key = key;
	}

	/** The whole SubjectPublicKeyInfo. */
	get der(): Uint8Array {
		return this.#element.bytes;
	}

	/** The octets of the BIT STRING. */
	get keyBytes(): Uint8Array {
		return octetsOf(this.#key);
	}

	/** Size of an RSA key, RSASSA-PSS included; absent for other kinds and for one that {@link problem} is about. */
	get rsa(): RsaParameters | undefined {
		return this.kind === 'rsa' || this.kind === 'rsa-pss' ? valueOfResult(this.#readRsa()) : undefined;
	}

	/** Curve of an EC key; absent for other kinds and for one that {@link problem} is about. */
	get ec(): EcParameters | undefined {
		return this.kind === 'ec' ? valueOfResult(this.#readEc()) : undefined;
	}

	/** Why the numbers of an RSA or EC key cannot be read; absent when they can. */
	get problem(): DerProblem | undefined {
		const read =
			this.kind === 'rsa' || this.kind === 'rsa-pss'
				? this.#readRsa()
				: this.kind === 'ec'
					? this.#readEc()
					: undefined;
		return read?.ok === false ? read.problem : undefined;
	}

	/** Node's own object for it. Fails, with Node's reason, for what Node cannot use. */
	toKeyObject(): Result<KeyObject, string> {
		try {
			return ok(createPublicKey({key: Buffer.from(this.der), format: 'der', type: 'spki'}));
		} catch (error) {
			return problem(error instanceof Error ? error.message : String(error));
		}
	}

	#readRsa(): Result<RsaParameters, DerProblem> {
		this.#rsa ??= attemptDer(() => readRsaKey(this.#key));
		return this.#rsa;
	}

	#readEc(): Result<EcParameters, DerProblem> {
		this.#ec ??= attemptDer(() => readCurve(this.algorithm.parameters, this.#key));
		return this.#ec;
	}
}

/** @throws {DerError} */
export function readSubjectPublicKey(element: DerElement, note: Note): SubjectPublicKey {
	requireTag(element, tags.sequence, 'The public key');
	const fields = new DerFields(element);
	const algorithm = readAlgorithmIdentifier(fields.next('The key algorithm'), 'The key algorithm');
	const key = fields.next('The public key');
	readUnusedBits(key, 'The public key', note);
	fields.finish('The public key');
	return new SubjectPublicKey(element, algorithm, key);
}

function readRsaKey(key: DerElement): RsaParameters {
	const sequence = readEmbedded(key, 1, 'the RSA key');
	requireTag(sequence, tags.sequence, 'The RSA key');
	const fields = new DerFields(sequence);
	const modulus = readPositive(fields.next('The RSA modulus'), 'The RSA modulus');
	const exponent = readPositive(fields.next('The RSA exponent'), 'The RSA exponent');
	fields.finish('The RSA key');
	if (exponent.length > MAX_EXPONENT_OCTETS) {
		throw new DerError('bad-value', key.offset, 'The RSA exponent is longer than any modulus');
	}

	const first = modulus.findIndex(octet => octet !== 0);
	const modulusBits = first === -1 ? 0 : (modulus.length - first) * 8 - Math.clz32((modulus[first] ?? 0) << 24);
	return {modulusBits, modulus, exponent: BigInt(`0x${hexOf(exponent)}`)};
}

function readPositive(element: DerElement, what: string): Uint8Array {
	const octets = readInteger(element, what, () => {});
	if ((octets[0] ?? 0) >= 0x80) {
		throw new DerError('bad-value', element.offset, `${what} is negative`);
	}

	return octets;
}

function readCurve(parameters: DerElement | undefined, key: DerElement): EcParameters {
	if (parameters?.identifier === tags.sequence) {
		return {hasExplicitParameters: true};
	}

	if (parameters?.identifier !== tags.oid) {
		throw new DerError(
			'unexpected',
			parameters?.offset ?? key.offset,
			'The EC key does not say on which curve it lies',
		);
	}

	const curveOid = readOid(parameters, 'The curve');
	const curve = curveName(curveOid);
	return {...(curve && {curve}), curveOid, hasExplicitParameters: false};
}

function valueOfResult<Value>(result: Result<Value, unknown>): Value | undefined {
	return result.ok ? result.value : undefined;
}
