import {GetCallerIdentityCommand, STSClient} from '@aws-sdk/client-sts';
import {describe, expect, test} from 'vitest';
import type {Rehearsal} from '../../src/rehearsal/create-rehearsal.ts';
import {isRecord} from '../../src/rehearsal/shape.ts';
import {encodeQuery} from '../../src/session/canonical-request.ts';
import {signRequest} from '../../src/session/sign.ts';
import {issueForTest, pki, type TestCertificate, testTime} from '../support/certificates.ts';
import {openTrustPolicy} from '../support/decide.ts';
import {
	bytesOf,
	call,
	callQuery,
	callRolesAnywhere,
	fetchWire,
	member,
	memberOf,
	rehearsalForTest,
	sendBytes,
	statusOf,
	type WireRequest,
} from '../support/rehearsal.ts';

interface SetUp {
	readonly rehearsal: Rehearsal;
	readonly arns: Readonly<Record<'profileArn' | 'roleArn' | 'trustAnchorArn', string>>;
	readonly profileId: string;
	readonly anchorId: string;
}

/** A rehearsal with an anchor, a role and a profile through which the test certificates get sessions. */
async function setUp(options: {readonly now?: () => Date} = {}): Promise<SetUp> {
	const rehearsal = await rehearsalForTest(options);
	const {root} = await pki();
	const anchor = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
		name: 'anchor',
		enabled: true,
		source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: root.pem}},
	});
	await callQuery(rehearsal, 'iam', {
		Action: 'CreateRole',
		RoleName: 'Uploader',
		Path: '/app/',
		AssumeRolePolicyDocument: openTrustPolicy,
	});
	const roleArn = 'arn:aws:iam::111122223333:role/app/Uploader';
	const profile = await callRolesAnywhere(rehearsal, 'POST /profiles', {name: 'p', roleArns: [roleArn], enabled: true});
	return {
		rehearsal,
		arns: {
			profileArn: member(profile.value, 'profile', 'profileArn'),
			roleArn,
			trustAnchorArn: member(anchor.value, 'trustAnchor', 'trustAnchorArn'),
		},
		profileId: member(profile.value, 'profile', 'profileId'),
		anchorId: member(anchor.value, 'trustAnchor', 'trustAnchorId'),
	};
}

interface Asking {
	readonly by?: TestCertificate;
	readonly chain?: readonly Uint8Array[];
	readonly place?: 'query' | 'body' | 'both';
	readonly body?: object;
	readonly at?: Date;
}

/** A signed CreateSession request for the world of the test certificates. */
async function ask({rehearsal, arns}: SetUp, asking: Asking = {}): Promise<WireRequest> {
	const {issuing, endEntity} = await pki();
	const {by = endEntity, chain = [issuing.der], place = 'query', body = {}, at = testTime} = asking;
	const rawQuery = place === 'body' ? '' : encodeQuery(arns);
	const text = JSON.stringify(place === 'query' ? body : {...arns, ...body});
	const headers = signRequest(
		{
			method: 'POST',
			host: `127.0.0.1:${rehearsal.port}`,
			path: '/sessions',
			rawQuery,
			body: Buffer.from(text),
			region: rehearsal.region,
		},
		{certificate: by.der, serial: by.certificate.serial.decimal, chain, privateKey: by.privateKey},
		at,
	);
	return {method: 'POST', target: rawQuery === '' ? '/sessions' : `/sessions?${rawQuery}`, headers, body: text};
}

async function outcome(set: SetUp, asking: Asking = {}) {
	const answer = await fetchWire(set.rehearsal, await ask(set, asking));
	const value: unknown = JSON.parse(answer.body);
	return {
		status: answer.status,
		value,
		refusal: answer.status === 201 ? '' : `${answer.headers.get('x-amzn-errortype')}: ${member(value, 'message')}`,
		requestId: answer.headers.get('x-amzn-requestid'),
	};
}

describe('CreateSession', () => {
	test.each(['query', 'body'] as const)('gives out credentials with the ARNs in the %s', async place => {
		const set = await setUp();
		const {endEntity} = await pki();
		const {status, value} = await outcome(set, {place, body: {durationSeconds: 900}});
		expect(status).toBe(201);
		const sessionName = endEntity.certificate.serial.hex;
		expect(value).toEqual({
			credentialSet: [
				{
					assumedRoleUser: {
						arn: `arn:aws:sts::111122223333:assumed-role/Uploader/${sessionName}`,
						assumedRoleId: expect.stringMatching(new RegExp(`^AROA[A-Z2-7]{16}:${sessionName}$`)),
					},
					credentials: {
						accessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
						secretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
						sessionToken: expect.stringMatching(/^[A-Za-z0-9+/=]{300,}$/),
						expiration: '2026-06-01T00:15:00Z',
					},
					packedPolicySize: expect.any(Number),
					roleArn: set.arns.roleArn,
					sourceIdentity: 'CN=host.example.com',
				},
			],
			subjectArn: expect.stringMatching(/^arn:aws:rolesanywhere:us-east-1:111122223333:subject\/[0-9a-f-]{36}$/),
		});
	});

	test('refuses the ARNs in query and body, and a body that is no JSON object', async () => {
		const set = await setUp();
		expect((await outcome(set, {place: 'both'})).refusal).toContain('ValidationException: The ARNs must be given once');
		const request = await ask(set);
		for (const body of ['[]', '{', '1', '\u0000']) {
			const answer = await fetchWire(set.rehearsal, {...request, body});
			expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
		}
	});

	test('answers refusals of the decision with its words, a code and a request id', async () => {
		const set = await setUp();
		const {refusal, status, requestId} = await outcome(set, {chain: []});
		expect([status, refusal]).toEqual([
			403,
			expect.stringMatching(/^AccessDeniedException: Untrusted signing certificate/i),
		]);
		expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('judges by the account as it is now', async () => {
		const set = await setUp();
		expect((await outcome(set)).status).toBe(201);
		await callRolesAnywhere(set.rehearsal, `POST /trustanchor/${set.anchorId}/disable`);
		expect((await outcome(set)).status).toBe(403);
		await callRolesAnywhere(set.rehearsal, `POST /trustanchor/${set.anchorId}/enable`);
		expect((await outcome(set)).status).toBe(201);
		await callRolesAnywhere(set.rehearsal, `PATCH /profile/${set.profileId}`, {roleArns: []});
		expect((await outcome(set)).status).toBe(403);
		await callRolesAnywhere(set.rehearsal, `PATCH /profile/${set.profileId}`, {roleArns: [set.arns.roleArn]});
		const policy = openTrustPolicy.replace(
			'"Effect"',
			'"Condition":{"StringEquals":{"sts:SourceIdentity":"CN=x"}},"Effect"',
		);
		const update = {Action: 'UpdateAssumeRolePolicy', RoleName: 'Uploader', PolicyDocument: policy};
		expect((await callQuery(set.rehearsal, 'iam', update)).status).toBe(200);
		expect((await outcome(set)).refusal).toContain(`Unable to assume role for ${set.arns.roleArn}`);
		await callQuery(set.rehearsal, 'iam', {...update, PolicyDocument: policy.replace('CN=x', 'CN=host.example.com')});
		expect((await outcome(set)).status).toBe(201);
		await callRolesAnywhere(set.rehearsal, `DELETE /trustanchor/${set.anchorId}`);
		expect((await outcome(set)).refusal).toBe("AccessDeniedException: Specified Trust Anchor wasn't found.");
	});
});

describe('a CreateSession request that was changed after signing', () => {
	let set: SetUp;
	let request: WireRequest;

	/** Every text that differs in one character from this one, at up to 400 places. */
	function changed(text: string): readonly string[] {
		const step = Math.max(1, Math.floor(text.length / 400));
		return Array.from({length: Math.ceil(text.length / step)}, (_item, index) => index * step).flatMap(index =>
			[0x01, 0x20].map(
				flip => text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ flip) + text.slice(index + 1),
			),
		);
	}

	async function statuses(requests: readonly WireRequest[]): Promise<readonly (number | undefined)[]> {
		const answers: (number | undefined)[] = [];
		for (let start = 0; start < requests.length; start += 50) {
			const some = requests.slice(start, start + 50).map(bytesOf);
			answers.push(
				...(await Promise.all(some.map(async bytes => statusOf(await sendBytes(set.rehearsal.port, bytes))))),
			);
		}

		return answers;
	}

	test.each([
		'method',
		'path and query',
		'body',
		'content-type',
		'host',
		'x-amz-date',
		'x-amz-x509',
		'x-amz-x509-chain',
		'authorization',
	])('is refused: %s', async element => {
		set = await setUp();
		request = await ask(set, {body: {durationSeconds: 3600}});
		expect(await statuses([request])).toEqual([201]);
		const others: readonly WireRequest[] =
			element === 'method'
				? ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map(method => ({...request, method}))
				: element === 'path and query'
					? changed(request.target).map(target => ({...request, target}))
					: element === 'body'
						? changed(request.body).map(body => ({...request, body}))
						: changed(request.headers.find(([name]) => name === element)?.[1] ?? '').map(value => ({
								...request,
								headers: request.headers.map(([name, before]) => [name, name === element ? value : before] as const),
							}));
		expect(others.length).toBeGreaterThan(4);
		expect((await statuses(others)).filter(status => status !== undefined && status < 400)).toEqual([]);
	});

	test('is refused when a header is gone, or comes twice', async () => {
		set = await setUp();
		request = await ask(set);
		const others = request.headers.flatMap(([name, value], index) => [
			{...request, headers: request.headers.toSpliced(index, 1)},
			{...request, headers: [...request.headers, [name, value] as const]},
		]);
		expect((await statuses(others)).filter(status => status !== undefined && status < 400)).toEqual([]);
	});
});

describe('a subject', () => {
	const subjectsOf = async ({rehearsal}: SetUp) => {
		const {value} = await callRolesAnywhere(rehearsal, 'GET /subjects');
		const subjects = value['subjects'];
		return Array.isArray(subjects) ? subjects.filter(isRecord) : [];
	};

	test('stands for one name, with an entry for each certificate that authenticated', async () => {
		const set = await setUp();
		const {endEntity} = await pki();
		const renewed = await issueForTest();
		const other = await issueForTest({subject: 'CN=other.example.com,O=Example'});
		const body = {instanceProperties: {rack: '7'}};
		expect((await outcome(set, {body})).status).toBe(201);
		expect((await outcome(set, {by: renewed})).status).toBe(201);
		expect((await outcome(set, {by: endEntity})).status).toBe(201);
		expect((await outcome(set, {by: other})).status).toBe(201);

		const subjects = await subjectsOf(set);
		expect(subjects.map(subject => subject['x509Subject'])).toEqual([
			endEntity.certificate.subject.text,
			other.certificate.subject.text,
		]);
		const {value} = await callRolesAnywhere(set.rehearsal, `GET /subject/${member(subjects[0], 'subjectId')}`);
		expect(value['subject']).toMatchObject({
			enabled: true,
			lastSeenAt: '2026-06-01T00:00:00.000Z',
			credentials: [renewed, endEntity].map(({certificate, pem}) => ({
				serialNumber: certificate.serial.decimal,
				issuer: certificate.issuer.text,
				x509CertificateData: pem,
				enabled: true,
				failed: false,
			})),
			instanceProperties: [{properties: {rack: '7'}, failed: false}],
		});
	});

	test('shows as failed what authenticated and was refused all the same, until it succeeds', async () => {
		const set = await setUp();
		await callRolesAnywhere(set.rehearsal, `POST /profile/${set.profileId}/disable`);
		expect((await outcome(set)).status).toBe(403);
		const [subject] = await subjectsOf(set);
		const failed = async () =>
			memberOf(
				(await callRolesAnywhere(set.rehearsal, `GET /subject/${member(subject, 'subjectId')}`)).value,
				'subject',
				'credentials',
				0,
				'failed',
			);
		expect(await failed()).toBe(true);
		await callRolesAnywhere(set.rehearsal, `POST /profile/${set.profileId}/enable`);
		expect((await outcome(set)).status).toBe(201);
		expect(await failed()).toBe(false);
	});

	test('is not made by what never authenticated', async () => {
		const set = await setUp();
		await outcome(set, {chain: []});
		await outcome(set, {at: new Date(testTime.getTime() - 3_600_000)});
		await outcome(set, {by: await issueForTest({keyUsage: ['keyEncipherment']})});
		expect(await subjectsOf(set)).toEqual([]);
	});
});

describe('credentials from CreateSession', () => {
	async function credentialsFor(set: SetUp) {
		const {value} = await outcome(set, {body: {durationSeconds: 900}});
		const text = (name: string) => member(value, 'credentialSet', 0, 'credentials', name);
		return {
			accessKeyId: text('accessKeyId'),
			secretAccessKey: text('secretAccessKey'),
			sessionToken: text('sessionToken'),
		};
	}

	const IDENTITY = {service: 'sts', method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15'} as const;

	test('are those of the assumed role, to the AWS SDK too', async () => {
		const set = await setUp();
		const credentials = await credentialsFor(set);
		const {endEntity} = await pki();
		const client = new STSClient({
			endpoint: set.rehearsal.endpoint,
			region: 'us-east-1',
			credentials,
			systemClockOffset: testTime.getTime() - Date.now(),
		});
		const identity = await client.send(new GetCallerIdentityCommand({}));
		expect(identity).toMatchObject({
			Account: '111122223333',
			Arn: `arn:aws:sts::111122223333:assumed-role/Uploader/${endEntity.certificate.serial.hex}`,
			UserId: expect.stringMatching(/^AROA[A-Z2-7]{16}:/),
		});
		client.destroy();
	});

	test.each([
		['another token', {sessionToken: 'x'}, 'InvalidClientTokenId'],
		['no token', {sessionToken: ''}, 'InvalidClientTokenId'],
		['another secret', {secretAccessKey: 'x'}, 'SignatureDoesNotMatch'],
		['another key id', {accessKeyId: 'ASIAAAAAAAAAAAAAAAAA'}, 'InvalidClientTokenId'],
	])('are refused with %s', async (_case, differsBy, code) => {
		const set = await setUp();
		const credentials = {...(await credentialsFor(set)), ...differsBy};
		const answer = await call(set.rehearsal, {...IDENTITY, credentials});
		expect(answer.status).toBe(403);
		expect(answer.body).toContain(`<Code>${code}</Code>`);
	});

	test('expire', async () => {
		let now = testTime;
		const set = await setUp({now: () => now});
		const credentials = await credentialsFor(set);
		now = new Date(testTime.getTime() + 899_000);
		expect((await call(set.rehearsal, {...IDENTITY, credentials, at: now})).status).toBe(200);
		now = new Date(testTime.getTime() + 900_000);
		const answer = await call(set.rehearsal, {...IDENTITY, credentials, at: now});
		expect([answer.status, answer.body]).toEqual([403, expect.stringContaining('<Code>ExpiredToken</Code>')]);
		const admin = await call(set.rehearsal, {...IDENTITY, at: now});
		expect(admin.status).toBe(200);
	});

	test('administer nothing', async () => {
		const set = await setUp();
		const credentials = await credentialsFor(set);
		const rolesAnywhere = await call(set.rehearsal, {service: 'rolesanywhere', path: '/trustanchors', credentials});
		expect([rolesAnywhere.status, rolesAnywhere.headers.get('x-amzn-errortype'), rolesAnywhere.body]).toEqual([
			403,
			'AccessDeniedException',
			expect.stringContaining('is not authorized to perform: rolesanywhere:ListTrustAnchors'),
		]);
		const iam = await call(set.rehearsal, {
			service: 'iam',
			method: 'POST',
			body: 'Action=ListRoles&Version=2010-05-08',
			credentials,
		});
		expect([iam.status, iam.body]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
	});
});
