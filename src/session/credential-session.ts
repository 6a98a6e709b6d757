import {parseJson, readAnswer} from '../aws/answer-reader.ts';

/** Temporary credentials of a role, and what the service said of them. */
export interface CredentialSession {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken: string;
	readonly expiration: Date;
	/** `arn:<partition>:sts::<account>:assumed-role/<role>/<session>`. */
	readonly assumedRoleArn: string | undefined;
	readonly roleArn: string | undefined;
	readonly sourceIdentity: string | undefined;
	/** Of the Subject resource that stands for the certificate's subject. */
	readonly subjectArn: string | undefined;
	/** Percent of what STS allows. */
	readonly packedPolicySize: number | undefined;
}

/**
 * Reads the body of a successful answer (fact sheet, RESP-01 and RESP-02).
 *
 * @returns Undefined when there are no complete credentials in it.
 */
export function readSession(body: string): CredentialSession | undefined {
	const answer = readAnswer(parseJson(body));
	const [first] = answer.objects('credentialSet');
	const credentials = first?.object('credentials');
	const accessKeyId = credentials?.text('accessKeyId');
	const secretAccessKey = credentials?.text('secretAccessKey');
	const sessionToken = credentials?.text('sessionToken');
	const expiration = new Date(credentials?.text('expiration') ?? Number.NaN);
	if (!first || !accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expiration.getTime())) {
		return undefined;
	}

	return {
		accessKeyId,
		secretAccessKey,
		sessionToken,
		expiration,
		assumedRoleArn: first.object('assumedRoleUser').text('arn'),
		roleArn: first.text('roleArn'),
		sourceIdentity: first.text('sourceIdentity'),
		subjectArn: answer.text('subjectArn'),
		packedPolicySize: first.number('packedPolicySize'),
	};
}
