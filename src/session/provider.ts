import {randomInt} from 'node:crypto';
import {setTimeout} from 'node:timers/promises';
import {fetchSession} from './fetch-session.ts';
import type {IdentityFiles} from './load-identity.ts';
import type {SessionOrder} from './session-order.ts';

/** Which session, with which certificate. */
export interface RolesAnywhereOptions extends SessionOrder, IdentityFiles {
	/** Told of what does not keep credentials from coming, such as a clock that is wrong; by default nobody is. */
	readonly onWarning?: (text: string) => void;
	/** Read for endpoint and proxy variables; by default this process's. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** By default the system's. */
	readonly now?: () => Date;
	/** Ends a request that is under way. */
	readonly signal?: AbortSignal;
}

/** Credentials as the AWS SDK for JavaScript v3 takes them (its `AwsCredentialIdentity`). */
export interface RolesAnywhereCredentials {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken: string;
	/** Lets the SDK ask again in time. */
	readonly expiration: Date;
}

/**
 * Makes a credential provider for the AWS SDK for JavaScript v3, to give to a client as `credentials`.
 *
 * Each call reads the files and asks the service; the SDK calls again shortly before the credentials
 * end, so a certificate that was renewed meanwhile is used then. Nothing is kept on disk.
 *
 * The library's own edge: clock, randomness and environment come from the process unless they are given.
 *
 * @returns A function that rejects with `ExpectedError`, whose `code` and `next` say what to do about it.
 */
export function fromRolesAnywhere(options: RolesAnywhereOptions): () => Promise<RolesAnywhereCredentials> {
	const {env = process.env, now = () => new Date(), signal = new AbortController().signal, onWarning} = options;
	return async () => {
		const {accessKeyId, secretAccessKey, sessionToken, expiration} = await fetchSession(options, options, {
			env,
			now,
			signal,
			random: () => randomInt(2 ** 32) / 2 ** 32,
			sleep: milliseconds => setTimeout(milliseconds, undefined, {signal}),
			warn: text => onWarning?.(text),
		});
		return {accessKeyId, secretAccessKey, sessionToken, expiration};
	};
}
