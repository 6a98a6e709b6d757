import path from 'node:path';
import {createTogether} from '../files/create-together.ts';
import {readFileIfThere} from '../files/read.ts';
import {loadSigningRequest} from '../pki/issuing/csr.ts';
import {writeSigningRequest} from '../pki/issuing/csr-writer.ts';
import {privateKeyPem} from '../pki/keys/key-file.ts';
import {generateKey} from '../pki/keys/key-generation.ts';
import {endEntityFiles} from '../pki/store/end-entity-store.ts';
import type {RequestedEndEntity} from './specification.ts';
import type {StoredRequest} from './world.ts';

/** What making a request writes. */
export const requestFiles = [
	{name: endEntityFiles.privateKey, mode: 0o600},
	{name: endEntityFiles.request, mode: 0o644},
] as const;

/**
 * Makes a key and a request for it, both or neither.
 *
 * @throws {ExpectedError} `FILE_EXISTS` when one of the files does; what writing throws.
 */
export async function makeRequest(
	{subject, algorithm, dns, uri, ip, email}: Omit<RequestedEndEntity, 'source' | 'name'>,
	folder: string,
): Promise<StoredRequest> {
	const key = await generateKey(algorithm);
	const contents = writeSigningRequest({subject, alternativeNames: {dns, uri, ip, email}}, key);
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
