import {AwsError} from '../../../aws/aws-error.ts';
import {ExpectedError} from '../../../errors.ts';
import {printable} from '../../../printable.ts';
import {absent, type Look, seen, type Unseen, unseen} from '../../evidence/look.ts';

/**
 * Makes one call of AWS into a look: what is not there is `absent`, and whatever is in the way is said.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function lookAtAws<Value>(
	work: () => Promise<Value | undefined>,
	signal: AbortSignal,
): Promise<Look<Value>> {
	try {
		const value = await work();
		return value === undefined ? absent : seen(value);
	} catch (error) {
		signal.throwIfAborted();
		return error instanceof AwsError ? refused(error) : failed(error);
	}
}

function refused({refused: {reason, answer}, message}: AwsError): Look<never> {
	// What an endpoint says that serves another region than the request is signed for: there is nothing by such an ARN.
	if (/scoped to a valid region/i.test(answer)) {
		return absent;
	}

	const [, why] = WHY.find(([pattern]) => pattern.test(reason)) ?? [];
	return unseen(why ?? 'failed', message, printable(reason));
}

const WHY: readonly (readonly [reason: RegExp, why: Unseen])[] = [
	[/ExpiredToken|TokenRefresh|InvalidClientTokenId|UnrecognizedClient|MissingAuthentication/i, 'no-credentials'],
	[/InvalidSignature|SignatureDoesNotMatch|InvalidAccessKeyId|IncompleteSignature/i, 'no-credentials'],
	[/AccessDenied|Unauthorized|NotAuthorized|Forbidden|OptInRequired/i, 'denied'],
];

function failed(error: unknown): Look<never> {
	if (!(error instanceof ExpectedError)) {
		return unseen('failed', printable(error instanceof Error ? error.message : String(error)));
	}

	const why: Unseen =
		error.code === 'AWS_CREDENTIALS'
			? 'no-credentials'
			: error.code === 'ENDPOINT_UNREACHABLE'
				? 'unreachable'
				: 'failed';
	return unseen(why, error.message, error.code);
}
