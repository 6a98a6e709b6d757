import {openKey} from '../../pki/intake/open-key.ts';
import {encodePem} from '../../pki/intake/pem.ts';
import {keyEncryption} from '../../pki/keys/key-encryption.ts';
import {encryptedPrivateKeyPem, privateKeyPem} from '../../pki/keys/key-file.ts';
import {problem, type Result} from '../../result.ts';
import type {GivenThing} from '../../rules/thing-in-set.ts';

/** How private keys are written. */
export interface KeyOptions {
	readonly passphrase?: string;
	/** Writes keys in clear that were encrypted; otherwise they stay encrypted, under the same passphrase. */
	readonly decrypt?: boolean;
	/** Cryptographically strong. */
	readonly random: (count: number) => Uint8Array;
}

/** Such as both helpers read them (fact sheet, KEY-04). */
const READ_BY_HELPERS = /^aes-(?:128|192|256)-cbc$/;

/**
 * A private key as PKCS#8 in PEM; one that only a TPM can use as it is. What was encrypted stays encrypted: as it is
 * where helpers read that, otherwise with the same passphrase in a way that they read.
 *
 * @returns Why it cannot be written as the problem.
 */
export async function writeKey(
	{item}: GivenThing,
	{passphrase, decrypt = false, random}: KeyOptions,
): Promise<Result<string, string>> {
	if (item.kind === 'tpm-private-key') {
		return {ok: true, value: encodePem('TSS2 PRIVATE KEY', item.der)};
	}

	if (item.kind === 'encrypted-private-key' && !decrypt && isReadByHelpers(item.der)) {
		return {ok: true, value: encodePem('ENCRYPTED PRIVATE KEY', item.der)};
	}

	const opened = openKey(item, passphrase);
	if (!opened.ok) {
		return problem(WAYS_OUT[opened.problem.kind] ?? opened.problem.message);
	}

	const type = opened.value.asymmetricKeyType ?? 'unknown';
	if (type !== 'rsa' && type !== 'ec' && !type.startsWith('ml-dsa')) {
		return problem(`The service takes no keys of the kind ${type}: make another key.`);
	}

	const pkcs8 = opened.value.export({type: 'pkcs8', format: 'der'});
	const wasEncrypted = item.kind.includes('encrypted') || item.source.some(name => name.startsWith('PKCS#12 '));
	return {
		ok: true,
		value:
			wasEncrypted && !decrypt && passphrase
				? await encryptedPrivateKeyPem(pkcs8, passphrase, random)
				: privateKeyPem(pkcs8),
	};
}

const WAYS_OUT: Readonly<Record<string, string>> = {
	'passphrase-needed': 'It is encrypted: give its passphrase with --passphrase-file or --passphrase-env.',
	'passphrase-wrong': 'The passphrase does not open it.',
};

function isReadByHelpers(der: Uint8Array): boolean {
	const {scheme, cipher = '', derivation, hash} = keyEncryption(der) ?? {};
	return scheme === 'PBES2' && READ_BY_HELPERS.test(cipher) && derivation !== 'other' && hash !== 'sha224';
}
