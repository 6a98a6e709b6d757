import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {createFolder} from '../../files/create.ts';
import {createTogether, type NewFile} from '../../files/create-together.ts';
import {readBytes, readFileIfThere, readFolderIfThere} from '../../files/read.ts';
import {printable} from '../../printable.ts';
import type {Certificate} from '../certificate/certificate.ts';
import {takeIn} from '../intake/intake.ts';
import {loadCertificate, loadPrivateKey, requireMatchingKey} from '../intake/load.ts';
import type {Issuer, IssuingContext} from '../issuing/certify.ts';
import {createIssuers, type IssuersSpec} from '../issuing/issuer.ts';
import {encryptedPrivateKeyPem, privateKeyPem} from '../keys/key-file.ts';
import {isSameSubject} from '../names/same-subject.ts';
import {registerEntry, registerText} from './register.ts';
import {isStoredName, requireStoredName} from './stored-name.ts';

/** An issuer on disk; its key stays closed. */
export interface StoredIssuer {
	readonly name: string;
	/** Absolute where the store's home is. */
	readonly folder: string;
	/** What signs end-entity certificates: the issuing CA where there is one, else the root. */
	readonly certificate: Certificate;
	/** Absent when the issuer is itself the root, or its root is kept elsewhere. */
	readonly root?: Certificate;
}

/** An issuer whose key has been opened, and where it notes what it issues. */
export interface OpenedIssuer extends Issuer {
	readonly name: string;
	readonly registerFile: string;
}

/** The files of an issuer's folder. */
export const issuerFiles = {
	certificate: 'issuer.pem',
	privateKey: 'issuer-key.pem',
	root: 'root.pem',
	rootKey: 'root-key.pem',
	register: 'register.jsonl',
} as const;

const CERTIFICATE_MODE = 0o644;
const SECRET_MODE = 0o600;

/** The files that creating an issuer writes, with their modes. */
export function filesOfNewIssuer(hasIssuing: boolean): readonly {readonly name: string; readonly mode: number}[] {
	const {certificate, privateKey, root, rootKey, register} = issuerFiles;
	return [
		{name: certificate, mode: CERTIFICATE_MODE},
		{name: privateKey, mode: SECRET_MODE},
		...(hasIssuing
			? [
					{name: root, mode: CERTIFICATE_MODE},
					{name: rootKey, mode: SECRET_MODE},
				]
			: []),
		{name: register, mode: SECRET_MODE},
	];
}

/** Issuers kept under `<home>/issuers/<name>/`. */
export class IssuerStore {
	readonly #home: string;
	readonly #within: string | undefined;

	/** @param within - A folder that must exist before anything is made in it, such as the person's home. */
	constructor(home: string, {within}: {readonly within?: string | undefined} = {}) {
		this.#home = home;
		this.#within = within;
	}

	/** Where an issuer of this name lives. @throws {ExpectedError} `NAME_UNSAFE` */
	folderOf(name: string): string {
		requireStoredName(name);
		return path.join(this.#home, 'issuers', name);
	}

	/** @throws {ExpectedError} `NAME_UNSAFE`; what reading a damaged certificate throws. */
	async find(name: string): Promise<StoredIssuer | undefined> {
		const folder = this.folderOf(name);
		const certificate = await readIfThere(path.join(folder, issuerFiles.certificate));
		const root = await readIfThere(path.join(folder, issuerFiles.root));
		return certificate && {name, folder, certificate, ...(root && {root})};
	}

	/**
	 * The issuers that have a subject already, which no other should have too (CA-18). What cannot be read is passed over.
	 *
	 * @param subject - RFC 4514 text.
	 * @throws {ExpectedError} `FILE_UNREADABLE`.
	 */
	async findBySubject(subject: string): Promise<readonly StoredIssuer[]> {
		return (await this.all()).filter(({certificate, root}) =>
			[certificate, root].some(held => held && isSameSubject(subject, held.subject)),
		);
	}

	/**
	 * All issuers, in the order of their names. What cannot be read is passed over.
	 *
	 * @throws {ExpectedError} `FILE_UNREADABLE`.
	 */
	async all(): Promise<readonly StoredIssuer[]> {
		const names = await readFolderIfThere(path.join(this.#home, 'issuers'));
		const found = await Promise.all(names.filter(isStoredName).map(name => this.#findReadable(name)));
		return found.flatMap(issuer => issuer ?? []);
	}

	/**
	 * Makes an issuer and its folder, whole or not at all.
	 *
	 * @param passphrase - Encrypts its keys; undefined leaves them unencrypted.
	 * @throws {ExpectedError} `ISSUER_EXISTS`, `PASSPHRASE_EMPTY`, what {@link createIssuers} throws, and what writing does.
	 */
	async create(
		name: string,
		spec: IssuersSpec,
		passphrase: string | undefined,
		context: IssuingContext,
	): Promise<StoredIssuer> {
		const folder = this.folderOf(name);
		await this.requireFree(name);
		const {root, issuing} = await createIssuers(spec, context);
		const [signer, above] = issuing ? [issuing, root] : [root, undefined];
		const keyPem = (issuer: Issuer) => writeKey(issuer, passphrase, context);
		const [signerKey, aboveKey] = await Promise.all([keyPem(signer), above && keyPem(above)]);
		const contents: ReadonlyMap<string, string | undefined> = new Map([
			[issuerFiles.certificate, signer.certificate.toPem()],
			[issuerFiles.privateKey, signerKey],
			[issuerFiles.root, above?.certificate.toPem()],
			[issuerFiles.rootKey, aboveKey],
			[issuerFiles.register, registerText(issuing ? [registerEntry(issuing.certificate, context.now)] : [])],
		]);
		const files = filesOfNewIssuer(issuing !== undefined).map(
			({name: file, mode}): NewFile => ({name: file, mode, contents: contents.get(file) ?? ''}),
		);

		await createFolder(this.#home, this.#within === undefined ? {} : {within: this.#within});
		await createTogether([{folder, files}]);
		return {name, folder, certificate: signer.certificate, ...(above && {root: above.certificate})};
	}

	/**
	 * Opens an issuer's key.
	 *
	 * @param readPassphrase - Asked only when the key is encrypted.
	 * @throws {ExpectedError} `ISSUER_MISSING`, `PASSPHRASE_WRONG`, `KEY_MISMATCH`, and what reading damaged files throws.
	 */
	async open(name: string, readPassphrase: () => Promise<string>): Promise<OpenedIssuer> {
		const found = await this.find(name);
		if (!found) {
			throw new ExpectedError(
				'ISSUER_MISSING',
				`There is no issuer "${printable(name)}" in ${printable(this.#home)}.`,
				{
					next: [`anchorsmith issuer create --name ${printable(name)} --subject "CN=..."`],
				},
			);
		}

		const {folder, certificate} = found;
		const keyFile = path.join(folder, issuerFiles.privateKey);
		const bytes = await readBytes(keyFile);
		const isEncrypted = takeIn(bytes).items.some(({kind}) => kind === 'encrypted-private-key');
		const privateKey = loadPrivateKey(bytes, keyFile, isEncrypted ? await readPassphrase() : undefined);
		requireMatchingKey(privateKey, keyFile, certificate, path.join(folder, issuerFiles.certificate));
		return {
			name,
			certificate,
			privateKey,
			chain: certificate.isSelfIssued ? [] : [certificate],
			registerFile: path.join(folder, issuerFiles.register),
		};
	}

	async #findReadable(name: string): Promise<StoredIssuer | undefined> {
		try {
			return await this.find(name);
		} catch (error) {
			if (error instanceof ExpectedError) {
				return undefined;
			}

			throw error;
		}
	}

	/** @throws {ExpectedError} `ISSUER_EXISTS`, `NAME_UNSAFE` */
	async requireFree(name: string): Promise<void> {
		const folder = this.folderOf(name);
		if ((await this.find(name)) !== undefined) {
			throw new ExpectedError('ISSUER_EXISTS', `The issuer "${name}" exists already in ${printable(folder)}.`, {
				next: ['Choose another name with --name', `Look at it: anchorsmith inspect ${printable(folder)}/issuer.pem`],
			});
		}
	}
}

async function writeKey(issuer: Issuer, passphrase: string | undefined, {random}: IssuingContext): Promise<string> {
	const pkcs8 = issuer.privateKey.export({type: 'pkcs8', format: 'der'});
	return passphrase === undefined ? privateKeyPem(pkcs8) : encryptedPrivateKeyPem(pkcs8, passphrase, random);
}

async function readIfThere(file: string): Promise<Certificate | undefined> {
	const bytes = await readFileIfThere(file);
	return bytes && loadCertificate(bytes, file);
}
