import type {KeyObject} from 'node:crypto';
import {element, integer, nothing, objectIdentifier, octetString, sequence} from '../../../src/pki/der/der-writer.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {privateKeyFacts} from '../../../src/pki/intake/private-key-facts.ts';
import {rules} from '../../../src/rules/key/rules.generated.ts';
import type {KeyInFile} from '../../../src/rules/key-in-file.ts';
import {makeTestKeys, type TestKeyAlgorithm} from '../certificates.ts';
import {PASSPHRASE} from '../key-files.ts';
import {opensshPem} from '../openssh-key.ts';
import {examplesOf, readLines} from './example.ts';

/** Examples of the rules on keys: `form`, `algorithm`, `cipher`, `hash` and `mode` of a key that is good otherwise. */
export const keyExamples = examplesOf<KeyInFile>(rules, readKeyExample);

const ALGORITHMS: readonly TestKeyAlgorithm[] = [
	'p256',
	'p384',
	'p521',
	'rsa2048',
	'rsa1024',
	'rsa-pss',
	'secp256k1',
	'ed25519',
	'p256-explicit-parameters',
];

/** The key that the lines describe. */
export async function readKeyExample(example: string): Promise<KeyInFile> {
	const {form = 'pkcs8', algorithm = 'p256', cipher, hash, mode} = Object.fromEntries(readLines(example));
	const kind = ALGORITHMS.find(known => known === algorithm);
	if (!kind) {
		throw new Error(`no example has a key of the kind ${algorithm}`);
	}

	const {privateKey} = await makeTestKeys(kind);
	const [item] = takeIn(write(privateKey, form, {cipher, hash})).items;
	if (!item) {
		throw new Error('the example holds no key');
	}

	return {item, facts: privateKeyFacts(item), ...(mode !== undefined && {mode: Number.parseInt(mode, 8)})};
}

interface Encryption {
	readonly cipher: string | undefined;
	readonly hash: string | undefined;
}

function write(key: KeyObject, form: string, encryption: Encryption): Uint8Array {
	const pkcs8 = () => key.export({type: 'pkcs8', format: 'pem'}).toString();
	switch (form) {
		case 'pkcs8':
			return Buffer.from(pkcs8());
		case 'sec1':
			return Buffer.from(key.export({type: 'sec1', format: 'pem'}).toString());
		case 'pkcs1':
			return Buffer.from(key.export({type: 'pkcs1', format: 'pem'}).toString());
		case 'der':
			return key.export({type: 'pkcs8', format: 'der'});
		case 'in a Secret':
			return Buffer.from(`kind: Secret\ndata:\n  tls.key: ${Buffer.from(pkcs8()).toString('base64')}\n`);
		case 'damaged':
			return Buffer.from(encodePem('PRIVATE KEY', key.export({type: 'pkcs8', format: 'der'}).subarray(0, 60)));
		case 'openssh':
			return Buffer.from(opensshPem(key));
		case 'openssh of another kind':
			return Buffer.from(opensshPem(key, 'ssh-ed25519'));
		case 'encrypted':
			return encryption.cipher === undefined && encryption.hash === undefined
				? Buffer.from(
						key.export({type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE}).toString(),
					)
				: Buffer.from(encodePem('ENCRYPTED PRIVATE KEY', encryptedAs(encryption)));
		case 'legacy':
			return Buffer.from(
				key.export({type: 'sec1', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE}).toString(),
			);
		case 'tpm':
			return Buffer.from(encodePem('TSS2 PRIVATE KEY', tpmKey));
		default:
			throw new Error(`no example has a key in the form ${form}`);
	}
}

/** The frame that a TPM key has in a file; what only its TPM can read is left out. */
const tpmKey = sequence(
	objectIdentifier('2.23.133.10.1.3'),
	element(0xa0, Uint8Array.of(1, 1, 0xff)),
	integer(0x40_00_00_01),
	octetString(new Uint8Array(8)),
	octetString(new Uint8Array(8)),
);

const SCHEMES: Readonly<Record<string, string>> = {
	'PBE-SHA1-3DES': '1.2.840.113549.1.12.1.3',
	'PBE-SHA1-RC2-40': '1.2.840.113549.1.12.1.6',
};
const CIPHERS: Readonly<Record<string, string>> = {
	'aes-256-cbc': '2.16.840.1.101.3.4.1.42',
	'des-ede3-cbc': '1.2.840.113549.3.7',
};
const HASHES: Readonly<Record<string, string>> = {
	sha1: '1.2.840.113549.2.7',
	sha224: '1.2.840.113549.2.8',
	sha256: '1.2.840.113549.2.9',
};

/** The frame of an encrypted key that says how it is encrypted, around bytes that nobody decrypts. */
function encryptedAs({cipher = 'aes-256-cbc', hash = 'sha256'}: Encryption): Uint8Array {
	const salt = octetString(new Uint8Array(16));
	const older = SCHEMES[cipher];
	const scheme =
		older === undefined
			? sequence(
					objectIdentifier('1.2.840.113549.1.5.13'),
					sequence(
						sequence(
							objectIdentifier('1.2.840.113549.1.5.12'),
							sequence(salt, integer(2048), sequence(objectIdentifier(HASHES[hash] ?? '1.2.3'), nothing)),
						),
						sequence(objectIdentifier(CIPHERS[cipher] ?? '1.2.3'), octetString(new Uint8Array(16))),
					),
				)
			: sequence(objectIdentifier(older), sequence(salt, integer(2048)));
	return sequence(scheme, octetString(new Uint8Array(64)));
}
