import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {IssuerStore, issuerFiles} from '../../pki/store/issuer-store.ts';
import type {FileEvidence, IssuerEvidence} from '../evidence/files.ts';
import type {UserEvidence} from '../evidence/host.ts';
import {seenIn} from '../evidence/look.ts';
import {lookAtFile} from './look-at-file.ts';
import type {Surroundings} from './surroundings.ts';

/** Files of these names may hold a certificate or a key. */
const TELLING_NAME = /\.(?:pem|crt|cer|cert|der|key|p7b|p7c)$/i;
/** No more files of one folder are looked at: people keep fewer beside a certificate. */
const MOST = 64;

/** Certificates and keys that lie in the folders of some files, without those files. */
export async function findNearby(
	named: readonly string[],
	user: UserEvidence | undefined,
): Promise<readonly FileEvidence[]> {
	const folders = [...new Set(named.map(file => path.dirname(file)))];
	const files = await Promise.all(
		folders.map(async folder => {
			const names = await readdir(folder).catch(() => []);
			return names
				.filter(name => TELLING_NAME.test(name))
				.toSorted()
				.slice(0, MOST)
				.map(name => path.join(folder, name));
		}),
	);
	const others = files.flat().filter(file => !named.includes(file));
	const looks = await Promise.all(others.map(file => lookAtFile(file, user)));
	return looks.flatMap(look => seenIn(look) ?? []).filter(holdsSomething);
}

function holdsSomething({content}: FileEvidence): boolean {
	return content?.items.some(({kind, key}) => kind === 'certificate' || key !== undefined) ?? false;
}

/** Issuers that this machine keeps the keys of, and the files of their certificates. */
export async function findIssuers({stateDirectory}: Pick<Surroundings, 'stateDirectory'>): Promise<{
	readonly issuers: readonly IssuerEvidence[];
	readonly certificates: readonly FileEvidence[];
}> {
	try {
		const stored = await new IssuerStore(stateDirectory()).all();
		const files = stored.flatMap(({folder, root}) => [
			path.join(folder, issuerFiles.certificate),
			...(root ? [path.join(folder, issuerFiles.root)] : []),
		]);
		const looks = await Promise.all(files.map(file => lookAtFile(file, undefined)));
		return {
			issuers: stored.map(({name, certificate, root}) => ({
				name,
				certificate: Buffer.from(certificate.der).toString('base64'),
				...(root && {root: Buffer.from(root.der).toString('base64')}),
			})),
			certificates: looks.flatMap(look => seenIn(look) ?? []),
		};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {issuers: [], certificates: []};
		}

		throw error;
	}
}
