import {generateKeyPairSync, type KeyObject} from 'node:crypto';

/** One throw-away key pair, written in every form that people have their keys in. */
export interface KeyForms {
	readonly privateKey: KeyObject;
	readonly publicKey: KeyObject;
	readonly pkcs8: string;
	/** SEC1 for EC, PKCS#1 for RSA. */
	readonly traditional: string;
	/** PBES2 with the passphrase below. */
	readonly encrypted: string;
	/** RFC 1421 headers, the way of OpenSSL before 1.0. */
	readonly legacyEncrypted: string;
	readonly spki: string;
	readonly der: Uint8Array;
}

export const PASSPHRASE = 'correct horse';

/** Makes a key pair and writes it. */
export function makeKeyForms(kind: 'ec' | 'rsa'): KeyForms {
	const {privateKey, publicKey} =
		kind === 'ec'
			? generateKeyPairSync('ec', {namedCurve: 'P-256'})
			: generateKeyPairSync('rsa', {modulusLength: 2048});
	const type = kind === 'ec' ? 'sec1' : 'pkcs1';
	const cipher = {cipher: 'aes-256-cbc', passphrase: PASSPHRASE};
	return {
		privateKey,
		publicKey,
		pkcs8: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
		traditional: privateKey.export({type, format: 'pem'}).toString(),
		encrypted: privateKey.export({type: 'pkcs8', format: 'pem', ...cipher}).toString(),
		legacyEncrypted: privateKey.export({type, format: 'pem', ...cipher}).toString(),
		spki: publicKey.export({type: 'spki', format: 'pem'}).toString(),
		der: new Uint8Array(privateKey.export({type: 'pkcs8', format: 'der'})),
	};
}

/** The code, message and next steps of what `work` throws. */
export function thrownBy(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		if (error instanceof Error && 'code' in error && 'next' in error) {
			return {code: error.code, message: error.message, next: error.next};
		}

		throw error;
	}

	return 'nothing thrown';
}
