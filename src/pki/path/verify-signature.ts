import {constants, createPublicKey, type KeyObject, verify} from 'node:crypto';
import {ok, problem, type Result} from '../../result.ts';
import type {AlgorithmIdentifier, SubjectPublicKey} from '../certificate/public-key.ts';
import {bitString, objectIdentifier, sequence} from '../der/der-writer.ts';
import type {SignatureAlgorithm} from './signature-algorithm.ts';

/** Something signed: a certificate or a CRL. */
export interface Signed {
	/** The bytes that are signed. */
	readonly tbs: Uint8Array;
	readonly signature: Uint8Array;
	readonly signatureAlgorithm: AlgorithmIdentifier;
}

/** Smaller RSA keys have been factored for sport. */
const MIN_RSA_BITS = 1024;

/** Larger RSA keys cost much to verify with and are seen nowhere. */
const MAX_RSA_BITS = 16_384;

const CURVES: ReadonlySet<string | undefined> = new Set(['p256', 'p384', 'p521']);

/** Making Node's key objects takes longer than verifying with them, and the same few issuers come again and again. */
const keys = new Map<string, Result<KeyObject, string>>();

const MAX_KEYS = 256;

/** Why signatures by this key are not looked at; undefined when they are. */
export function keyProblem(key: SubjectPublicKey): string | undefined {
	const {rsa, ec, kind} = key;
	if (kind === 'rsa' || kind === 'rsa-pss') {
		const bits = rsa?.modulusBits ?? 0;
		if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
			return `its RSA key has ${bits} bits`;
		}

		const exponent = rsa?.exponent ?? 0n;
		return exponent < 3n || exponent % 2n === 0n ? `its RSA key has the exponent ${exponent}` : undefined;
	}

	if (kind === 'ec') {
		return CURVES.has(ec?.curve) ? undefined : 'its key lies on a curve other than P-256, P-384 and P-521';
	}

	return kind === 'unknown' ? `its key is of a kind that is not known here (${key.algorithm.oid})` : undefined;
}

/** True when the key made the signature. Never throws; whatever Node cannot use has not signed. */
export function isSignedBy({tbs, signature}: Signed, key: SubjectPublicKey, how: SignatureAlgorithm): boolean {
	const keyObject = keyObjectOf(key, how);
	if (!keyObject.ok || !how.keyKinds.includes(key.kind) || (how.keyOid ?? key.algorithm.oid) !== key.algorithm.oid) {
		return false;
	}

	try {
		return verify(how.digest, tbs, withPadding(keyObject.value, key, how), signature);
	} catch {
		return false; // Node throws on some malformed signatures instead of answering.
	}
}

function withPadding(key: KeyObject, {kind}: SubjectPublicKey, {saltLength}: SignatureAlgorithm) {
	if (kind !== 'rsa' && kind !== 'rsa-pss') {
		return key;
	}

	return saltLength === undefined
		? {key, padding: constants.RSA_PKCS1_PADDING}
		: {key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength};
}

function keyObjectOf(key: SubjectPublicKey, {pssParameters}: SignatureAlgorithm): Result<KeyObject, string> {
	const isFree = pssParameters !== undefined && (key.kind === 'rsa' || key.algorithm.parameters === undefined);
	const der = isFree ? pssKey(key, pssParameters) : key.der;
	const spki = Buffer.from(der).toString('latin1');
	const before = keys.get(spki);
	if (before) {
		return before;
	}

	if (keys.size >= MAX_KEYS) {
		keys.clear();
	}

	const read = isFree ? readKey(der) : key.toKeyObject();
	keys.set(spki, read);
	return read;
}

/** An RSA key written as one for RSASSA-PSS with these parameters (RFC 4055, section 1.2). */
function pssKey({keyBytes}: SubjectPublicKey, parameters: Uint8Array): Uint8Array {
	return sequence(sequence(objectIdentifier('1.2.840.113549.1.1.10'), parameters), bitString(keyBytes));
}

function readKey(spki: Uint8Array): Result<KeyObject, string> {
	try {
		return ok(createPublicKey({key: Buffer.from(spki), format: 'der', type: 'spki'}));
	} catch (error) {
		return problem(error instanceof Error ? error.message : String(error));
	}
}

/** About how many microseconds one verification takes; what the work budget counts. */
export function verificationCost({kind, rsa, ec}: SubjectPublicKey): number {
	if (rsa) {
		const size = (rsa.modulusBits / 2048) ** 2;
		return Math.ceil(size * (rsa.exponent < 0x1_00_00_00n ? 30 : 2000));
	}

	const byCurve: Readonly<Record<string, number>> = {p256: 200, p384: 1500, p521: 3000};
	return kind === 'ec' ? (byCurve[ec?.curve ?? ''] ?? 3000) : 250;
}
