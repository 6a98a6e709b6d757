import type {SessionInput, SessionMeans} from '../../src/session/create-session.ts';
import type {RecordedAnswer} from './loopback.ts';
import {common, ecIdentity} from './vectors.ts';

/** The body of a session that was granted, as the service writes it (fact sheet, RESP-01). */
export function grantedBody(expiration = '2026-03-15T13:34:56Z'): string {
	return JSON.stringify({
		credentialSet: [
			{
				assumedRoleUser: {
					arn: 'arn:aws:sts::111122223333:assumed-role/Uploader/008d3c5f',
					assumedRoleId: 'AROAEXAMPLE:008d3c5f',
				},
				credentials: {
					accessKeyId: 'ASIAEXAMPLE',
					secretAccessKey: 'example/secret',
					sessionToken: 'example//token==',
					expiration,
				},
				packedPolicySize: 9,
				roleArn: 'arn:aws:iam::111122223333:role/app/Uploader',
				sourceIdentity: 'CN=vector-ec',
			},
		],
		subjectArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:subject/11111111-2222-4333-8444-555555555555',
	});
}

/** A session granted. */
export const granted: RecordedAnswer = {
	status: 201,
	headers: {'content-type': 'application/json'},
	body: grantedBody(),
};

/** A refusal in the service's form. */
export function refusal(status: number, code: string, message: string, headers = {}): Exclude<RecordedAnswer, string> {
	return {
		status,
		headers: {
			'content-type': 'application/json',
			'x-amzn-errortype': code,
			'x-amzn-requestid': '5b3e-example',
			...headers,
		},
		body: JSON.stringify({message}),
	};
}

/** What the EC identity of the vectors asks for at an endpoint. */
export function inputFor(endpoint: string): SessionInput {
	return {
		...common.arns,
		identity: ecIdentity,
		region: common.region,
		endpoint: new URL(endpoint),
		durationSeconds: 3600,
	};
}

/** A world that stands still at the vectors' time: sleeping costs nothing and is recorded, as are warnings. */
export function stillMeans(differsBy: Partial<SessionMeans> = {}): SessionMeans & {
	readonly slept: number[];
	readonly warnings: string[];
} {
	const slept: number[] = [];
	const warnings: string[] = [];
	return {
		env: {},
		signal: new AbortController().signal,
		now: () => common.at,
		random: () => 0.5,
		sleep: async milliseconds => void slept.push(milliseconds),
		warn: text => void warnings.push(text),
		...differsBy,
		slept,
		warnings,
	};
}
