import path from 'node:path';
import {createTogether} from '../files/create-together.ts';
import {readFileIfThere} from '../files/read.ts';
import {loadSigningRequest} from '../pki/issuing/csr.ts';
import {writeSigningRequest} from '../pki/issuing/csr-writer.ts';
import type {KeyAlgorithm} from '../pki/keys/algorithm.ts';
import {privateKeyPem} from '../pki/keys/key-file.ts';
import {generateKey} from '../pki/keys/key-generation.ts';
import type {AlternativeNames} from '../pki/names/alternative-names.ts';
import {endEntityFiles} from '../pki/store/end-entity-store.ts';
import type {StoredRequest} from './world.ts';

/** What making a request writes. */
export const requestFiles = [
	{name: endEntityFiles.privateKey, mode: 0o600},
	{name: endEntityFiles.request, mode: 0o644},
] as const;

/**
 * Makes a key and a request for it, both or neither.
 *
 * @param signal - Looked at before anything is written.
 * @throws {ExpectedError} `FILE_EXISTS` when one of the files does; what writing throws.
 */
export async function makeRequest(
	{
		subject,
		alternativeNames,
		algorithm,
	}: {readonly subject: string; readonly alternativeNames: AlternativeNames; readonly algorithm: KeyAlgorithm},
	folder: string,
	signal?: AbortSignal,
): Promise<StoredRequest> {
	const key = await generateKey(algorithm);
	const contents = writeSigningRequest({subject, alternativeNames}, key);
	signal?.throwIfAborted();
	const [keyFile, requestFile] = requestFiles;
	const files = [
		{...keyFile, contents: privateKeyPem(key.pkcs8)},
		{...requestFile, contents},
	];
	await createTogether([{folder, files}]);
	const file = path.join(folder, requestFile.name);
	return {folder, file, request: loadSigningRequest(Buffer.from(contents), file)};
}

/**
 * The request in a folder, when there is one.
 *
 * @throws {ExpectedError} `CSR_UNREADABLE`, `CSR_SIGNATURE_WRONG`, `FILE_UNREADABLE`.
 */
export async function findRequest(folder: string): Promise<StoredRequest | undefined> {
	const file = path.join(folder, endEntityFiles.request);
	const bytes = await readFileIfThere(file);
	return bytes && {folder, file, request: loadSigningRequest(bytes, file)};
}
