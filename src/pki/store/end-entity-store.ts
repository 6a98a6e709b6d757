import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {createTogether, type NewFile} from '../../files/create-together.ts';
import {readFileIfThere} from '../../files/read.ts';
import type {Certificate} from '../certificate/certificate.ts';
import {loadCertificate} from '../intake/load.ts';
import {privateKeyPem} from '../keys/key-file.ts';
import type {OpenedIssuer} from './issuer-store.ts';
import {appendToRegister, registerEntry} from './register.ts';
import {requireStoredName} from './stored-name.ts';

/** The files of an end-entity's folder. */
export const endEntityFiles = {
	certificate: 'certificate.pem',
	chain: 'chain.pem',
	privateKey: 'private-key.pem',
	request: 'request.csr',
} as const;

/** An end-entity certificate ready to be kept. */
export interface NewEndEntity {
	readonly folder: string;
	readonly certificate: Certificate;
	readonly chain: readonly Certificate[];
	/** PKCS#8; absent when the key lives elsewhere. */
	readonly pkcs8?: Uint8Array;
}

/** Files of an end-entity on disk. */
export interface StoredEndEntity {
	readonly folder: string;
	readonly certificate: Certificate;
	readonly files: {readonly certificate: string; readonly privateKey: string; readonly intermediates?: string};
}

/** Where an end-entity of this name is kept unless told otherwise. @throws {ExpectedError} `NAME_UNSAFE` */
export function endEntityFolder(home: string, name: string): string {
	requireStoredName(name);
	return path.join(home, 'certificates', name);
}

/** What is kept in an end-entity's folder, when there is a certificate in it. */
export async function findEndEntity(folder: string): Promise<StoredEndEntity | undefined> {
	const file = path.join(folder, endEntityFiles.certificate);
	const bytes = await readFileIfThere(file);
	if (!bytes) {
		return undefined;
	}

	const chain = path.join(folder, endEntityFiles.chain);
	const hasChain = (await readFileIfThere(chain)) !== undefined;
	return {
		folder,
		certificate: loadCertificate(bytes, file),
		files: {
			certificate: file,
			privateKey: path.join(folder, endEntityFiles.privateKey),
			...(hasChain && {intermediates: chain}),
		},
	};
}

/** The files that keeping an end-entity writes, with their modes. */
export function filesOfNewEndEntity({
	hasChain,
	hasKey = true,
}: {
	readonly hasChain: boolean;
	readonly hasKey?: boolean;
}): readonly {readonly name: string; readonly mode: number}[] {
	return [
		...(hasKey ? [{name: endEntityFiles.privateKey, mode: 0o600}] : []),
		{name: endEntityFiles.certificate, mode: 0o644},
		...(hasChain ? [{name: endEntityFiles.chain, mode: 0o644}] : []),
	];
}

/**
 * Keeps what an issuer issued: notes it in the issuer's register, and writes certificate, chain and key for each, all of
 * them or none.
 *
 * @throws {ExpectedError} `FILE_EXISTS` when any of the files does; what writing throws.
 */
export async function keepEndEntities(
	all: readonly NewEndEntity[],
	{registerFile}: Pick<OpenedIssuer, 'registerFile'>,
	now: Date,
): Promise<readonly StoredEndEntity[]> {
	requireDistinct(all.map(({folder}) => folder));
	await createTogether(
		all.map(endEntity => ({folder: endEntity.folder, files: filesOf(endEntity)})),
		{
			beforeAppearing: () =>
				appendToRegister(
					registerFile,
					all.map(({certificate}) => registerEntry(certificate, now)),
				),
		},
	);
	return all.map(toStored);
}

function filesOf({certificate, chain, pkcs8}: NewEndEntity): readonly NewFile[] {
	const contents: ReadonlyMap<string, string> = new Map([
		[endEntityFiles.privateKey, pkcs8 ? privateKeyPem(pkcs8) : ''],
		[endEntityFiles.certificate, certificate.toPem()],
		[endEntityFiles.chain, chain.map(issuer => issuer.toPem()).join('')],
	]);
	return filesOfNewEndEntity({hasChain: chain.length > 0, hasKey: pkcs8 !== undefined}).map(({name, mode}) => ({
		name,
		mode,
		contents: contents.get(name) ?? '',
	}));
}

function toStored({folder, certificate, chain}: NewEndEntity): StoredEndEntity {
	return {
		folder,
		certificate,
		files: {
			certificate: path.join(folder, endEntityFiles.certificate),
			privateKey: path.join(folder, endEntityFiles.privateKey),
			...(chain.length > 0 && {intermediates: path.join(folder, endEntityFiles.chain)}),
		},
	};
}

function requireDistinct(folders: readonly string[]): void {
	const twice = folders.find((folder, index) => folders.indexOf(folder) !== index);
	if (twice !== undefined) {
		throw new ExpectedError('FILE_EXISTS', `Two certificates would both be written to ${twice}.`, {
			next: ['Give each a name of its own'],
		});
	}
}
