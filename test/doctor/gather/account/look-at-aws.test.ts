import {expect, test} from 'vitest';
import {AwsError} from '../../../../src/aws/aws-error.ts';
import {lookAtAws} from '../../../../src/doctor/gather/account/look-at-aws.ts';
import {ExpectedError} from '../../../../src/errors.ts';

const {signal} = new AbortController();
const refused = (reason: string, answer = 'no') =>
	new AwsError({operation: 'rolesanywhere:GetProfile', reason, answer, status: 403});

test('what was answered is seen, and what is not there is absent', async () => {
	expect(await lookAtAws(async () => 1, signal)).toEqual({state: 'seen', value: 1});
	expect(await lookAtAws(async () => undefined, signal)).toEqual({state: 'absent'});
});

test.each([
	['AccessDeniedException', 'denied'],
	['AccessDenied', 'denied'],
	['UnauthorizedOperation', 'denied'],
	['ExpiredTokenException', 'no-credentials'],
	['InvalidClientTokenId', 'no-credentials'],
	['UnrecognizedClientException', 'no-credentials'],
	['SignatureDoesNotMatch', 'no-credentials'],
	['ThrottlingException', 'failed'],
	['InternalFailure', 'failed'],
])('a refusal for %s is told as %s, under its own name', async (reason, why) => {
	expect(await lookAtAws(() => Promise.reject(refused(reason)), signal)).toMatchObject({
		state: 'unseen',
		why,
		code: reason,
		message: `rolesanywhere:GetProfile was refused: ${reason}: no`,
	});
});

test('at an endpoint of another region there is nothing', async () => {
	const elsewhere = refused(
		'InvalidSignatureException',
		"Credential should be scoped to a valid region, not 'eu-west-1'.",
	);
	expect(await lookAtAws(() => Promise.reject(elsewhere), signal)).toEqual({state: 'absent'});
});

test.each([
	['AWS_CREDENTIALS', 'no-credentials'],
	['ENDPOINT_UNREACHABLE', 'unreachable'],
	['ENDPOINT_UNTRUSTED', 'failed'],
] as const)('%s is told as %s', async (code, why) => {
	const error = new ExpectedError(code, 'It did not go.', {next: ['Do something.']});
	expect(await lookAtAws(() => Promise.reject(error), signal)).toEqual({
		state: 'unseen',
		why,
		message: 'It did not go.',
		code,
	});
});

test('what nobody expected is evidence, too, and safe to show', async () => {
	expect(await lookAtAws(() => Promise.reject(new TypeError('odd \u{1b}[2J')), signal)).toEqual({
		state: 'unseen',
		why: 'failed',
		message: 'odd \\u{1b}[2J',
	});
});

test('an interrupted run ends', async () => {
	const stopped = AbortSignal.abort(new Error('stopped'));
	await expect(lookAtAws(() => Promise.reject(refused('AccessDenied')), stopped)).rejects.toThrow('stopped');
});
