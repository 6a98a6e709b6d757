import {defaultProvider} from '@aws-sdk/credential-provider-node';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import type {AwsCredentials} from './access.ts';
import {silenceSdk} from './sdk.ts';

/** Where the credentials of whoever administers the account are looked for. */
export interface AdminCredentialsSource {
	/** An AWS CLI profile; without one the official default chain decides: environment, SSO, files, metadata. */
	readonly cliProfile?: string;
	readonly region: string;
}

/**
 * Credentials through the official default chain, kept until they near their end. Nothing is looked
 * up before the first call.
 *
 * @throws {ExpectedError} `AWS_CREDENTIALS` from the call when the chain finds none.
 */
export function adminCredentials({cliProfile, region}: AdminCredentialsSource): () => Promise<AwsCredentials> {
	let provider: (() => Promise<AwsCredentials>) | undefined;
	return async () => {
		try {
			provider ??= officialChain({region, ...(cliProfile !== undefined && {cliProfile})});
			return await provider();
		} catch (error) {
			throw error instanceof Error && error.name.endsWith('ProviderError') ? noCredentials(error, cliProfile) : error;
		}
	};
}

function officialChain({cliProfile, region}: AdminCredentialsSource): () => Promise<AwsCredentials> {
	silenceSdk();
	const ignore = () => undefined;
	return defaultProvider({
		...(cliProfile !== undefined && {profile: cliProfile}),
		clientConfig: {region},
		logger: {debug: ignore, info: ignore, warn: ignore, error: ignore},
	});
}

function noCredentials(error: Error, cliProfile: string | undefined): ExpectedError {
	const whose = cliProfile === undefined ? '' : ` in the profile ${printable(cliProfile)}`;
	const login = `aws sso login${cliProfile === undefined ? '' : ` --profile ${printable(cliProfile)}`}`;
	const isSso = /sso/i.test(error.message);
	return new ExpectedError(
		'AWS_CREDENTIALS',
		`There are no credentials${whose} that administer the account: ${printable(error.message)}`,
		{
			next: isSso
				? [login, 'Or name another AWS CLI profile: --admin-profile NAME']
				: ['Name an AWS CLI profile that has some: --admin-profile NAME', `Or log in first: ${login}`],
			cause: error,
		},
	);
}
