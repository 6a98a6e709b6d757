import type {AlgorithmIdentifier} from '../certificate/algorithm-identifier.ts';
import {readAlgorithmIdentifier} from '../certificate/algorithm-identifier.ts';
import type {PublicKeyKind} from '../certificate/public-key.ts';
import {attemptDer, contextTag, type DerElement, DerError, DerFields, requireTag, tags} from '../der/der.ts';
import {readSmallInteger} from '../der/der-values.ts';
import {strictNote} from '../der/strict-note.ts';

/** How a signature is verified with `node:crypto`. */
export interface SignatureAlgorithm {
	/** Kinds of key that can have made it. */
	readonly keyKinds: readonly PublicKeyKind[];
	/** Undefined where the message itself is signed. */
	readonly digest: string | undefined;
	/** Present for RSASSA-PSS. */
	readonly saltLength?: number;
	/** RSASSA-PSS-params as DER, where the mask is made with another hash; Node learns that from the key alone. */
	readonly pssParameters?: Uint8Array;
	/** For the algorithms that differ by key alone: the key's object identifier must be this. */
	readonly keyOid?: string;
}

/** Why signatures by this algorithm are not looked at. */
export type AlgorithmRefusal = {readonly refusedBecause: string};

type Entry = SignatureAlgorithm & {readonly parameters: 'null' | 'absent'};

const rsa = (digest: string): Entry => ({keyKinds: ['rsa'], digest, parameters: 'null'});
const ecdsa = (digest: string): Entry => ({keyKinds: ['ec'], digest, parameters: 'absent'});
const pure = (kind: PublicKeyKind, keyOid: string): Entry => ({
	keyKinds: [kind],
	digest: undefined,
	parameters: 'absent',
	keyOid,
});

const ALGORITHMS: ReadonlyMap<string, Entry> = new Map([
	['1.2.840.113549.1.1.14', rsa('sha224')],
	['1.2.840.113549.1.1.11', rsa('sha256')],
	['1.2.840.113549.1.1.12', rsa('sha384')],
	['1.2.840.113549.1.1.13', rsa('sha512')],
	['1.2.840.10045.4.3.1', ecdsa('sha224')],
	['1.2.840.10045.4.3.2', ecdsa('sha256')],
	['1.2.840.10045.4.3.3', ecdsa('sha384')],
	['1.2.840.10045.4.3.4', ecdsa('sha512')],
	['1.3.101.112', pure('ed25519', '1.3.101.112')],
	['1.3.101.113', pure('ed448', '1.3.101.113')],
	['2.16.840.1.101.3.4.3.17', pure('ml-dsa', '2.16.840.1.101.3.4.3.17')],
	['2.16.840.1.101.3.4.3.18', pure('ml-dsa', '2.16.840.1.101.3.4.3.18')],
	['2.16.840.1.101.3.4.3.19', pure('ml-dsa', '2.16.840.1.101.3.4.3.19')],
]);

/** Broken: anyone can make two messages with one hash. */
const BROKEN: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.1.1.2', 'MD2'],
	['1.2.840.113549.1.1.3', 'MD4'],
	['1.2.840.113549.1.1.4', 'MD5'],
	['1.2.840.113549.1.1.5', 'SHA-1'],
	['1.3.14.3.2.29', 'SHA-1'],
	['1.2.840.10045.4.1', 'SHA-1'],
	['1.2.840.10040.4.3', 'SHA-1'],
]);

const PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const SHA1 = '1.3.14.3.2.26';

const HASHES: ReadonlyMap<string, string> = new Map([
	['2.16.840.1.101.3.4.2.4', 'sha224'],
	['2.16.840.1.101.3.4.2.1', 'sha256'],
	['2.16.840.1.101.3.4.2.2', 'sha384'],
	['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Finds how to verify by what the AlgorithmIdentifier says, parameters included (RFC 4055, 5758, 8410, 9881). */
export function findSignatureAlgorithm(identifier: AlgorithmIdentifier): SignatureAlgorithm | AlgorithmRefusal {
	const broken = BROKEN.get(identifier.oid);
	if (broken !== undefined) {
		return {refusedBecause: `with ${broken}, which no longer proves anything`};
	}

	if (identifier.oid === PSS) {
		return readPss(identifier.parameters);
	}

	const {oid, name = oid, parameters} = identifier;
	const entry = ALGORITHMS.get(oid);
	if (!entry) {
		return {refusedBecause: `with ${name}, which is not verified here`};
	}

	const isNull = parameters?.identifier === tags.null && parameters.contentsLength === 0;
	const isSound = parameters === undefined || (entry.parameters === 'null' && isNull);
	return isSound ? entry : {refusedBecause: `with ${name} and parameters that it does not have`};
}

/** RSASSA-PSS-params (RFC 4055, section 3.1). */
function readPss(parameters: DerElement | undefined): SignatureAlgorithm | AlgorithmRefusal {
	const read = attemptDer(() => {
		if (!parameters) {
			return {hash: SHA1, mask: SHA1, saltLength: 20, trailer: 1};
		}

		requireTag(parameters, tags.sequence, 'The parameters');
		const fields = new DerFields(parameters);
		const hash = hashIn(fields.optional(contextTag(0, 'constructed'), 'The hash'));
		const mask = maskIn(fields.optional(contextTag(1, 'constructed'), 'The mask'));
		const saltLength = numberIn(fields.optional(contextTag(2, 'constructed'), 'The salt'), 20);
		const trailer = numberIn(fields.optional(contextTag(3, 'constructed'), 'The trailer'), 1);
		fields.finish('The parameters');
		return {hash, mask, saltLength, trailer};
	});
	if (!read.ok) {
		return {refusedBecause: 'with RSASSA-PSS, whose parameters cannot be read'};
	}

	const {hash, mask, saltLength, trailer} = read.value;
	const digest = HASHES.get(hash);
	if (hash === SHA1 || mask === SHA1) {
		return {refusedBecause: 'with RSASSA-PSS over SHA-1, which no longer proves anything'};
	}

	if (digest === undefined || !HASHES.has(mask) || trailer !== 1 || saltLength > 4096) {
		return {refusedBecause: 'with RSASSA-PSS in a form that is not verified here'};
	}

	const isMixed = mask !== hash && parameters !== undefined;
	return {keyKinds: ['rsa', 'rsa-pss'], digest, saltLength, ...(isMixed && {pssParameters: parameters.bytes})};
}

function hashIn(wrapper: DerElement | undefined): string {
	return wrapper ? hashOf(inside(wrapper)) : SHA1;
}

function maskIn(wrapper: DerElement | undefined): string {
	if (!wrapper) {
		return SHA1;
	}

	const mask = readAlgorithmIdentifier(inside(wrapper), 'The mask');
	if (mask.oid !== MGF1 || !mask.parameters) {
		throw new DerError('bad-value', wrapper.offset, 'The mask is not MGF1');
	}

	return hashOf(mask.parameters);
}

function hashOf(element: DerElement): string {
	const {oid, parameters} = readAlgorithmIdentifier(element, 'The hash');
	if (parameters && parameters.identifier !== tags.null) {
		throw new DerError('bad-value', element.offset, 'The hash has parameters');
	}

	return oid;
}

function numberIn(wrapper: DerElement | undefined, otherwise: number): number {
	return wrapper ? readSmallInteger(inside(wrapper), 'A number of the parameters', strictNote) : otherwise;
}

function inside(wrapper: DerElement): DerElement {
	const fields = new DerFields(wrapper);
	const element = fields.next('A parameter');
	fields.finish('A parameter');
	return element;
}
