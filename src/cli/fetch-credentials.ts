import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {readPassphrase} from '../files/read-passphrase.ts';
import type {ProcessCredentials} from '../session/cache.ts';
import {fetchSession} from '../session/fetch-session.ts';
import type {CommandContext} from './context.ts';
import type {CredentialsFlags} from './provide-credentials.ts';

/**
 * Credentials from the service, whatever is in the cache.
 *
 * @throws {ExpectedError} as `fetchSession`, and when a passphrase cannot be read.
 */
export async function fetchCredentials(flags: CredentialsFlags, context: CommandContext): Promise<ProcessCredentials> {
	const absolute = (file: string): string => path.resolve(context.workingDirectory, file);
	const {sessionDuration, certificate, privateKey, intermediates, region, endpoint, roleSessionName} = flags;
	const session = await fetchSession(
		{
			trustAnchorArn: flags.trustAnchorArn,
			profileArn: flags.profileArn,
			roleArn: flags.roleArn,
			durationSeconds: sessionDuration,
			roleSessionName,
			region,
			endpoint,
		},
		{
			certificate: absolute(certificate),
			privateKey: absolute(privateKey),
			intermediates: intermediates === undefined ? undefined : absolute(intermediates),
			passphrase: await readPassphrase(flags, context),
		},
		{
			env: context.env,
			signal: context.signal,
			now: context.now,
			random: () => new DataView(Uint8Array.from(context.randomBytes(4)).buffer).getUint32(0) / 2 ** 32,
			sleep: milliseconds => setTimeout(milliseconds, undefined, {signal: context.signal}),
			warn: text => context.say(text),
		},
	);
	return {
		Version: 1,
		AccessKeyId: session.accessKeyId,
		SecretAccessKey: session.secretAccessKey,
		SessionToken: session.sessionToken,
		Expiration: session.expiration.toISOString(),
	};
}
