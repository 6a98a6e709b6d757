import {describe, expect, test} from 'vitest';
import {createSession} from '../../src/session/create-session.ts';
import {ServiceError} from '../../src/session/service-error.ts';
import {verifySessionSignature} from '../../src/session/verify.ts';
import {playBack} from '../support/loopback.ts';
import {granted, grantedBody, inputFor, refusal, stillMeans} from '../support/session.ts';
import {common, vectorIssuers} from '../support/vectors.ts';

const throttled = refusal(429, 'ThrottlingException', 'Rate exceeded');
const noRole = refusal(
	403,
	'AccessDeniedException',
	'Unable to assume role for arn:aws:iam::123456789012:role/app/Uploader.',
);

describe('a session that is granted', () => {
	test('is returned with all that the service says of it', async () => {
		const {url} = await playBack([granted]);

		await expect(createSession(inputFor(url), stillMeans())).resolves.toEqual({
			accessKeyId: 'ASIAEXAMPLE',
			secretAccessKey: 'example/secret',
			sessionToken: 'example//token==',
			expiration: new Date('2026-03-15T13:34:56Z'),
			assumedRoleArn: 'arn:aws:sts::111122223333:assumed-role/Uploader/008d3c5f',
			roleArn: 'arn:aws:iam::111122223333:role/app/Uploader',
			sourceIdentity: 'CN=vector-ec',
			subjectArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:subject/11111111-2222-4333-8444-555555555555',
			packedPolicySize: 9,
		});
	});

	test('was asked for with a signature that verifies over what went over the wire', async () => {
		const {url, received} = await playBack([granted]);

		await createSession({...inputFor(`${url}/prefix/`), roleSessionName: 'build-7'}, stillMeans());

		expect(received).toHaveLength(1);
		const [asked] = received;
		expect(asked && verifySessionSignature(asked, common.at, common.region).signature).toEqual({isValid: true});
		expect(asked?.rawPath).toBe('/prefix/sessions');
		expect(Object.fromEntries(new URLSearchParams(asked?.rawQuery))).toEqual(common.arns);
		expect(Buffer.from(asked?.body ?? []).toString()).toBe('{"durationSeconds":3600,"roleSessionName":"build-7"}');
	});

	test('was asked for without a duration when none is given, so that the profile decides', async () => {
		const {url, received} = await playBack([granted]);

		await createSession({...inputFor(url), durationSeconds: undefined}, stillMeans());

		expect(Buffer.from(received[0]?.body ?? []).toString()).toBe('{}');
	});

	test('was asked for with a chain header only when there is a chain', async () => {
		const {url, received} = await playBack([granted]);
		const input = inputFor(url);

		await createSession(input, stillMeans());
		await createSession({...input, identity: {...input.identity, chain: [vectorIssuers.issuing]}}, stillMeans());

		const [without, withChain] = received.map(({headers}) => headers.filter(([name]) => name === 'x-amz-x509-chain'));
		expect(without).toEqual([]);
		expect(withChain).toEqual([['x-amz-x509-chain', Buffer.from(vectorIssuers.issuing).toString('base64')]]);
	});
});

describe('an attempt that fails for now', () => {
	test.each([
		['throttling', throttled],
		['a throttling code under another status', refusal(400, 'ThrottlingException', 'Rate exceeded')],
		['an internal error', refusal(500, 'InternalServerException', 'try later')],
		['a gateway page', {status: 503, headers: {'content-type': 'text/html'}, body: '<html>'}],
		['a connection that is cut', 'cut' as const],
	])('is made again after %s, signed afresh and after a growing pause', async (_what, first) => {
		const {url, received} = await playBack([first, first, granted]);
		const means = stillMeans();

		await expect(createSession(inputFor(url), means)).resolves.toMatchObject({accessKeyId: 'ASIAEXAMPLE'});

		const signatures = received.map(({headers}) => headers.find(([name]) => name === 'authorization')?.[1]);
		expect(new Set(signatures).size).toBe(3);
		expect(means.slept).toEqual([400, 800]);
	});

	test('is given up after three, with what the service said', async () => {
		const {url, received} = await playBack([throttled]);

		await expect(createSession(inputFor(url), stillMeans())).rejects.toMatchObject({
			code: 'SESSION_UNAVAILABLE',
			status: 429,
			serviceCode: 'ThrottlingException',
			message:
				'IAM Roles Anywhere refused the session (HTTP 429): ThrottlingException: Rate exceeded (request 5b3e-example)',
		});
		expect(received).toHaveLength(3);
	});

	test('is made as often as was said', async () => {
		const {url, received} = await playBack([throttled]);

		await expect(createSession(inputFor(url), stillMeans({attempts: 1}))).rejects.toThrow('Rate exceeded');
		expect(received).toHaveLength(1);
	});

	test('is not made again once the run is interrupted', async () => {
		const interrupt = new AbortController();
		const {url, received} = await playBack([throttled]);
		const means = stillMeans({
			signal: interrupt.signal,
			sleep: async () => interrupt.abort(new Error('interrupted')),
		});

		await expect(createSession(inputFor(url), means)).rejects.toThrow('interrupted');
		expect(received).toHaveLength(1);
	});
});

describe('a refusal', () => {
	test.each([400, 403, 404])('with status %d is final', async status => {
		const {url, received} = await playBack([refusal(status, 'AccessDeniedException', 'No.')]);

		await expect(createSession(inputFor(url), stillMeans())).rejects.toMatchObject({code: 'SESSION_REFUSED', status});
		expect(received).toHaveLength(1);
	});

	test('carries the words of the service, the request id and what to do', async () => {
		const {url} = await playBack([noRole]);
		const error = await createSession(inputFor(url), stillMeans()).catch((thrown: unknown) => thrown);

		expect(error).toBeInstanceOf(ServiceError);
		expect(error).toMatchObject({
			serviceCode: 'AccessDeniedException',
			serviceMessage: 'Unable to assume role for arn:aws:iam::123456789012:role/app/Uploader.',
			requestId: '5b3e-example',
			next: [
				expect.stringContaining("role's trust policy"),
				expect.stringContaining('get-role'),
				expect.stringContaining('try again in a minute'),
			],
		});
	});
});

describe('a clock that is wrong', () => {
	const at = (minutes: number): {date: string} => ({
		date: new Date(common.at.getTime() + minutes * 60_000).toUTCString(),
	});
	const skewed = (minutes: number) => refusal(403, 'AccessDeniedException', 'Invalid signature', at(minutes));

	test.each([
		[30, "Set this machine's clock: it is 30 minutes behind the service's"],
		[-30, "Set this machine's clock: it is 30 minutes ahead of the service's"],
	])('by %d minutes is made up for once, and told of', async (minutes, advice) => {
		const {url, received} = await playBack([skewed(minutes), granted]);
		const means = stillMeans();

		await expect(createSession(inputFor(url), means)).resolves.toMatchObject({accessKeyId: 'ASIAEXAMPLE'});

		expect(means.warnings).toEqual([expect.stringContaining(advice)]);
		const second = received[1];
		const theirs = new Date(common.at.getTime() + minutes * 60_000);
		expect(second && verifySessionSignature(second, theirs, common.region).signature).toEqual({isValid: true});
	});

	test('is left alone where the first answer is what is asked for', async () => {
		const date = new Date(common.at.getTime() + 1_800_000).toUTCString();
		const invalid = refusal(403, 'AccessDeniedException', 'Invalid signature', {date});
		const {url, received} = await playBack([invalid, granted]);

		await expect(createSession(inputFor(url), stillMeans({followsServiceClock: false}))).rejects.toThrow(
			'Invalid signature',
		);
		expect(received).toHaveLength(1);
	});

	test('is named first when the service still says no', async () => {
		const {url, received} = await playBack([skewed(30)]);

		await expect(createSession(inputFor(url), stillMeans())).rejects.toMatchObject({
			next: [
				"Set this machine's clock: it is 30 minutes behind the service's",
				expect.stringContaining('Compare the key with the certificate'),
				"Check this machine's clock: date -u",
				expect.anything(),
			],
		});
		expect(received).toHaveLength(2);
	});

	test('is told of beside a refusal that has another reason', async () => {
		const {url} = await playBack([skewed(30), noRole]);
		const means = stillMeans();

		await expect(createSession(inputFor(url), means)).rejects.toMatchObject({
			next: [expect.stringContaining("role's trust policy"), expect.anything(), expect.anything()],
		});
		expect(means.warnings).toEqual([expect.stringContaining('30 minutes behind')]);
	});

	test.each([
		['by three minutes', skewed(3)],
		['when the service complains of something else', {...noRole, headers: at(30)}],
		[
			'when the answer has an unreadable date',
			refusal(403, 'AccessDeniedException', 'Invalid signature', {date: 'now'}),
		],
	])('is not suspected %s', async (_when, answer) => {
		const {url, received} = await playBack([answer]);

		await expect(createSession(inputFor(url), stillMeans())).rejects.toMatchObject({code: 'SESSION_REFUSED'});
		expect(received).toHaveLength(1);
	});
});

describe('an answer that is not the service’s', () => {
	test.each([
		[
			'a login page',
			{status: 200, headers: {'content-type': 'text/html'}, body: '<title>\n Sign\u001b[2J in </title>'},
		],
		['a success without credentials', {status: 201, body: '{"credentialSet":[]}'}],
		['a success with half of them', {status: 201, body: grantedBody().replace('"secretAccessKey"', '"x"')}],
		['a success that never ends', {status: 201, body: grantedBody('whenever')}],
		['an empty 404', {status: 404}],
		['a proxy’s refusal', {status: 407, headers: {'content-type': 'text/html'}, body: '<html>'}],
	])('is called that: %s', async (_what, answer) => {
		const {url} = await playBack([answer]);
		const error = await createSession(inputFor(url), stillMeans()).catch((thrown: unknown) => thrown);

		expect(error).toMatchObject({
			code: 'ANSWER_UNREADABLE',
			message: expect.stringMatching(/^What answered as 127\.0\.0\.1 is not IAM Roles Anywhere: HTTP \d{3} /),
		});
		expect(String(error)).not.toContain('\u001b');
	});

	test('is quoted by its title', async () => {
		const page = {status: 200, headers: {'content-type': 'text/html; charset=utf-8'}, body: '<title lang=en>Sign in'};
		const {url} = await playBack([page]);

		await expect(createSession(inputFor(url), stillMeans())).rejects.toThrow(
			'HTTP 200 with a body that is text/html, titled "Sign in".',
		);
	});
});
