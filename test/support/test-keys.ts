import {constants, createPublicKey, generateKeyPairSync, type KeyObject, sign} from 'node:crypto';
import {explicit, integer, nothing, objectIdentifier, sequence} from '../../src/pki/der/der-writer.ts';
import type {KeyAlgorithm} from '../../src/pki/keys/algorithm.ts';
import {generateKey} from '../../src/pki/keys/key-generation.ts';

/** A private key and its public half. */
export interface KeyPair {
	readonly privateKey: KeyObject;
	readonly publicKey: KeyObject;
}

/** Kinds of key for tests: what is made here, and what the service or policy refuses. */
export type TestKeyAlgorithm =
	| KeyAlgorithm
	| 'rsa1024'
	| 'rsa-pss'
	| 'secp256k1'
	| 'ed25519'
	| 'ed448'
	| 'p256-explicit-parameters';

/** How the signature is made, where it is to differ from the hash that suits the key. */
export type TestSignature =
	| 'md5'
	| 'sha1'
	| 'sha224'
	| 'sha256'
	| 'sha384'
	| 'sha512'
	| 'sha256 with NULL'
	| 'sha256 without NULL'
	| 'pss-sha256'
	| 'broken';

/** Makes a key pair of any kind that tests use. */
export async function makeTestKeys(algorithm: TestKeyAlgorithm): Promise<KeyPair> {
	switch (algorithm) {
		case 'rsa1024':
			return generateKeyPairSync('rsa', {modulusLength: 1024});
		case 'rsa-pss':
			return generateKeyPairSync('rsa-pss', {modulusLength: 2048});
		case 'secp256k1':
			return generateKeyPairSync('ec', {namedCurve: 'secp256k1'});
		case 'p256-explicit-parameters':
			return generateKeyPairSync('ec', {namedCurve: 'P-256', paramEncoding: 'explicit'});
		case 'ed25519':
			return generateKeyPairSync('ed25519');
		case 'ed448':
			return generateKeyPairSync('ed448');
		default: {
			const privateKey = (await generateKey(algorithm)).toKeyObject();
			return {privateKey, publicKey: createPublicKey(privateKey)};
		}
	}
}

/** How a certificate is to be signed. */
export interface Signing {
	readonly identifier: Uint8Array;
	sign(tbs: Uint8Array): Uint8Array;
}

const hashBySize: Readonly<Record<string, TestSignature>> = {
	prime256v1: 'sha256',
	secp384r1: 'sha384',
	secp521r1: 'sha512',
};

/** How this key signs: with the hash that suits it, or as wanted. */
export function howToSign(key: KeyObject, wanted: TestSignature | undefined): Signing {
	if (wanted === 'broken') {
		const {identifier, sign: signWell} = howToSign(key, undefined);
		return {identifier, sign: tbs => signWell(Buffer.concat([tbs, Uint8Array.of(0)]))};
	}

	if (wanted === 'sha256 with NULL' || wanted === 'sha256 without NULL') {
		const oid = key.asymmetricKeyType === 'rsa' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2';
		const identifier = sequence(objectIdentifier(oid), ...(wanted === 'sha256 with NULL' ? [nothing] : []));
		return {identifier, sign: tbs => sign('sha256', tbs, key)};
	}

	if (key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448') {
		const oid = key.asymmetricKeyType === 'ed25519' ? '1.3.101.112' : '1.3.101.113';
		return {identifier: sequence(objectIdentifier(oid)), sign: tbs => sign(null, tbs, key)};
	}

	if (key.asymmetricKeyType === 'rsa-pss' || wanted === 'pss-sha256') {
		const padding = {padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32};
		return {identifier: pssWithSha256, sign: tbs => sign('sha256', tbs, {key, ...padding})};
	}

	const hash = wanted ?? hashBySize[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'sha256';
	const isRsa = key.asymmetricKeyType === 'rsa';
	const oid = (isRsa ? rsaSignatureOids : ecdsaSignatureOids)[hash];
	if (oid === undefined) {
		throw new Error(`${key.asymmetricKeyType} keys do not sign with ${hash} here`);
	}

	return {
		identifier: isRsa ? sequence(objectIdentifier(oid), nothing) : sequence(objectIdentifier(oid)),
		sign: tbs => sign(hash, tbs, key),
	};
}

const rsaSignatureOids: Readonly<Record<string, string>> = {
	md5: '1.2.840.113549.1.1.4',
	sha1: '1.2.840.113549.1.1.5',
	sha224: '1.2.840.113549.1.1.14',
	sha256: '1.2.840.113549.1.1.11',
	sha384: '1.2.840.113549.1.1.12',
	sha512: '1.2.840.113549.1.1.13',
};
const ecdsaSignatureOids: Readonly<Record<string, string>> = {
	sha1: '1.2.840.10045.4.1',
	sha224: '1.2.840.10045.4.3.1',
	sha256: '1.2.840.10045.4.3.2',
	sha384: '1.2.840.10045.4.3.3',
	sha512: '1.2.840.10045.4.3.4',
};

const sha256Identifier = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), nothing);
/** RSASSA-PSS with SHA-256, MGF1 over SHA-256, salt of 32 octets (RFC 4055, 3.1). */
const pssWithSha256 = sequence(
	objectIdentifier('1.2.840.113549.1.1.10'),
	sequence(
		explicit(0, sha256Identifier),
		explicit(1, sequence(objectIdentifier('1.2.840.113549.1.1.8'), sha256Identifier)),
		explicit(2, integer(32)),
	),
);
