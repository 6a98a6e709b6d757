import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** What a service answered when it turned a call down. */
export interface Refused {
	/** Such as `rolesanywhere:CreateTrustAnchor`. */
	readonly operation: string;
	/** The service's own name for the error, such as `AccessDeniedException`. */
	readonly reason: string;
	readonly answer: string;
	/** The HTTP status; 0 when there was no answer. */
	readonly status: number;
	readonly requestId?: string;
}

/** A call that AWS turned down, in the service's own words, with what helped others (fact sheet, section 6.2). */
export class AwsError extends ExpectedError {
	readonly refused: Refused;

	constructor(refused: Refused, cause?: unknown) {
		const {operation, reason, answer, requestId} = refused;
		const request = requestId === undefined ? '' : ` (request ${printable(requestId)})`;
		super('AWS_REFUSED', `${operation} was refused: ${printable(reason)}: ${printable(answer)}${request}`, {
			next: adviceOn(refused),
			cause,
		});
		this.refused = refused;
	}
}

/** True when AWS turned a call down for this reason. */
export function isRefusal(error: unknown, ...reasons: readonly string[]): error is AwsError {
	return error instanceof AwsError && reasons.includes(error.refused.reason);
}

/** True for answers that ask the caller to slow down or to try later (fact sheet, 4.3 and API-19). */
export function isPassing({reason, status}: Refused): boolean {
	return (
		status === 429 ||
		status >= 500 ||
		/^(Throttl|TooManyRequests|RequestLimitExceeded|ServiceLinkedRoleLock)/.test(reason)
	);
}

const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
	[
		/security token|token.*(invalid|expired)|UnrecognizedClient|InvalidClientTokenId|ExpiredToken/i,
		'Renew the credentials that administer the account, or name others with --admin-profile',
	],
	[/SignatureDoesNotMatch/i, 'Check the secret access key that administers the account, and the clock of this machine'],
	[
		/CreateServiceLinkedRole/i,
		'Allow iam:CreateServiceLinkedRole for rolesanywhere.amazonaws.com: the first trust anchor of an account needs it',
	],
	[
		/TagResource/i,
		'Allow rolesanywhere:TagResource on trust anchors and profiles: what setup makes is tagged, so that it is found again',
	],
	[/PassRole/i, 'Allow iam:PassRole on the role, with iam:PassedToService rolesanywhere.amazonaws.com'],
	[
		/AccessDenied|not authorized/i,
		'Allow this action to whoever administers the account, or name others with --admin-profile',
	],
	[
		/basic constraints/i,
		'Register a certificate of a certificate authority: anchorsmith inspect FILE shows which rules it breaks',
	],
	[
		/Bad certificate data/i,
		'Check that the file holds nothing but CERTIFICATE blocks: anchorsmith inspect FILE shows which rules it breaks',
	],
	[/LimitExceeded|quota/i, 'Delete what is no longer used, or raise the quota of the account'],
	[/MalformedPolicyDocument/i, 'Check the policy file: IAM does not understand it'],
];

function adviceOn({operation, reason, answer}: Refused): readonly [string, ...string[]] {
	const found = ADVICE.find(([pattern]) => pattern.test(`${reason} ${answer}`));
	return [found?.[1] ?? `Look up why ${operation} may be refused so, mend it, then run the same command again`];
}
