import {describe, expect, test} from 'vitest';
import {causesOf} from '../../src/messages/causes-of.ts';
import {readServiceAnswer, ServiceError, serviceError} from '../../src/session/service-error.ts';

function answer(headers: Record<string, string>, body: string) {
	return readServiceAnswer({status: 403, headers, body});
}

describe('the code of a refusal', () => {
	test.each([
		[{'x-amzn-errortype': 'AccessDeniedException'}, '{}'],
		[{'x-amzn-errortype': 'AccessDeniedException:http://internal.amazon.com/coral/'}, '{}'],
		[{'x-amzn-errortype': 'com.amazon#AccessDeniedException:http://x#y'}, '{}'],
		[{}, '{"__type": "com.amazon.coral#AccessDeniedException"}'],
		[{}, '{"code": "AccessDeniedException"}'],
		[{'x-amzn-errortype': 'AccessDeniedException'}, '<html>'],
	])('is found in %o and %s', (headers, body) => {
		expect(answer(headers, body)?.serviceCode).toBe('AccessDeniedException');
	});
});

describe('the message of a refusal', () => {
	test.each(['{"message": "No."}', '{"Message": "No."}'])('is found in %s', body => {
		expect(answer({}, body)?.serviceMessage).toBe('No.');
	});

	test.each(['', '<html>', '"No."', 'null', '{"message"'])('is not taken from %s', body => {
		expect(answer({}, body)).toBeUndefined();
	});

	test('cannot move the cursor', () => {
		const error = new ServiceError({
			status: 403,
			serviceCode: 'AccessDeniedException',
			serviceMessage: '\u001b[2JNo.\r\n',
			requestId: '\u0007',
		});

		expect(error.message).toBe(
			'IAM Roles Anywhere refused the session (HTTP 403): AccessDeniedException: \\u{1b}[2JNo.\\u{d}\\u{a} (request \\u{7})',
		);
	});
});

describe('what to do next', () => {
	test.each([
		['Untrusted signing certificate', 'ERR-01'],
		['Untrusted Signing Certificate.', 'ERR-01'],
		['Untrusted certificate. Insufficient certificate', 'ERR-02'],
		['Invalid signature', 'ERR-03'],
		['Certificate revoked', 'ERR-04'],
		["Specified Trust Anchor wasn't found.", 'ERR-06'],
		['Invalid or empty profile provided.', 'ERR-07'],
		["Requested Role isn't one of those listed in the Profile.", 'ERR-08'],
		['Not authorized to set roleSessionName.', 'ERR-09'],
		['Unable to assume role for arn:aws:iam::111122223333:role/R.', 'ERR-10'],
		[
			'Unable to assume role for arn:aws:iam::111122223333:role/R. The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
			'ERR-11',
		],
		[
			'Unable to assume role for arn:aws:iam::111122223333:role/R. Some attributes failed to be mapped into session tags. Issuer: [ CN ]; Subject: [  ]; SAN: [ DNS/2 ]',
			'ERR-12',
		],
		['PackedPolicyTooLarge', 'ERR-13'],
		["1 validation error detected: Value '1' at 'durationSeconds' failed to satisfy constraint: ...", 'ERR-26'],
		["1 validation error detected: Value 'x' at 'roleArn' failed to satisfy constraint: ...", 'ERR-15'],
		['ThrottlingException: Rate exceeded', 'ERR-17'],
	])('is known for "%s"', (message, fact) => {
		expect(causesOf(message).messages[0]?.message.fact).toBe(fact);
	});

	test('is given for a message that nobody has recorded, too', async () => {
		const error = await serviceError({status: 403, serviceCode: undefined, serviceMessage: '', requestId: undefined});

		expect(error.message).toBe('IAM Roles Anywhere refused the session (HTTP 403): it did not say why');
		expect(error.next).toEqual(['Check the ARNs, the certificate and the region']);
	});

	test('begins with what is known better, and goes on with the likeliest causes', async () => {
		const {next} = await serviceError(
			{status: 403, serviceCode: 'AccessDeniedException', serviceMessage: 'Invalid signature', requestId: '1'},
			['Set the clock'],
		);
		expect(next[0]).toBe('Set the clock');
		expect(next[1]).toMatch(/^Compare the key with the certificate: /);
		expect(next).toHaveLength(4);
	});
});
