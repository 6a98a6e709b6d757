import {GetCallerIdentityCommand, STSClient} from '@aws-sdk/client-sts';
import type {AwsAccess} from './access.ts';
import {callSdk, clientOptions} from './sdk.ts';

/** Whom AWS takes the caller for. */
export interface CallerIdentity {
	readonly accountId: string;
	readonly arn: string;
	readonly userId: string;
}

/** Who am I? */
export interface Sts {
	/** Needs no permission. Throws `AwsError` and `ExpectedError` `ENDPOINT_UNREACHABLE` or `AWS_CREDENTIALS`. */
	getCallerIdentity(): Promise<CallerIdentity>;
}

/** The call of STS that setup needs. */
export function createSts(access: AwsAccess): Sts {
	const client = new STSClient(clientOptions(access, 'sts'));
	return {
		async getCallerIdentity() {
			const {Account, Arn, UserId} = await callSdk('sts:GetCallerIdentity', () =>
				client.send(new GetCallerIdentityCommand({})),
			);
			return {accountId: Account ?? '', arn: Arn ?? '', userId: UserId ?? ''};
		},
	};
}
