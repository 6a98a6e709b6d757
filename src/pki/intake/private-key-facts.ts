import {createPrivateKey, createPublicKey} from 'node:crypto';
import type {Item} from './item.ts';

/** What is known of a private key without showing anything of it. */
export type PrivateKeyFacts =
	| {
			readonly state: 'read';
			/** As Node names it: `rsa`, `ec`, `ed25519`. */
			readonly type: string;
			readonly modulusBits?: number;
			/** As OpenSSL names it. */
			readonly curve?: string;
			/** SubjectPublicKeyInfo in DER, to compare with certificates. */
			readonly publicKey: Uint8Array;
	  }
	/** Needs a passphrase, or the one given does not open it. */
	| {readonly state: 'locked'; readonly publicKey?: Uint8Array}
	/** Whole, but of a kind that cannot be read here, such as one in a TPM. */
	| {readonly state: 'foreign'; readonly publicKey?: Uint8Array}
	| {readonly state: 'unreadable'; readonly message: string};

/** What a private key of any kind is. Never throws. */
export function privateKeyFacts({kind, der, keyFormat = 'pkcs8'}: Item): PrivateKeyFacts {
	if (kind !== 'private-key') {
		return {state: 'locked'};
	}

	try {
		const key = createPrivateKey({key: Buffer.from(der), format: 'der', type: keyFormat});
		const {modulusLength, namedCurve} = key.asymmetricKeyDetails ?? {};
		return {
			state: 'read',
			type: key.asymmetricKeyType ?? 'unknown',
			...(modulusLength !== undefined && {modulusBits: modulusLength}),
			...(namedCurve !== undefined && {curve: namedCurve}),
			publicKey: createPublicKey(key).export({type: 'spki', format: 'der'}),
		};
	} catch {
		return {state: 'unreadable', message: 'The key in it cannot be read'};
	}
}
