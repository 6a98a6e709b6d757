import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {Certificate} from '../../../pki/certificate/certificate.ts';
import {readPem} from '../../../pki/intake/pem.ts';
import {absent, type Look, seen} from '../../evidence/look.ts';
import type {AuthoritiesEvidence} from '../../evidence/network.ts';
import type {Surroundings} from '../surroundings.ts';
import {unseenFile} from '../unseen-file.ts';

/** Certificate authorities that the environment names, and their bytes for connections to use. */
export interface NamedAuthorities {
	readonly look: Look<AuthoritiesEvidence>;
	/** PEM, of AWS_CA_BUNDLE only: Node itself reads NODE_EXTRA_CA_CERTS when it starts. */
	readonly bytes?: Uint8Array;
}

/** What AWS_CA_BUNDLE names, else NODE_EXTRA_CA_CERTS; relative paths start at the working directory. */
export async function lookAtAuthorities({
	env,
	workingDirectory,
}: Pick<Surroundings, 'env' | 'workingDirectory'>): Promise<NamedAuthorities> {
	const variable = ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'].find(name => env[name]);
	const named = variable === undefined ? undefined : env[variable];
	if (variable === undefined || named === undefined) {
		return {look: absent};
	}

	const file = path.resolve(workingDirectory, named);
	try {
		const bytes = await readFile(file);
		const look = seen({variable, path: named, certificates: seen(countCertificates(bytes))});
		return {look, ...(variable === 'AWS_CA_BUNDLE' && {bytes})};
	} catch (error) {
		return {look: seen({variable, path: named, certificates: unseenFile(error, file)})};
	}
}

function countCertificates(bytes: Uint8Array): number {
	return readPem(bytes).blocks.filter(({der}) => Certificate.read(der).ok).length;
}
