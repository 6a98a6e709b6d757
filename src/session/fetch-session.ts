import {stat} from 'node:fs/promises';
import {printable} from '../printable.ts';
import {createSession, type SessionMeans} from './create-session.ts';
import type {CredentialSession} from './credential-session.ts';
import {findEndpoint} from './endpoint.ts';
import {type IdentityFiles, loadIdentity} from './load-identity.ts';
import {regionOf, type SessionOrder} from './session-order.ts';

/**
 * Gets credentials for an identity that is kept in files, read afresh each time so that a renewed
 * certificate is used at once (HLP-04).
 *
 * @throws {ExpectedError} `USAGE` for an order that cannot be right, and what {@link findEndpoint},
 * {@link loadIdentity} and {@link createSession} throw.
 */
export async function fetchSession(
	order: SessionOrder,
	files: IdentityFiles,
	means: SessionMeans,
): Promise<CredentialSession> {
	const region = regionOf(order);
	const endpoint = findEndpoint({region, custom: order.endpoint, env: means.env});
	for (const warning of endpoint.warnings) {
		means.warn(warning);
	}

	const identity = await loadIdentity(files, means.now());
	if (await isOpenToOthers(files.privateKey)) {
		const key = printable(files.privateKey);
		means.warn(`Others on this machine can read the private key in ${key}; to keep it yours: chmod 600 ${key}`);
	}

	return createSession({...order, region, endpoint: endpoint.url, identity}, means);
}

/** True where the file's mode lets its group or everyone in (KEY-10); Windows has no such modes. */
async function isOpenToOthers(file: string): Promise<boolean> {
	return process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;
}
