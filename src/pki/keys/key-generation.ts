import {createECDH, createPrivateKey, type ECDH, generateKeyPair, type KeyObject} from 'node:crypto';
import {promisify} from 'node:util';
import {bitString, explicit, integer, nothing, objectIdentifier, octetString, sequence} from '../der/der-writer.ts';
import type {KeyAlgorithm} from './algorithm.ts';

/** A public key as certificates carry it. */
export interface EncodedPublicKey {
	/** SubjectPublicKeyInfo. RFC 5280, 4.1.2.7. */
	readonly spki: Uint8Array;
	/** What its BIT STRING holds, from which key identifiers are made. */
	readonly bits: Uint8Array;
}

/** A key that was made here. */
export interface GeneratedKey {
	readonly publicKey: EncodedPublicKey;
	/** PKCS#8 PrivateKeyInfo, not encrypted (RFC 5208, 5). */
	readonly pkcs8: Uint8Array;
	/** For signing with it; costs as much as several signatures, so it is made only when asked for. */
	toKeyObject(): KeyObject;
}

/**
 * Makes a key; EC on a named curve (CA-11), RSA with exponent 65537.
 *
 * RSA takes long and is made on a thread of its own, so that several keys are made at once. EC is made at
 * once and encoded here: that takes a fifth of the time that Node takes to encode one (ADR 1).
 */
export async function generateKey(algorithm: KeyAlgorithm): Promise<GeneratedKey> {
	switch (algorithm) {
		case 'p256':
		case 'p384':
		case 'p521':
			return makeEcKey(curves[algorithm]);
		case 'rsa2048':
		case 'rsa3072':
		case 'rsa4096':
			return makeRsaKey(Number(algorithm.slice('rsa'.length)));
	}
}

interface Curve {
	/** Makes a new pair each time that it is asked. */
	readonly generator: ECDH;
	/** Of a private key, in octets. */
	readonly size: number;
	/** AlgorithmIdentifier with the named curve. RFC 5480, 2.1.1. */
	readonly algorithm: Uint8Array;
}

const ecPublicKey = objectIdentifier('1.2.840.10045.2.1');
const curves: Readonly<Record<'p256' | 'p384' | 'p521', Curve>> = {
	p256: {
		generator: createECDH('prime256v1'),
		size: 32,
		algorithm: sequence(ecPublicKey, objectIdentifier('1.2.840.10045.3.1.7')),
	},
	p384: {
		generator: createECDH('secp384r1'),
		size: 48,
		algorithm: sequence(ecPublicKey, objectIdentifier('1.3.132.0.34')),
	},
	p521: {
		generator: createECDH('secp521r1'),
		size: 66,
		algorithm: sequence(ecPublicKey, objectIdentifier('1.3.132.0.35')),
	},
};

function makeEcKey({generator, size, algorithm}: Curve): GeneratedKey {
	const point = generator.generateKeys();
	const scalar = Buffer.alloc(size);
	const digits = generator.getPrivateKey();
	scalar.set(digits, size - digits.length);
	// ECPrivateKey of RFC 5915, 3, as OpenSSL writes it: the curve stands outside.
	const ecPrivateKey = sequence(integer(1), octetString(scalar), explicit(1, bitString(point)));
	return withKeyObject({
		publicKey: {spki: sequence(algorithm, bitString(point)), bits: point},
		pkcs8: sequence(integer(0), algorithm, octetString(ecPrivateKey)),
	});
}

const rsaEncryption = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing);

async function makeRsaKey(modulusLength: number): Promise<GeneratedKey> {
	const {publicKey, privateKey} = await promisify(generateKeyPair)('rsa', {
		modulusLength,
		publicExponent: 65_537,
		publicKeyEncoding: {type: 'pkcs1', format: 'der'},
		privateKeyEncoding: {type: 'pkcs8', format: 'der'},
	});
	return withKeyObject({
		publicKey: {spki: sequence(rsaEncryption, bitString(publicKey)), bits: publicKey},
		pkcs8: privateKey,
	});
}

function withKeyObject(key: Omit<GeneratedKey, 'toKeyObject'>): GeneratedKey {
	return {
		...key,
		toKeyObject: () => createPrivateKey({key: Buffer.from(key.pkcs8), format: 'der', type: 'pkcs8'}),
	};
}
