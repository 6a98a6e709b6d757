import {createPrivateKey, type KeyObject} from 'node:crypto';
import {problem, type Result} from '../../result.ts';
import {keyEncryption} from '../keys/key-encryption.ts';
import {readOpensshKey} from '../keys/openssh-key.ts';
import type {OpeningProblem} from '../pkcs12/rounds.ts';
import type {Item} from './item.ts';
import {encodePem} from './pem.ts';

/**
 * The private key of an item, whatever form it has, for those forms that can be read here; see its problem for the
 * others. Never throws; an encrypted key may take some seconds.
 */
export function openKey(item: Item, passphrase?: string): Result<KeyObject, OpeningProblem> {
	switch (item.kind) {
		case 'private-key':
			return attempt(() =>
				createPrivateKey({key: Buffer.from(item.der), format: 'der', type: item.keyFormat ?? 'pkcs8'}),
			);
		case 'encrypted-private-key':
			return openEncrypted(item.der, passphrase);
		case 'legacy-encrypted-private-key':
			return openLegacy(item, passphrase);
		case 'openssh-private-key':
			return openOpenssh(item.der);
		case 'tpm-private-key':
			return problem({kind: 'unsupported', message: 'Only the TPM that made the key can use it.'});
		default:
			return problem({kind: 'damaged', message: 'It is not a private key.'});
	}
}

const WRONG = problem<OpeningProblem>({kind: 'passphrase-wrong', message: 'The passphrase does not open the key.'});
/** Some seconds' work. */
const MAX_ROUNDS = 10_000_000;
/** The older schemes cost more for each round, and no program writes as many. */
const MAX_OLDER_ROUNDS = 1_000_000;

function openEncrypted(der: Uint8Array, passphrase: string | undefined): Result<KeyObject, OpeningProblem> {
	if (!passphrase) {
		return problem({kind: 'passphrase-needed', message: 'A passphrase protects the key.'});
	}

	const encryption = keyEncryption(der);
	const most = encryption?.derivation === 'PBKDF2' ? MAX_ROUNDS : MAX_OLDER_ROUNDS;
	if ((encryption?.rounds ?? 0) > most) {
		const message = `The key asks for ${encryption?.rounds} rounds of key derivation, more than is spent on one here.`;
		return problem({kind: 'too-costly', message});
	}

	const opened = attempt(() => createPrivateKey({key: Buffer.from(der), format: 'der', type: 'pkcs8', passphrase}));
	// Of 256 wrong passphrases one decrypts to something, which is no key then.
	return !opened.ok && opened.problem.kind === 'damaged' && encryption ? WRONG : opened;
}

function openLegacy(
	{der, label = 'PRIVATE KEY', headers = []}: Item,
	passphrase: string | undefined,
): Result<KeyObject, OpeningProblem> {
	if (!passphrase) {
		return problem({kind: 'passphrase-needed', message: 'A passphrase protects the key.'});
	}

	const [begin = '', ...rest] = encodePem(label, der).split('\n');
	const written = headers.map(([name, value]) => `${name}: ${value}`);
	return attempt(() => createPrivateKey({key: [begin, ...written, '', ...rest].join('\n'), format: 'pem', passphrase}));
}

function openOpenssh(der: Uint8Array): Result<KeyObject, OpeningProblem> {
	const read = readOpensshKey(der);
	if (!read.ok) {
		return problem({kind: 'damaged', message: `${read.problem}.`});
	}

	const {key, cipher, type} = read.value;
	if (key) {
		return {ok: true, value: key};
	}

	return cipher === 'none'
		? problem({kind: 'unsupported', message: `OpenSSH keys of the type ${safe(type)} are not read here.`})
		: problem({kind: 'unsupported', message: 'OpenSSH encrypted the key in its own way, which is not read here.'});
}

function safe(type: string): string {
	return /^[a-z0-9@.-]{1,64}$/.test(type) ? type : 'unknown';
}

function attempt(read: () => KeyObject): Result<KeyObject, OpeningProblem> {
	try {
		return {ok: true, value: read()};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code.includes('UNSUPPORTED')) {
			return problem({
				kind: 'unsupported',
				message: 'The key is of a kind, or protected in a way, that is not read here.',
			});
		}

		return code.includes('BAD_DECRYPT') || code.includes('PKCS12') || code.includes('CIPHERFINAL')
			? WRONG
			: problem({kind: 'damaged', message: 'The key in it cannot be read.'});
	}
}
