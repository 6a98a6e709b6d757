import {ExpectedError} from '../errors.ts';
import {Certificate} from '../pki/certificate/certificate.ts';
import {Crl} from '../pki/crl/crl.ts';
import type {Item} from '../pki/intake/intake.ts';
import {type PrivateKeyFacts, privateKeyFacts} from '../pki/intake/private-key-facts.ts';
import {loadSigningRequest} from '../pki/issuing/csr.ts';
import {printable} from '../printable.ts';
import type {LintedKind, LintInput} from './lint-result.ts';

/** What an item turns out to be once it is read. */
export interface ReadItem {
	readonly kind: LintedKind;
	readonly certificate?: Certificate;
	readonly crl?: Crl;
	readonly key?: PrivateKeyFacts;
	/** Of a request. */
	readonly subject?: string;
	/** For a request: SubjectPublicKeyInfo in DER. */
	readonly requestedKey?: Uint8Array;
	/** Why it cannot be read, for things that are read. */
	readonly problem?: string;
}

/** Reads what a piece of a file holds. Never throws. */
export function readItem(item: Item, {path, keys}: Pick<LintInput, 'path' | 'keys'>, passphrase?: string): ReadItem {
	switch (item.kind) {
		case 'certificate': {
			const certificate = Certificate.read(item.der);
			return certificate.ok
				? {kind: 'certificate', certificate: certificate.value}
				: {kind: 'certificate', problem: printable(certificate.problem.message)};
		}

		case 'crl': {
			const crl = Crl.read(item.der);
			return crl.ok ? {kind: 'crl', crl: crl.value} : {kind: 'crl', problem: printable(crl.problem.message)};
		}

		case 'certificate-request':
			return readRequest(item.der, path);
		case 'private-key':
		case 'encrypted-private-key':
		case 'legacy-encrypted-private-key':
		case 'openssh-private-key':
		case 'tpm-private-key':
			return {kind: 'private-key', key: keys?.get(item) ?? privateKeyFacts(item, passphrase)};
		case 'public-key':
			return {kind: 'public-key'};
		case 'pkcs7':
		case 'pkcs12':
		case 'kubernetes-secret':
			return {kind: 'container'};
		default:
			return {kind: 'unknown'};
	}
}

function readRequest(der: Uint8Array, path: string): ReadItem {
	try {
		const {subject, publicKey} = loadSigningRequest(der, path);
		return {kind: 'csr', subject: subject.text, requestedKey: publicKey.der};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {kind: 'csr', problem: error.message.replace(/\.$/, '')};
		}

		throw error;
	}
}
