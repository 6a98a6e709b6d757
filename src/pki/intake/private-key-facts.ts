import {createPublicKey, type KeyObject} from 'node:crypto';
import {attemptDer, DerFields, readOnlyElement, tags} from '../der/der.ts';
import {type KeyEncryption, keyEncryption} from '../keys/key-encryption.ts';
import {readOpensshKey} from '../keys/openssh-key.ts';
import type {OpeningProblem} from '../pkcs12/rounds.ts';
import type {Item, ItemKind} from './item.ts';
import {openKey} from './open-key.ts';

/** What can be told of a private key whether it opens or not. */
export interface KeyWrapping {
	/** How it is encrypted, of PKCS#8; absent also where that cannot be read. */
	readonly encryption?: KeyEncryption;
	/** As OpenSSH names its kind, such as `ssh-ed25519`. */
	readonly opensshType?: string;
}

/** What is known of a private key without showing anything of it. */
export type PrivateKeyFacts = KeyWrapping & OpenedFacts;

type OpenedFacts =
	| {
			readonly state: 'read';
			/** As Node names it: `rsa`, `ec`, `ed25519`. */
			readonly type: string;
			readonly modulusBits?: number;
			readonly publicExponent?: bigint;
			/** As OpenSSL names it; absent where the parameters of the curve are spelled out instead of its name. */
			readonly curve?: string;
			/** SubjectPublicKeyInfo in DER, to compare with certificates. */
			readonly publicKey: Uint8Array;
	  }
	/** Why the key could not be looked at; `publicKey` where it stands beside it in clear. */
	| {readonly state: 'closed'; readonly problem: OpeningProblem; readonly publicKey?: Uint8Array};

const PRIVATE_KEYS: ReadonlySet<ItemKind> = new Set<ItemKind>([
	'private-key',
	'encrypted-private-key',
	'legacy-encrypted-private-key',
	'openssh-private-key',
	'tpm-private-key',
]);

/** True for private keys of any form. */
export function isPrivateKey({kind}: Item): boolean {
	return PRIVATE_KEYS.has(kind);
}

/** What a private key of any form is. Never throws. */
export function privateKeyFacts(item: Item, passphrase?: string): PrivateKeyFacts {
	const encryption = item.kind === 'encrypted-private-key' ? keyEncryption(item.der) : undefined;
	const openssh = item.kind === 'openssh-private-key' ? readOpensshKey(item.der) : undefined;
	const wrapping: KeyWrapping = {
		...(encryption && {encryption}),
		...(openssh?.ok && {opensshType: openssh.value.type}),
	};
	const opened = openKey(item, passphrase);
	if (opened.ok) {
		return {...wrapping, ...factsOf(opened.value)};
	}

	const publicKey = openssh?.ok ? openssh.value.publicKey : undefined;
	return {...wrapping, state: 'closed', problem: opened.problem, ...(publicKey && {publicKey})};
}

function factsOf(key: KeyObject): OpenedFacts {
	const {modulusLength, publicExponent, namedCurve} = key.asymmetricKeyDetails ?? {};
	try {
		const publicKey = createPublicKey(key).export({type: 'spki', format: 'der'});
		return {
			state: 'read',
			type: key.asymmetricKeyType ?? 'unknown',
			...(modulusLength !== undefined && {modulusBits: modulusLength}),
			...(publicExponent !== undefined && {publicExponent}),
			...(namedCurve !== undefined && namesCurve(publicKey) && {curve: namedCurve}),
			publicKey,
		};
	} catch {
		return {state: 'closed', problem: {kind: 'damaged', message: 'No public key belongs to the key in it.'}};
	}
}

/** Node tells the name of a curve also when its parameters are spelled out (CA-11). */
function namesCurve(spki: Uint8Array): boolean {
	const read = attemptDer(() => {
		const algorithm = new DerFields(new DerFields(readOnlyElement(spki)).expect(tags.sequence, 'The algorithm'));
		algorithm.expect(tags.oid, 'The algorithm');
		return algorithm.next('The curve').identifier === tags.oid;
	});
	return read.ok && read.value;
}
